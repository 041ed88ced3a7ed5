import { randomUUID } from 'node:crypto'
import type { Hono } from 'hono'
import { beforeAll, expect } from 'vitest'
import { call } from '../../../lib/domain/command/call.ts'
import type { Role } from '../../../lib/domain/vocabulary.ts'
import { openAccess } from '../../../lib/server/access/access.ts'
import type { Principal } from '../../../lib/server/access/principal.ts'
import { createApi } from '../../../lib/server/api/app.ts'
import { openLive } from '../../../lib/server/live/events.ts'
import type { CommitContext } from '../../../lib/server/store.ts'
import { type Answer, base, senderOf } from '../api/api-kit.ts'
import type { TestDatabase } from '../describe-on-each-database.ts'
import { commit, planNetwork } from '../network-kit.ts'
import { openAccountOf, settle } from '../privacy/settle.ts'

type Send = (method: string, path: string, body?: unknown) => Promise<Answer>

/** Somebody who has signed in, as a person of a network. */
export type Member = { readonly userId: string; readonly personId: string; readonly name: string; readonly send: Send }

const userHeader = 'x-signed-in-as'

function principalOf({ headers }: Request): Principal {
  const userId = headers.get(userHeader)
  return userId === null ? { kind: 'anonymous' } : { kind: 'user', userId, sessionId: `session-of-${userId}`, isInstanceOwner: false }
}

/** The API over a suite's database, where a header says who has signed in; what they may do is read from the members of the network. */
export function membersOn({ store }: TestDatabase) {
  const bugs: unknown[] = []
  let app: Hono | undefined
  beforeAll(() => {
    const access = openAccess(store())
    const live = openLive(store())
    const identity = { principalOf: async (request: Request) => principalOf(request), whoIn: access.whoIn }
    app = createApi({ store: store(), live, access, identity, clock: () => new Date('2027-02-10T09:00:00Z'), onBug: (error) => bugs.push(error) })
    return () => live.close()
  })
  const current = () => {
    if (app) return app
    throw new Error('the API is made before the first test')
  }
  const sendAs = (userId: string): Send => {
    const send = senderOf(current)
    return async (method, path, body) => {
      const answer = await send(method, `${base}${path}`, body, { [userHeader]: userId })
      expect(bugs).toEqual([])
      return answer
    }
  }
  const join = async (ctx: CommitContext, role: Role): Promise<Member> => {
    const key = randomUUID().slice(0, 8)
    const member = { userId: `user-${key}`, personId: `person-${key}`, name: `${role} ${key}`, email: `${key}@example.org` }
    await commit(store(), ctx, [call('person.create', { id: member.personId, name: member.name, email: member.email })])
    await openAccountOf(store(), member)
    await settle(store(), ctx, member, role)
    return { ...member, send: sendAs(member.userId) }
  }
  return { join, network: () => planNetwork(store()), sendAs }
}

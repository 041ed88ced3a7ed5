import type { Hono } from 'hono'
import { afterAll, beforeAll, expect } from 'vitest'
import type { Who } from '../../../lib/domain/access.ts'
import { call } from '../../../lib/domain/command/call.ts'
import type { Role } from '../../../lib/domain/vocabulary.ts'
import { createApi } from '../../../lib/server/api/app.ts'
import { openLive } from '../../../lib/server/live/events.ts'
import type { Message } from '../../../lib/server/mail/mail.ts'
import { type Outbox, openOutbox } from '../../../lib/server/outbox/outbox.ts'
import { sendDue } from '../../../lib/server/outbox/sender.ts'
import type { Committed, Store } from '../../../lib/server/store.ts'
import { type Answer, base, type Send, senderOf } from '../api/api-kit.ts'
import type { TestDatabase } from '../describe-on-each-database.ts'
import { type Actor, type Identities, identitiesOn } from '../identities.ts'
import { commit, contextOf, emptyNetwork } from '../network-kit.ts'
import { type Receiver, startReceiver } from './receiver.ts'

export const baseUrl = 'https://weft.example.org'
const secret = 'a-secret-of-tests-0123456789-abcdefghijklmnop'

/** The clock of a test: it stands still until it is moved. */
export type TestClock = { readonly now: () => Date; readonly pass: (ms: number) => void; readonly set: (instant: string) => void }

function makeClock(instant: string): TestClock {
  let at = Date.parse(instant)
  return {
    now: () => new Date(at),
    pass: (ms) => {
      at += ms
    },
    set: (next) => {
      at = Date.parse(next)
    },
  }
}

export type Telling = {
  readonly clock: TestClock
  readonly outbox: () => Outbox
  readonly people: () => Identities
  readonly receiver: () => Receiver
  readonly mails: Message[]
  /** what the loops complained about */
  readonly complaints: unknown[]
  readonly send: (actor: Actor | null, method: string, path: string, body?: unknown) => Promise<Answer>
  readonly sendAs: (headers: Readonly<Record<string, string>>, method: string, path: string, body?: unknown) => Promise<Answer>
  /** sends what is due, until nothing is */
  readonly deliver: () => Promise<void>
}

/** The ways out of a server over a suite's own database, with a receiver that the operator has allowed. */
export function tellingOn(database: TestDatabase, options: { readonly timeoutMs?: number } = {}): Telling {
  const clock = makeClock('2027-02-10T09:00:00Z')
  const mails: Message[] = []
  const complaints: unknown[] = []
  let made: { app: Hono; outbox: Outbox; people: Identities; receiver: Receiver; send: Send; close: () => void } | undefined
  beforeAll(async () => {
    const store = database.store()
    const receiver = await startReceiver()
    const people = identitiesOn(store, clock.now)
    const { access, identity } = people
    const mail = { send: async (message: Message) => void mails.push(message), from: { name: 'Weft', address: 'weft@example.org' } }
    const outbox = openOutbox({
      ...{ store, secret, baseUrl, mail, clock: clock.now, random: () => 0.5 },
      ...{ allowedHosts: [`127.0.0.1:${receiver.port}`], timeoutMs: options.timeoutMs ?? 2_000 },
    })
    const live = openLive(store)
    const app = createApi({ store, live, identity, access, outbox, clock: clock.now, onBug: (error) => complaints.push(error) })
    made = { app, outbox, people, receiver, send: senderOf(() => app), close: () => live.close() }
  })
  afterAll(async () => {
    made?.close()
    await made?.receiver.close()
  })
  const current = () => {
    if (made) return made
    throw new Error('the outbox is made before the first test')
  }
  const log = { error: (...given: unknown[]) => void complaints.push(given) }
  const sendAs: Telling['sendAs'] = async (headers, method, path, body) => {
    const answer = await current().send(method, path, body, { ...headers })
    expect(complaints).toEqual([])
    return answer
  }
  return {
    clock,
    outbox: () => current().outbox,
    people: () => current().people,
    receiver: () => current().receiver,
    mails,
    complaints,
    send: (actor, method, path, body) => sendAs(actor?.headers ?? {}, method, path, body),
    sendAs,
    deliver: async () => {
      while ((await sendDue({ ...current().outbox, log })) > 0);
    },
  }
}

/** A member of a test's network: an account, a person, and what commands know of them. */
export type Member = { readonly actor: Actor; readonly personId: string }

export type Stage = {
  readonly networkId: string
  readonly path: string
  readonly member: (name: string, role: Role, nodeId?: string) => Promise<Member>
  /** runs commands as a member */
  readonly as: (member: Member, ...calls: Parameters<typeof commit>[2][number][]) => Promise<Committed>
  readonly whoOf: (member: Member) => Promise<Who>
}

/** Two nodes in an area; a key result on each; `care` is the consumer, `billing` the supplier. */
export const twoNodes = [
  call('area.create', { id: 'area', name: 'Customer' }),
  call('node.create', { id: 'care', areaId: 'area', name: 'Care' }),
  call('node.create', { id: 'billing', areaId: 'area', name: 'Billing' }),
  call('cycle.create', { id: 'q1', name: 'Q1', startsOn: '2027-01-01', endsOn: '2027-03-31', phase: 'active' }),
  call('objective.create', { id: 'obj-care', nodeId: 'care', cycleId: 'q1', title: 'Be there' }),
  call('objective.create', { id: 'obj-billing', nodeId: 'billing', cycleId: 'q1', title: 'Be exact' }),
  call('keyResult.create', { id: 'kr-care', objectiveId: 'obj-care', title: 'Answer in 1 h', metric: { kind: 'boolean', current: 0 } }),
  call('keyResult.create', { id: 'kr-billing', objectiveId: 'obj-billing', title: 'Audit', metric: { kind: 'boolean', current: 0 } }),
]

/** A new network with two nodes, and a way to have members in it. */
export async function stageOn(store: Store, telling: Telling): Promise<Stage> {
  const ctx = await emptyNetwork(store)
  const { networkId } = ctx
  await commit(store, ctx, twoNodes)
  const whoOf = async ({ actor, personId }: Member): Promise<Who> => {
    const { roles, byUser } = await telling.people().access.memberships.of(networkId)
    return { personId, role: byUser.get(actor.userId)?.role ?? 'viewer', members: roles }
  }
  return {
    networkId,
    path: `${base}/networks/${networkId}`,
    whoOf,
    member: async (name, role, nodeId) => {
      const actor = await telling.people().user({ name })
      const place = nodeId === undefined ? undefined : ({ nodeId, tier: 'lead' } as const)
      return { actor, personId: await telling.people().join(actor, networkId, role, place) }
    },
    as: async (member, ...calls) => {
      const now = telling.clock.now().toISOString()
      return commit(store, { ...contextOf(networkId, member.personId), who: await whoOf(member), now }, calls)
    },
  }
}

/** Asks billing for something, in the name of care. */
export function askBilling(id = 'dep', more: Readonly<Record<string, unknown>> = {}) {
  return call('dependency.create', {
    id,
    consumerKeyResultId: 'kr-care',
    supplierKeyResultId: 'kr-billing',
    what: 'Clean invoices',
    strength: 1,
    state: 'requested',
    neededOn: '2027-03-01',
    ...more,
  })
}

import { expect } from 'vitest'
import { type CommandCall, call } from '../../../lib/domain/command/call.ts'
import type { Ritual } from '../../../lib/domain/entity.ts'
import { asId, type EntityName, type Id } from '../../../lib/domain/ids.ts'
import { assess } from '../../../lib/domain/okr/assess.ts'
import type { Assessment } from '../../../lib/domain/okr/assessment.ts'
import { find, get, type Snapshot } from '../../../lib/domain/snapshot.ts'
import { type Answer, type Api, base } from '../api/api-kit.ts'
import type { TestDatabase } from '../describe-on-each-database.ts'
import type { Actor } from '../identities.ts'
import { emptyNetwork } from '../network-kit.ts'
import { type Key, staff } from './company.ts'

/** A company in the middle of its quarter: who is there, what day it is, and what the server says. */
export type Quarter = {
  readonly networkId: string
  readonly path: string
  /** sets the clock of the server */
  readonly at: (instant: string) => void
  readonly now: () => string
  readonly today: () => string
  readonly personOf: (who: Key) => Id<'person'>
  readonly nameOf: (personId: string) => string | null
  /** commands of one step, as somebody in a browser sends them; they have to be accepted */
  readonly run: (who: Key, ...calls: readonly CommandCall[]) => Promise<Answer>
  /** the same, for what has to be refused */
  readonly tried: (who: Key, ...calls: readonly CommandCall[]) => Promise<Answer>
  readonly send: (who: Key, method: string, path: string, body?: unknown) => Promise<Answer>
  readonly snapshot: () => Promise<Snapshot>
  readonly snapshotAt: (revision: number) => Promise<Snapshot>
  readonly assessed: (cycleId: string) => Promise<Assessment>
  readonly ritual: (id: string) => Promise<Ritual>
  readonly freshId: <E extends EntityName>(entity: E) => Id<E>
}

export type Clock = { now: string }

/** Ids of the quarter are counted, so that its texts are the same in each run and on each database. */
function counter(): Quarter['freshId'] {
  let count = 0
  return (entity) => {
    count += 1
    return asId(`${entity}-${count}`)
  }
}

async function enter(api: Api, networkId: string): Promise<Map<Key, Actor & { readonly personId: string }>> {
  const people = new Map<Key, Actor & { readonly personId: string }>()
  for (const [key, { name, role, node, tier }] of Object.entries(staff)) {
    const actor = await api.people().user({ name })
    const place = node === null ? undefined : { nodeId: node, tier }
    people.set(castKey(key), { ...actor, personId: await api.people().join(actor, networkId, role, place) })
  }
  return people
}

/** Guaranteed by `enter`: it is called with the keys of `staff`. */
function castKey(key: string): Key {
  return key as Key
}

/** Founds the company on a database: the network with its nodes, and the people who work in it. */
export async function foundCompany(database: TestDatabase, api: Api, clock: Clock, calls: readonly CommandCall[]): Promise<Quarter> {
  const ctx = await emptyNetwork(database.store())
  const { networkId } = ctx
  const path = `${base}/networks/${networkId}`
  const first = await api.people().user({ name: 'Founder' })
  await api.people().join(first, networkId, 'owner')
  const setUp = [
    call('network.update', { id: networkId, set: { name: 'Tidewater Bikes', timeZone: 'Europe/Berlin', vision: 'The short way is by bike.' } }),
    ...calls,
  ]
  const founded = await api.send('POST', `${path}/commands`, { commands: setUp }, first.headers)
  expect(founded.body.errors ?? founded.body.detail).toBeUndefined()
  const people = await enter(api, networkId)
  const actorOf = (who: Key) => {
    const actor = people.get(who)
    if (actor) return actor
    throw new Error(`${who} is nobody here`)
  }
  const nameById = new Map(Array.from(people, ([key, { personId }]) => [personId, staff[key].name]))
  const send: Quarter['send'] = (who, method, at, body) => api.send(method, `${path}${at}`, body, actorOf(who).headers)
  const tried: Quarter['tried'] = (who, ...commands) => send(who, 'POST', '/commands', { commands })
  const snapshot = () => database.store().read(networkId)
  return {
    networkId,
    path,
    at: (instant) => {
      clock.now = instant
    },
    now: () => clock.now,
    today: () => clock.now.slice(0, 10),
    personOf: (who) => asId(actorOf(who).personId),
    nameOf: (personId) => nameById.get(personId) ?? null,
    send,
    tried,
    run: async (who, ...commands) => {
      const answer = await tried(who, ...commands)
      expect(answer.body.detail, `${who}: ${commands.map(({ name }) => name).join(', ')}`).toBeUndefined()
      return answer
    },
    snapshot,
    snapshotAt: (revision) => database.store().snapshotAt(networkId, revision),
    assessed: async (cycleId) => assess(await snapshot(), { today: clock.now.slice(0, 10), cycleId }),
    ritual: async (id) => get(await snapshot(), 'ritual', id),
    freshId: counter(),
  }
}

/** The owner of a key result or of a promise's side, for check-ins in their name. */
export async function stateOf(quarter: Quarter, dependencyId: string): Promise<string | undefined> {
  return find(await quarter.snapshot(), 'dependency', dependencyId)?.state
}

import type { z } from 'zod'
import type { idOf } from './id-schema.ts'

/** Every kind of record that a network consists of, in the order in which a document lists them. */
export const entityNames = [
  'network',
  'area',
  'node',
  'person',
  'team',
  'participation',
  'exchange',
  'cycle',
  'goal',
  'objective',
  'keyResult',
  'dependency',
  'promiseMove',
  'checkIn',
  'comment',
  'source',
  'exchangeCheck',
  'proposal',
  'mark',
  'reason',
  'healthMetric',
  'healthReading',
  'ritual',
  'ritualItem',
  'signOff',
  'tally',
  'checkSetting',
  'acceptance',
  'whatIf',
] as const

export type EntityName = (typeof entityNames)[number]

/** An id of one kind of record: a text that an id of another kind cannot stand for. */
export type Id<E extends EntityName> = z.infer<ReturnType<typeof idOf<E>>>

/** States that a text which has already been checked (by a schema, the database or a test) is an id of this entity. */
export function asId<E extends EntityName>(text: string): Id<E> {
  return text as Id<E>
}

const prefixByEntity: Record<EntityName, string> = {
  network: 'net',
  area: 'area',
  node: 'node',
  person: 'person',
  team: 'team',
  participation: 'part',
  exchange: 'exch',
  cycle: 'cycle',
  goal: 'goal',
  objective: 'obj',
  keyResult: 'kr',
  dependency: 'dep',
  promiseMove: 'move',
  checkIn: 'chk',
  comment: 'note',
  source: 'src',
  exchangeCheck: 'rel',
  proposal: 'prop',
  mark: 'mark',
  reason: 'why',
  healthMetric: 'health',
  healthReading: 'read',
  ritual: 'rit',
  ritualItem: 'item',
  signOff: 'sign',
  tally: 'tally',
  checkSetting: 'set',
  acceptance: 'acc',
  whatIf: 'if',
}

/**
 * Makes the id of a new record: the entity's prefix and a version 7 UUID.
 *
 * @param uuid a version 7 UUID, given by the caller because the domain has neither clock nor dice
 * Cost O(1).
 */
export function newId<E extends EntityName>(entity: E, uuid: string): Id<E> {
  return asId<E>(`${prefixByEntity[entity]}_${uuid}`)
}

/**
 * When a record was made, read from the version 7 UUID at the end of its id.
 *
 * @returns milliseconds since 1970-01-01T00:00:00Z; null for an id that came with a document
 * Cost O(1).
 */
export function madeAtMs(id: string): number | null {
  const match = /_([0-9a-f]{8})-([0-9a-f]{4})-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.exec(id)
  return match ? Number.parseInt(`${match[1]}${match[2]}`, 16) : null
}

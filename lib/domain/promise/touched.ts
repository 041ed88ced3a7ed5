import type { Change } from '../change.ts'
import { find, nameOf, type Snapshot } from '../snapshot.ts'
import type { PromiseState } from '../vocabulary.ts'
import { stateWords } from './words.ts'

/** A promise in force that a delete takes along, or that stays without what stood behind it. */
export type TouchedPromise = {
  readonly id: string
  readonly name: string
  readonly state: PromiseState
  readonly becomes: 'goes' | 'loosened'
}

/** Somebody has given or awaits something: a delete has to name it. */
const inForce: ReadonlySet<PromiseState> = new Set(['offered', 'requested', 'countered', 'deferred', 'promised', 'delivered'])

/**
 * The promises and asks in force that a delete touches, in the order of its changes.
 *
 * @param snapshot before the delete
 * @param changes the answer of `planDelete`
 * Cost O(changes). Spec: PR52.
 */
export function promisesTouched(snapshot: Snapshot, changes: readonly Change[]): TouchedPromise[] {
  return changes.flatMap(({ entity, id, after }): TouchedPromise[] => {
    const dependency = entity === 'dependency' ? find(snapshot, 'dependency', id) : undefined
    if (!dependency || !inForce.has(dependency.state)) return []
    return [{ id, name: nameOf(dependency), state: dependency.state, becomes: after === null ? 'goes' : 'loosened' }]
  })
}

/** The first three promises by name and state, and how many more there are. Cost O(1). */
export function namedPromises(promises: readonly Pick<TouchedPromise, 'name' | 'state'>[]): string {
  const names = promises.slice(0, 3).map(({ name, state }) => `“${name}” (${stateWords[state]})`)
  const more = promises.length - names.length
  return more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ')
}

/**
 * What a delete does to promises in force, told before it happens; empty where it touches none.
 *
 * Cost O(promises). Spec: PR52.
 */
export function touchedSentence(promises: readonly TouchedPromise[]): string {
  const [goes, stays] = [promises.filter(({ becomes }) => becomes === 'goes'), promises.filter(({ becomes }) => becomes === 'loosened')]
  const parts = [
    goes.length > 0 ? `In force and gone with it: ${namedPromises(goes)}.` : '',
    stays.length > 0 ? `Stays as it was settled, with nothing behind it any more: ${namedPromises(stays)}.` : '',
  ]
  return parts.filter((part) => part !== '').join(' ')
}

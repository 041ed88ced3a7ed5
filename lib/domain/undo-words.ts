import { type Change, withFields } from './change.ts'
import { wordsAmiss } from './own-word.ts'
import { find, type Snapshot } from './snapshot.ts'

/**
 * What was said of an exchange since a step moved one of its ends, and would be another node's word when the step is taken back. Words of the step
 * itself are not among them; nor are those of a node that comes or goes with it, as they come and go along.
 *
 * @param change one of the reversed changes
 * @param reversed all of them
 * @returns the fields, none where the change may be made
 * Cost O(changes). Spec: AC25.
 */
export function foreignWords(snapshot: Snapshot, { entity, id, after }: Change, reversed: Iterable<Change>): string[] {
  const now = entity === 'exchange' ? find(snapshot, 'exchange', id) : undefined
  if (!now || !after) return []
  const then = withFields(now, after)
  const amiss = wordsAmiss(now, then).filter(({ word }) => !(word in after))
  if (amiss.length === 0) return []
  const whole = [...reversed].filter((each) => each.before === null || each.after === null)
  const moving = new Set(whole.map((each) => each.id))
  return amiss.filter(({ end }) => !(moving.has(now[end]) || moving.has(then[end]))).map(({ word }) => word)
}

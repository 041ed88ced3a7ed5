import { isSame } from '../change.ts'
import type { Dependency, Terms } from '../entity.ts'

/** What both sides have settled, or would settle. */
export type Settled = Pick<Dependency, 'neededOn' | 'promisedOn' | 'what' | 'condition'>

/**
 * What would hold if terms were taken over now. A part that the terms leave out stays as the record has it. The supplier's day is the day
 * of the promise; the consumer's is the day by which it is needed, and so that of the promise too. Without either, it is promised for
 * the day on which it is needed.
 *
 * @param terms null: everything as the record has it
 * Cost O(1). Spec: PR5.
 */
export function settle(dependency: Settled, terms: Terms | null): Settled {
  const { neededOn, promisedOn, what, condition } = dependency
  return {
    neededOn: terms?.by === 'consumer' ? (terms.on ?? neededOn) : neededOn,
    promisedOn: terms?.on ?? promisedOn ?? neededOn,
    what: terms?.what ?? what,
    condition: terms?.condition ?? condition,
  }
}

/** Whether terms would settle another day, thing or proof than what lies on the table now. Cost O(1). Spec: PR6. */
export function areOther(dependency: Dependency, terms: Terms): boolean {
  const { neededOn: _mine, ...proposed } = settle(dependency, terms)
  const { neededOn: _theirs, ...present } = settle(dependency, dependency.terms)
  return !isSame(proposed, present)
}

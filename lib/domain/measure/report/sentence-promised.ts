import { promiseClass } from '../../okr/promise-class.ts'
import { words } from '../../plan/sentence.ts'
import type { PromiseState } from '../../vocabulary.ts'
import { counted, type Said, subjectsOf } from './said.ts'

/** What is left of a list of counts, each in words; those of nothing are left out. */
function listed(counts: readonly (readonly [number, string, string])[]): string {
  return counts.flatMap(([count, one, many]) => (count === 0 ? [] : [`${count} ${count === 1 ? one : many}`])).join(', ')
}

/**
 * How much of what is needed is promised: “8 of the 12 things we rely on have been promised. 3 are waiting for an answer, 1 was
 * declined.”
 *
 * @param states of every dependency of the cycle
 * @returns null where nothing was asked
 * Cost O(dependencies). Spec: OR21.
 */
export function promisedSentence(states: Readonly<Record<string, PromiseState>>): Said | null {
  const asked = Object.entries(states).filter(([, state]) => promiseClass(state) !== 'ended' && promiseClass(state) !== 'draft')
  if (asked.length === 0) return null
  const countOf = (wanted: (state: PromiseState) => boolean) => asked.filter(([, state]) => wanted(state)).length
  const promised = countOf((state) => promiseClass(state) === 'promised')
  const rest = listed([
    [countOf((state) => promiseClass(state) === 'open'), 'is waiting for an answer', 'are waiting for an answer'],
    [countOf((state) => state === 'declined'), 'was declined', 'were declined'],
    [countOf((state) => state === 'revoked'), 'was taken back', 'were taken back'],
  ])
  const first = `${promised} of the ${counted(asked.length, 'thing')} we rely on ${promised === 1 ? 'has' : 'have'} been promised. ${rest}.`
  const several = promised === asked.length ? `All ${asked.length} things we rely on have been promised.` : first
  const one = `The one thing we rely on ${promised === 1 ? 'has been promised' : rest.replace(/^1 /, '')}.`
  const open = asked.filter(([, state]) => promiseClass(state) !== 'promised').map(([id]) => id)
  return {
    key: 'promised',
    sentence: [words(asked.length === 1 ? one : several)],
    subjects: subjectsOf('dependency', open),
  }
}

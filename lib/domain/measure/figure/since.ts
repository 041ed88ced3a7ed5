import { keyResultPart, type Sentence, words } from '../../plan/sentence.ts'
import { dayText } from '../../promise/day-words.ts'
import type { Figure } from './figure.ts'
import { sayable } from './kr-numbers.ts'
import type { Looked } from './looked.ts'

/** A number, and what it was made from. */
type Read = { readonly figure: Figure; readonly looked: Looked }

/** A number as it was, and the day of then. */
export type Then = Read & { readonly day: string }

/** The key result that a figure of one is about: what stands behind the kind in its id. */
function subjectOf({ id }: Figure): string {
  return id.slice(id.indexOf(':') + 1)
}

/** Whether the goal is told as it would be without the rings. */
function isWithoutRings({ numbers }: Looked): boolean {
  return numbers !== null && sayable(numbers).isAfterCut
}

/**
 * Whether both say the same of their subject: a number of the network as it would be without its rings says something else than one of the
 * network as it is. What help gains may be called by two names, and is about the goal.
 */
function isSameQuestion(now: Read, then: Read): boolean {
  return now.figure.id.startsWith('help:') ? isWithoutRings(now.looked) === isWithoutRings(then.looked) : now.figure.name === then.figure.name
}

/**
 * What a number was before: “Was 20 in 100 at the last walk, on 15 Nov.” Where the same question was about another key result, which:
 * “At the last walk, on 15 Nov, it was *Leads*.” Null where it was the same, where nobody knew it, and where only one
 * of the two is without the rings.
 *
 * Cost O(1). Spec: IN23.
 */
export function sinceSentence(now: Read, then: Then, today: string): Sentence | null {
  const { figure, looked, day } = then
  if (figure.value === 'unknown') return null
  const on = `the last walk, on ${dayText(day, today)}`
  if (figure.id !== now.figure.id) return [words(`At ${on}, it was `), keyResultPart(looked.snapshot, subjectOf(figure)), words('.')]
  return figure.value === now.figure.value || !isSameQuestion(now, then) ? null : [words(`Was ${figure.value} at ${on}.`)]
}

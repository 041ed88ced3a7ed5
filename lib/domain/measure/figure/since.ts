import { keyResultPart, type Sentence, words } from '../../plan/sentence.ts'
import { dayText } from '../../promise/day-words.ts'
import type { Figure } from './figure.ts'
import type { Looked } from './looked.ts'

/** A number as it was, and the day of then. */
export type Then = { readonly figure: Figure; readonly looked: Looked; readonly day: string }

/** The key result that a figure of one is about: what stands behind the kind in its id. */
function subjectOf({ id }: Figure): string {
  return id.slice(id.indexOf(':') + 1)
}

/**
 * What a number was before: “Was 20 in 100 at the last walk, on 15 Nov.” Where the same question was about another key result, which:
 * “At the last walk, on 15 Nov, it was *Leads*.” Null where it was the same, or where nobody knew it.
 *
 * Cost O(1). Spec: IN23.
 */
export function sinceSentence(now: Figure, { figure, looked, day }: Then, today: string): Sentence | null {
  if (figure.value === 'unknown') return null
  const on = `the last walk, on ${dayText(day, today)}`
  if (figure.id !== now.id) return [words(`At ${on}, it was `), keyResultPart(looked.snapshot, subjectOf(figure)), words('.')]
  return figure.value === now.value ? null : [words(`Was ${figure.value} at ${on}.`)]
}

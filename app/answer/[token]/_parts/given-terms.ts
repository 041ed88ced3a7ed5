import type { AnswerView, GivenAnswer } from './use-answer.ts'

/** What is typed into the form of an answer. */
export type AnswerDraft = { readonly on: string; readonly what: string; readonly condition: string; readonly day: string; readonly reason: string }

/** The form as it opens: terms are those that lie on the table. */
export function emptyAnswer({ onTable }: AnswerView): AnswerDraft {
  return { on: onTable.on ?? '', what: onTable.what, condition: onTable.condition ?? '', day: '', reason: '' }
}

/** The parts of the terms that were changed; what was not touched, or was emptied, stays as it is. */
function changedTerms({ on, what, condition }: AnswerDraft, { onTable }: AnswerView): NonNullable<GivenAnswer['terms']> {
  const [newWhat, newCondition] = [what.trim(), condition.trim()]
  return {
    ...(on !== '' && on !== onTable.on ? { on } : {}),
    ...(newWhat !== '' && newWhat !== onTable.what ? { what: newWhat } : {}),
    ...(newCondition !== '' && newCondition !== (onTable.condition ?? '') ? { condition: newCondition } : {}),
  }
}

/** What is still missing, by the part that lacks it. */
type Missing = Partial<Record<AnswerView['needs'][number], string>>

/** What goes along with an answer, or what it still lacks. */
export function givenBy(draft: AnswerDraft, view: AnswerView): { readonly body: GivenAnswer; readonly missing: Missing } {
  const needs = (part: AnswerView['needs'][number]) => view.needs.includes(part)
  const reason = draft.reason.trim()
  const terms = needs('terms') ? changedTerms(draft, view) : {}
  const isChanged = Object.keys(terms).length > 0
  const missing: Missing = {
    ...(needs('terms') && !isChanged ? { terms: 'Change the day, the thing or the proof: nothing differs yet.' } : {}),
    ...(needs('day') && draft.day === '' ? { day: 'Give the day by which you will answer.' } : {}),
    ...(needs('reason') && reason === '' ? { reason: 'Say why in a few words: the other side reads it.' } : {}),
  }
  const body = { ...(reason === '' ? {} : { reason }), ...(isChanged ? { terms } : {}), ...(needs('day') ? { answerBy: draft.day } : {}) }
  return { body, missing }
}

import type { OpenMove } from '../../../lib/domain/promise/moves.ts'
import type { Settled } from '../../../lib/domain/promise/terms.ts'
import type { MoveDetails } from './use-promise.ts'

/** What is typed into the form of a move. */
export type MoveDraft = {
  readonly when: string
  readonly what: string
  readonly condition: string
  readonly reason: string
  readonly keyResultId: string | null
}

type Read = {
  /** how things stand on the table now */
  readonly stands: Settled
  /** the day that was typed; null where it is none */
  readonly day: string | null
}

const dayLabels: Partial<Record<OpenMove['move'], string>> = { defer: 'You answer by', promise: 'Ready by' }

/** What the day of a move is about. */
export function dayIsOf(move: OpenMove['move']): string {
  return dayLabels[move] ?? 'By when'
}

/** The parts of the terms that differ from what is on the table; what was not touched stays as it is. */
function changedTerms({ what, condition }: MoveDraft, { stands, day }: Read): NonNullable<MoveDetails['terms']> {
  const [newWhat, newCondition] = [what.trim(), condition.trim()]
  return {
    ...(day !== null && day !== stands.promisedOn ? { on: day } : {}),
    ...(newWhat !== '' && newWhat !== stands.what ? { what: newWhat } : {}),
    ...(newCondition !== '' && newCondition !== (stands.condition ?? '') ? { condition: newCondition } : {}),
  }
}

/** What goes along with the move, or a sentence that says what is missing. */
export function detailsOf({ move, needs, takes }: OpenMove, draft: MoveDraft, read: Read): MoveDetails | string {
  const has = (part: OpenMove['needs'][number]) => needs.includes(part) || takes.includes(part)
  if (draft.when.trim() !== '' && read.day === null) return 'Write the day like fri, 31 mar, in 2 weeks or 2027-03-31.'
  if (needs.includes('reason') && draft.reason.trim() === '') return 'Say why in a few words: the other side reads it.'
  if (needs.includes('keyResult') && draft.keyResultId === null) return 'Choose the key result that gives it.'
  if (needs.includes('day') && read.day === null) return 'Give a day.'
  const terms = has('terms') ? changedTerms(draft, read) : {}
  const isChanged = Object.keys(terms).length > 0
  if (needs.includes('terms') && !isChanged) return 'Change the day, the thing or the proof: nothing differs yet.'
  const day = has('day') && read.day !== null ? { [move === 'defer' ? 'answerBy' : 'promisedOn']: read.day } : {}
  return {
    ...(draft.reason.trim() === '' ? {} : { reason: draft.reason.trim() }),
    ...(isChanged ? { terms } : {}),
    ...day,
    ...(draft.keyResultId === null ? {} : { supplierKeyResultId: draft.keyResultId }),
  }
}

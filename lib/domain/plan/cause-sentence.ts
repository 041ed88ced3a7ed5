import type { Assessment, Cause } from '../okr/assessment.ts'
import { causesOf } from '../okr/causes.ts'
import { find, type Snapshot } from '../snapshot.ts'
import { keyResultPart, nodePart, type Sentence, type SentencePart, words } from './sentence.ts'

function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`
}

function giver(snapshot: Snapshot, { supplierKeyResultId, supplierNodeId }: Cause): SentencePart {
  if (supplierKeyResultId !== null) return keyResultPart(snapshot, supplierKeyResultId)
  return supplierNodeId === null ? words('a supplier') : nodePart(snapshot, supplierNodeId)
}

/** What is wrong with one need, as the rest of a sentence that starts with its consumer. */
function reasonOf(snapshot: Snapshot, assessment: Assessment, cause: Cause): Sentence {
  const need = assessment.dependencies.get(cause.dependencyId)
  const what = find(snapshot, 'dependency', cause.dependencyId)?.what ?? ''
  const named: Sentence = what === '' ? [giver(snapshot, cause)] : [words(`“${what}” from `), giver(snapshot, cause)]
  switch (cause.reason) {
    case 'declined':
      return [...named, words(' was declined')]
    case 'revoked':
      return [...named, words(' was promised and revoked')]
    case 'late':
      return [...named, words(` is ${days(need?.lateDays ?? 0)} late`)]
    case 'overdue':
      return [...named, words(` was needed ${days(need?.overdueDays ?? 0)} ago and is not promised`)]
    case 'supplier-off-track':
      return [giver(snapshot, cause), words(' is off track')]
    case 'supplier-blocked':
      return [giver(snapshot, cause), words(' is blocked itself')]
  }
}

/**
 * Why a key result is blocked, from its own need to where it starts: “*Clients* is blocked: *leads* is blocked itself,
 * because *references* was declined.”
 *
 * @returns null where it is not blocked
 * Cost O(hops). Spec: ST72.
 */
export function blockedSentence(snapshot: Snapshot, assessment: Assessment, keyResultId: string): Sentence | null {
  const causes = causesOf(assessment, keyResultId)
  if (causes.length === 0) return null
  const reasons = causes.flatMap((cause, at) => [words(at === 0 ? '' : ', because '), ...reasonOf(snapshot, assessment, cause)])
  return [keyResultPart(snapshot, keyResultId), words(' is blocked: '), ...reasons, words('.')].filter(({ text }) => text !== '')
}

/** What a key result is at risk through, in words; null where it is through nothing. Cost O(causes). Spec: ST72. */
export function atRiskSentence(snapshot: Snapshot, assessment: Assessment, keyResultId: string): Sentence | null {
  const causes = assessment.keyResults.get(keyResultId)?.atRiskThrough ?? []
  if (causes.length === 0) return null
  const reasons = causes.flatMap((cause, at) => [words(at === 0 ? '' : '; '), ...reasonOf(snapshot, assessment, cause)])
  return [words('At risk: '), ...reasons, words('.')].filter(({ text }) => text !== '')
}

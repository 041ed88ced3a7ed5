import { fillNames } from '../people/named-text.ts'
import { sentenceText } from '../plan/sentence.ts'
import { find, type Snapshot } from '../snapshot.ts'
import type { CheckFinding } from './findings.ts'

/** A finding as plain data: its sentence as text with names as they are now, without its fixes. */
export type ToldFinding = Omit<CheckFinding, 'sentence' | 'acceptance' | 'fixes'> & {
  readonly sentence: string
  readonly acceptance: { readonly id: string; readonly because: string; readonly ownerId: string | null; readonly reviewOn: string } | null
}

/** Tells a finding to programs and on paper. Cost O(length of its sentence). Spec: AL80, AL81. */
export function toldFinding(snapshot: Snapshot, { sentence, acceptance, fixes: _left, ...rest }: CheckFinding): ToldFinding {
  const text = fillNames(sentenceText(sentence), (id) => find(snapshot, 'person', id)?.name ?? 'somebody')
  if (acceptance === null) return { ...rest, sentence: text, acceptance }
  const { id, because, ownerId, reviewOn } = acceptance
  return { ...rest, sentence: text, acceptance: { id, because, ownerId, reviewOn } }
}

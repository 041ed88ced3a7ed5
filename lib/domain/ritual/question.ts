import type { RitualKind } from '../vocabulary.ts'

/** A question of a ritual, and what an answer to it looks like. */
export type Question = { readonly key: string } & (
  | { readonly asks: 'confidence' }
  | { readonly asks: 'draft'; readonly nodeId: string }
  | { readonly asks: 'statement' }
  | { readonly asks: 'value' }
  | { readonly asks: 'change' }
  | { readonly asks: 'share' }
)

/** Whether a question has one answer, which the people of a node write together and see at once, instead of one of each seat. Cost O(1). Spec: RI30. */
export function isWrittenTogether({ asks }: Pick<Question, 'asks'>): boolean {
  return asks === 'change' || asks === 'share'
}

/** The statements of a check, in their order. */
export const statementKeys = ['s1', 's2', 's3', 's4', 's5'] as const

/**
 * The question that a key stands for: of a plan `confidence` (and `confidence:2` to `confidence:9` for later votes of the same session) and
 * `draft:NODE_ID`; of a check `s1` to `s5`, `value`, `change` and `share`. Walks and coffees ask nothing.
 *
 * @returns null where the kind of ritual has no such question. Cost O(1). Spec: RI20.
 */
export function questionOf(kind: RitualKind, key: string): Question | null {
  if (kind === 'plan') {
    if (/^confidence(:[2-9])?$/.test(key)) return { key, asks: 'confidence' }
    return /^draft:.{1,74}$/.test(key) ? { key, asks: 'draft', nodeId: key.slice('draft:'.length) } : null
  }
  if (kind !== 'check') return null
  if (statementKeys.some((each) => each === key)) return { key, asks: 'statement' }
  return key === 'value' || key === 'change' || key === 'share' ? { key, asks: key } : null
}

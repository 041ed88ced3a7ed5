import { mentionOf, plainText, splitMentions } from '../../../lib/domain/people/mentions.ts'

export type Named = { readonly id: string; readonly name: string }

/** What is being typed behind an @ that stands before the caret; null where nothing is. */
export function typedMention(text: string, caret: number): { readonly from: number; readonly typed: string } | null {
  const before = text.slice(0, caret)
  const from = before.lastIndexOf('@')
  if (from < 0 || /[\p{L}\p{N}]/u.test(before[from - 1] ?? '')) return null
  const typed = before.slice(from + 1)
  return typed.length <= 40 && !/[\n@[\]]/.test(typed) && !/\s\S*\s/.test(typed) ? { from, typed } : null
}

/** A text as its author writes it, with names, as the one that is kept, with ids. Longer names win, so that “@Ana Berg” is not “@Ana”. */
export function withIds(text: string, mentioned: readonly Named[]): string {
  let kept = text
  for (const { id, name } of mentioned.toSorted((a, b) => b.name.length - a.name.length)) kept = kept.replaceAll(`@${name}`, mentionOf(id))
  return kept
}

/** The other way round: what is kept as its author wrote it. */
export function withNames(text: string, nameOf: (id: string) => string | null): { readonly text: string; readonly mentioned: readonly Named[] } {
  const mentioned = splitMentions(text).flatMap((part) => {
    const name = part.kind === 'mention' ? nameOf(part.personId) : null
    return part.kind === 'mention' && name !== null ? [{ id: part.personId, name }] : []
  })
  return { text: plainText(text, nameOf), mentioned }
}

/** A stretch of a text: plain, or a person who is mentioned there. */
export type TextPart = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'mention'; readonly personId: string }

/** `@[ID]`; in the id, `]` and `\` stand behind a `\`. */
const mention = /@\[((?:[^\]\\\p{Cc}]|\\[\]\\]){1,400})\]/gu

function unescaped(id: string): string {
  return id.replace(/\\([\]\\])/g, '$1')
}

/**
 * How a mention of a person is written in a text.
 *
 * Cost O(length). Spec: CM10.
 */
export function mentionOf(personId: string): string {
  return `@[${personId.replace(/[\]\\]/g, '\\$&')}]`
}

/**
 * Splits a text at its mentions. Joined again (mentions by `mentionOf`) the parts are the text.
 *
 * @returns parts in order, none of them empty
 * Cost O(length). Spec: CM10.
 */
export function splitMentions(text: string): TextPart[] {
  const parts: TextPart[] = []
  let from = 0
  for (const match of text.matchAll(mention)) {
    if (match.index > from) parts.push({ kind: 'text', text: text.slice(from, match.index) })
    parts.push({ kind: 'mention', personId: unescaped(match[1] ?? '') })
    from = match.index + match[0].length
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) })
  return parts
}

/** The people that a text mentions, each once, in order. Cost O(length). Spec: CM10. */
export function mentionsIn(text: string): string[] {
  return [...new Set(splitMentions(text).flatMap((part) => (part.kind === 'mention' ? [part.personId] : [])))]
}

/**
 * A text with one person's mentions made those of another person.
 *
 * Cost O(length). Spec: PE24.
 */
export function remention(text: string, from: string, to: string): string {
  return splitMentions(text)
    .map((part) => (part.kind === 'text' ? part.text : mentionOf(part.personId === from ? to : part.personId)))
    .join('')
}

/**
 * A text as it is read aloud or sent where no markup is shown: mentions as `@Name`.
 *
 * @param nameOf the name of a person; null where there is none any more
 * Cost O(length).
 */
export function plainText(text: string, nameOf: (personId: string) => string | null): string {
  return splitMentions(text)
    .map((part) => (part.kind === 'text' ? part.text : `@${nameOf(part.personId) ?? 'somebody'}`))
    .join('')
}

/** Signs that turn the direction of text, and with it what a reader sees; those that mark a single letter's direction stay. */
const directionSigns = /[\u202A-\u202E\u2066-\u2069]/gu

/**
 * A text as one line of plain text: no line breaks, no control characters, nothing that turns its direction.
 *
 * Cost O(length). Spec: MN11.
 */
export function plainLine(text: string): string {
  return text
    .replace(directionSigns, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}

/** The same for a text of several lines. Cost O(length). */
export function plainLines(text: string): string[] {
  return text.split(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/u).map(plainLine)
}

import type { Point } from './geometry.ts'
import type { TextBlock } from './scene.ts'

/**
 * Advance widths of ASCII 32-126 in hundredths of the font size, regular and bold, of DejaVu Sans: the widest face of the
 * font stack, so that what fits here fits in the others.
 */
const regular = decode(
  '32 40 46 84 64 95 78 27 39 39 50 84 32 36 32 34 64 64 64 64 64 64 64 64 64 64 34 34 84 84 84 53 100 68 69 70 77 63 58 77 75 29 29 66 56 86 75 79 60 79 69 63 61 73 68 99 69 61 69 39 34 39 84 50 50 61 63 55 63 62 35 63 63 28 28 58 28 97 63 61 63 63 41 52 39 63 59 82 59 59 52 64 34 64 84',
)
const bold = decode(
  '35 46 52 84 70 100 87 31 46 46 52 84 38 42 38 37 70 70 70 70 70 70 70 70 70 70 40 40 84 84 84 58 100 77 76 73 83 68 68 82 84 37 37 77 64 100 84 85 73 85 77 72 68 81 77 110 77 72 73 46 37 46 84 50 50 67 72 59 72 68 44 72 71 34 34 67 34 104 71 69 72 72 49 60 48 71 65 92 65 65 58 71 37 71 84',
)
const otherRegular = 70
const otherBold = 78
const wide = 104
const semiBold = 600
const ellipsis = '…'

function decode(widths: string): Uint8Array {
  return Uint8Array.from(widths.split(' '), Number)
}

function advance(code: number, isBold: boolean): number {
  if (code >= 32 && code < 127) return (isBold ? bold : regular)[code - 32] ?? otherRegular
  if (code === 0xb7) return isBold ? 38 : 32
  if (code < 0x250) return isBold ? otherBold : otherRegular
  return code > 0x10ff || code > 0x2000 || (code > 0x400 && code < 0x530) ? wide : otherBold
}

/**
 * Width of a text in pixels in the widest face of the font stack; other faces are narrower.
 *
 * @param size   font size in pixels
 * @param weight CSS font weight; from 600 on the bold widths count
 * Cost O(length).
 */
export function textWidth(text: string, size: number, weight = 400): number {
  let sum = 0
  for (const sign of text) sum += advance(sign.codePointAt(0) ?? 0, weight >= semiBold)
  return (sum * size) / 100
}

export type TextStyle = { readonly size: number; readonly weight: number }

/** The longest start of a text that fits a width with an ellipsis behind it: of whole words, of a part of the first word where that alone is too long. */
function cut(text: string, width: number, style: TextStyle): string {
  const words = text.split(' ')
  for (let count = words.length; count > 0; count -= 1) {
    const start = `${words
      .slice(0, count)
      .join(' ')
      .replace(/[\s,;:–-]+$/, '')}${ellipsis}`
    if (textWidth(start, style.size, style.weight) <= width) return start
  }
  const signs = [...text]
  while (signs.length > 0 && textWidth(`${signs.join('').trimEnd()}${ellipsis}`, style.size, style.weight) > width) signs.pop()
  return `${signs.join('').trimEnd()}${ellipsis}`
}

/** The longest start of a word that fits a width, at least one sign; it ends at a hyphen or slash where there is one. */
function headOf(word: string, width: number, style: TextStyle): string {
  const signs = [...word]
  let count = signs.length
  while (count > 1 && textWidth(signs.slice(0, count).join(''), style.size, style.weight) > width) count -= 1
  const head = signs.slice(0, count).join('')
  const joint = count < signs.length ? Math.max(head.lastIndexOf('-'), head.lastIndexOf('/')) : -1
  return joint > 1 ? head.slice(0, joint + 1) : head
}

/** Breaks text into lines of a width; a word that is too long for a line of its own is broken. */
function breakLines(text: string, width: number, style: TextStyle): string[] {
  const lines: string[] = []
  let line = ''
  const words = text.split(/\s+/).filter((word) => word !== '')
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    const longer = line === '' ? word : `${line} ${word}`
    if (textWidth(longer, style.size, style.weight) <= width) {
      line = longer
      continue
    }
    if (line !== '') {
      lines.push(line)
      line = ''
      words.unshift(word)
      continue
    }
    const head = headOf(word, width, style)
    lines.push(head)
    if (head.length < word.length) words.unshift(word.slice(head.length))
  }
  return line === '' ? lines : [...lines, line]
}

/**
 * Wraps a text into at most `maxLines` lines of a width; what does not fit is cut and ends with an ellipsis.
 *
 * @param width pixels
 * @returns the lines, none for an empty text, and whether something was cut
 * Cost O(length²) for cut texts, else O(length).
 */
export function wrapText(text: string, width: number, maxLines: number, style: TextStyle): { lines: string[]; isCut: boolean } {
  const lines = breakLines(text.slice(0, 400), width, style)
  if (lines.length <= maxLines) return { lines, isCut: false }
  const kept = lines.slice(0, maxLines)
  const rest = lines.slice(maxLines - 1).join(' ')
  kept[maxLines - 1] = cut(rest, width, style)
  return { lines: kept, isCut: true }
}

/**
 * As `wrapText`, but no word is parted: one that is too long for a line is broken at a hyphen or slash, else ends with an ellipsis.
 *
 * @param width pixels
 * Cost as `wrapText`.
 */
export function wrapWholeWords(text: string, width: number, maxLines: number, style: TextStyle): { lines: string[]; isCut: boolean } {
  const fits = (word: string) => textWidth(word, style.size, style.weight) <= width
  const words = text.split(/\s+/).map((word) => (fits(word) || word.split(/(?<=[-/])/).every(fits) ? word : cut(word, width, style)))
  const wrapped = wrapText(words.join(' '), width, maxLines, style)
  return { ...wrapped, isCut: wrapped.isCut || words.some((word) => word.endsWith(ellipsis)) }
}

type BlockPlace = TextStyle & {
  readonly at: Point
  readonly width: number
  readonly maxLines?: number
  readonly lineHeight?: number
  readonly anchor?: TextBlock['anchor']
}

/**
 * A wrapped text at a place; `at` is the anchor of the first line's baseline.
 *
 * Cost as `wrapText`.
 */
export function textBlock(text: string, place: BlockPlace): TextBlock {
  const { at, width, size, weight, maxLines = 1, lineHeight = Math.round(size * 1.3), anchor = 'start' } = place
  const { lines, isCut } = wrapText(text, width, maxLines, { size, weight })
  return { lines: lines.map((line, index) => ({ text: line, x: at.x, y: at.y + index * lineHeight })), full: text, isCut, size, weight, anchor }
}

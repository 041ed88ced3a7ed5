import type { Found, Recogniser } from './draft.ts'
import { readNumber } from './quantity.ts'

/** As long as a name can be; in many scripts marks stand between the letters of a word. */
const name = '(?:"(?<quoted>[^"]{1,500})"|\\[(?<bracketed>[^\\]]{1,500})\\]|(?<word>\\p{L}[\\p{L}\\p{M}\\p{N}_&’\'.-]{0,100}))'
const ownerPattern = new RegExp(`(?<!\\S)@${name}`, 'u')
const nodePattern = new RegExp(`(?<!\\S)!${name}`, 'u')

/** A name as written; a full stop or dash at its end belongs to the sentence. */
function findName(pattern: RegExp, rest: string): { start: number; end: number; text: string } | null {
  const match = pattern.exec(rest)
  if (!match) return null
  const { quoted, bracketed, word = '' } = match.groups ?? {}
  const given = (quoted ?? bracketed)?.trim()
  if (given === '') return null
  const text = given ?? word.replace(/[.'’-]+$/, '')
  return { start: match.index, end: match.index + (given === undefined ? 1 + text.length : match[0].length), text }
}

/** `@ana`, `@ana.lopez`, `@"Ana López"`. */
export const findOwner: Recogniser = (rest) => {
  const found = findName(ownerPattern, rest)
  return found && { start: found.start, end: found.end, says: { owner: found.text } }
}

/** `!customer`, `!"New clients"`. */
export const findNode: Recogniser = (rest) => {
  const found = findName(nodePattern, rest)
  return found && { start: found.start, end: found.end, says: { node: found.text } }
}

/** `*2`, `*0.5`. */
export const findWeight: Recogniser = (rest) => {
  const match = /(?<!\S)\*(\d{1,6}(?:[.,]\d{1,6})?)(?!\S)/u.exec(rest)
  const weight = match ? readNumber(match[1] ?? '') : null
  return match && weight !== null ? { start: match.index, end: match.index + match[0].length, says: { weight } } : null
}

/**
 * A confidence as people write it: 0 to 10 (`7`, `7/10`), a share (`0.7`) or a percentage (`70%`).
 *
 * @returns 0 to 1; null where it is none
 * Cost O(length).
 */
export function readConfidence(text: string): number | null {
  const match = /^(\d{1,3}(?:[.,]\d{1,3})?|[.,]\d{1,3})\s?(%|\/\s?10)?$/.exec(text.trim())
  const number = match ? readNumber(match[1] ?? '') : null
  if (!match || number === null) return null
  const isShare = match[2] === undefined && number < 1
  const share = match[2] === '%' ? number / 100 : isShare ? number : number / 10
  return share <= 1 ? Number(share.toFixed(4)) : null
}

const confidencePatterns = [
  /(?<![\p{L}\p{N}])(?:confidence|conf)\.?\s*[:=]?\s*(?<value>[\d.,]{1,7}\s?(?:%|\/\s?10)?)(?![\p{L}\p{N}])/iu,
  /(?<!\S)~(?<value>[\d.,]{1,7}(?:%|\/10)?)(?=\s*$)/u,
]

/** `conf 7`, `confidence 70%`; `~7` at the end. */
export const findConfidence: Recogniser = (rest) => {
  for (const pattern of confidencePatterns) {
    const found = confidenceAt(pattern.exec(rest))
    if (found) return found
  }
  return null
}

function confidenceAt(match: RegExpExecArray | null): Found | null {
  const value = match?.groups?.['value']?.trimEnd() ?? ''
  const confidence = readConfidence(value)
  if (!match || confidence === null) return null
  return { start: match.index, end: match.index + match[0].trimEnd().length, says: { confidence } }
}

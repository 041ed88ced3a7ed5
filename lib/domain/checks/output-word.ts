import { changeSigns, madeThings, madeWords, makingVerbs } from './output-words.ts'

function anyOf(words: readonly string[]): string {
  return `(?:${words.join('|')})`
}

/** Not followed by what would make another word of it: “start-ups”, “plans”. */
const end = String.raw`(?![-’'\p{L}\p{N}])`
const begin = String.raw`(?<![-’'\p{L}\p{N}])`
const count = String.raw`(?:\d+|all|an?|the|one|two|three|four|five|six|seven|eight|nine|ten|twelve|new)`

const change = new RegExp(`${begin}${anyOf(changeSigns)}`, 'iu')
const signs: readonly RegExp[] = [
  // “Launch the portal”
  new RegExp(`^(${anyOf(makingVerbs)})${end}`, 'iu'),
  // “Handbook written”, “Handbook written by June”
  new RegExp(String.raw`${begin}(${anyOf(madeWords)})(?:\s+(?:by|in|until|before|on)\s[^,]{1,30})?[.!]?$`, 'iu'),
  // “Three pilots set up with carriers”
  new RegExp(String.raw`^${count}\s.*${begin}(${anyOf(madeWords)})${end}`, 'iu'),
  // “A prototype of the machine”
  new RegExp(String.raw`^(?:${count}\s+)*(${anyOf(madeThings)})(?=$|,|\s(?:of|for|on|with|about|by|in|and)\s)`, 'iu'),
]

/**
 * The word that makes one think that a title tells of something to make instead of what changes through it.
 *
 * @returns as it stands in the title; null where no word does, and where the title says how much or how something changes
 * Cost O(length). Source: the list of words in output-words.ts; precision and recall in docs/spec/checks.md. Spec: AL60-AL63.
 */
export function outputWord(title: string): string | null {
  const text = title.trim().replace(/\s+/gu, ' ')
  if (change.test(text)) return null
  for (const sign of signs) {
    const word = sign.exec(text)?.[1]
    if (word !== undefined) return word
  }
  return null
}

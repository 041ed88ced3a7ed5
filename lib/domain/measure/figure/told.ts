import { chanceInWords } from '../chance/chance-words.ts'
import type { Stated } from '../chance/report-numbers.ts'
import { inHundred, isSome, stretchInHundred, toldInHundred } from '../report/said.ts'

/** Two standard errors: 95 of 100 runs of the trials would lie within. */
const errorsShown = 2

/** How far a simulated number may be off, in hundredths and at least 1: “± 1”; empty where it is exact. Cost O(1). Spec: IN5. */
export function offBy({ standardError }: Pick<Stated, 'standardError'>): string {
  return standardError === null || standardError === undefined ? '' : `± ${Math.max(1, Math.ceil(errorsShown * standardError * 100))}`
}

/** A chance as a figure shows it: “25 in 100”, “25 in 100 ± 1”, “between 8 and 31 in 100”, “unknown”. Cost O(1). Spec: IN5. */
export function chanceText(chance: Stated | null): string {
  const off = chance && chance.value !== null ? offBy(chance) : ''
  return off === '' ? chanceInWords(chance) : `${chanceInWords(chance)} ${off}`
}

/** The same as a part of a sentence: “a chance of 25 in 100”, “a chance between 8 and 31 in 100”, “an unknown chance”. Cost O(1). Spec: IN5. */
export function chanceWords(chance: Stated | null): string {
  const text = chanceText(chance)
  if (chance === null) return 'an unknown chance'
  return `a chance ${text.startsWith('between') ? '' : 'of '}${text}`
}

/** What is hardly seen, of a difference between two ends that are told alike. */
const hardly = 0.004

/**
 * A part of a chance as large as the two ends beside it tell it: from 25 to 27 in 100 is 2, though the part be 1.48. Whoever adds up is right
 * on every screen.
 *
 * @param chance that of which it is a part, or to which it adds; with a range nothing changes
 * Cost O(1). Spec: IN25.
 */
export function toldPart(chance: Stated | null, part: Stated, way: 'added' | 'lost'): Stated {
  const now = chance?.value ?? null
  if (now === null || part.value === null) return part
  const ends = way === 'added' ? [now, Math.min(1, now + part.value)] : [Math.max(0, now - part.value), now]
  const [low = 0, high = 0] = ends.map(inHundred)
  const value = high > low ? (high - low) / 100 : isSome(part.value) ? hardly : 0
  return { ...part, value, low: value, high: value }
}

/** How a chance moves by a part of it: “from 25 to 36 in 100”, “by less than 1 in 100”; null where either is not known. Cost O(1). Spec: CN91. */
export function movesText(from: number | null, to: number | null): string | null {
  if (from === null || to === null) return null
  const [before, after] = [toldInHundred(from), toldInHundred(to)]
  return before === after ? 'by less than 1 in 100' : `from ${before} to ${after} in 100`
}

/** A difference of chances: “11 in 100”, “between 3 and 9 in 100”, “less than 1 in 100”. Cost O(1). Spec: IN5. */
export function differenceText(part: Stated | null): string {
  return part ? stretchInHundred(part) : 'unknown'
}

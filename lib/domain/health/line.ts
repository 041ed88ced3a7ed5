import type { QuickAddContext } from '../quick-add/draft.ts'
import { findBand } from '../quick-add/metric.ts'
import { quantityPattern, readQuantity } from '../quick-add/quantity.ts'
import { findOwner } from '../quick-add/tokens.ts'

/** What a line says about a health metric; what it does not say is null. The owner is as written, to be looked up. */
export type HealthDraft = {
  readonly name: string
  readonly lower: number | null
  readonly upper: number | null
  readonly tolerance: number | null
  readonly unit: string | null
  readonly owner: string | null
}

/** A longer line becomes a name as it is. */
const longestLine = 2_000
const tolerancePattern = new RegExp(`(?:±|\\+\\s?/?\\s?[-−]|(?<!\\p{L})tolerance)\\s*${quantityPattern('T')}`, 'iu')
const keeping = /^\s*(?:keep|hold|maintain|stay|stabilise|stabilize)(?![\p{L}])/iu

/** The band grammar of quick add asks for a word such as keep; a health metric is kept by its nature. */
const kept = 'keep '
const anyDay: QuickAddContext = { today: '1970-01-01', cycle: null, fiscalYearStartMonth: null }

function blank(text: string, start: number, end: number): string {
  return text.slice(0, start) + ' '.repeat(end - start) + text.slice(end)
}

function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

type Part<T> = { readonly says: T; readonly rest: string }

function toleranceIn(text: string): Part<Pick<HealthDraft, 'tolerance' | 'unit'>> {
  const found = tolerancePattern.exec(text)
  const quantity = found?.groups ? readQuantity(found.groups, 'T') : null
  if (!found || !quantity || quantity.value < 0) return { says: { tolerance: null, unit: null }, rest: text }
  return { says: { tolerance: quantity.value, unit: quantity.unit }, rest: blank(text, found.index, found.index + found[0].length) }
}

function ownerIn(text: string): Part<string | null> {
  const found = findOwner(text, anyDay)
  return found ? { says: found.says.owner ?? null, rest: blank(text, found.start, found.end) } : { says: null, rest: text }
}

function bandIn(text: string): Part<Pick<HealthDraft, 'lower' | 'upper' | 'unit'>> {
  const before = keeping.test(text) ? '' : kept
  const found = findBand(before + text, anyDay)
  const metric = found?.says.metric
  if (!found || metric?.kind !== 'maintain') return { says: { lower: null, upper: null, unit: null }, rest: text }
  const { lower, upper, unit } = metric
  return { says: { lower, upper, unit }, rest: blank(before + text, found.start, found.end).slice(before.length) }
}

/**
 * Reads one line as a health metric: `People who would stay 80..100 % ±5 @ana`. It never fails: what is not understood stays in the name.
 *
 * @param line one line; one of more than 2,000 characters becomes a name as it is
 * Cost O(length). Spec: HM20-HM22.
 */
export function parseHealthLine(line: string): HealthDraft {
  if (line.length > longestLine) return { name: plain(line), lower: null, upper: null, tolerance: null, unit: null, owner: null }
  const owner = ownerIn(line)
  const tolerance = toleranceIn(owner.rest)
  const band = bandIn(tolerance.rest)
  const name = plain(band.rest).replace(/[,;:]$/, '')
  return { name: name === '' ? plain(line) : name, ...tolerance.says, ...band.says, unit: band.says.unit ?? tolerance.says.unit, owner: owner.says }
}

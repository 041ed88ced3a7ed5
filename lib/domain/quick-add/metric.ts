import type { Metric } from '../metric.ts'
import type { Found, Recogniser } from './draft.ts'
import { type Quantity, quantityPattern, readQuantity } from './quantity.ts'

const arrow = '(?:-{1,2}>|=>|→|⇒|➔|➜)'
/** A colon or dash that only joins the title and its numbers goes with the numbers. */
const joint = '(?:(?<=\\S)\\s*:\\s*|(?<=\\s)[–—-]\\s+)?'

const loweringVerb = /^\s*(?:reduce|cut|lower|decrease|shrink|drop|shorten|halve|bring down|fewer|less)(?![\p{L}])/iu
const raisingVerb = /^\s*(?:increase|raise|grow|lift|boost|improve|expand|double|extend|more)(?![\p{L}])/iu
const keepingVerb = /^\s*(?:keep|hold|maintain|stay|stabilise|stabilize)(?![\p{L}])/iu

const first = quantityPattern('A')
const second = quantityPattern('B')
const noWord = '(?![\\p{L}\\p{N}])'

const ranges = [
  new RegExp(`${joint}(?:(?<![\\p{L}])from\\s+)?${first}\\s*${arrow}\\s*${second}`, 'diu'),
  new RegExp(`${joint}(?<![\\p{L}])from\\s+${first}\\s+to\\s+${second}`, 'diu'),
]
const verbalRange = new RegExp(`${joint}${first}\\s+to\\s+${second}`, 'diu')
const verbalTarget = new RegExp(`${joint}(?<![\\p{L}])(?:to|below|under|above|over|at\\s+least|at\\s+most)\\s+${second}`, 'diu')
const bands = [
  new RegExp(`${joint}(?:(?<![\\p{L}])(?:within|at|in)\\s+)?${first}\\s*(?:\\.{2,3}|…)\\s*${second}`, 'diu'),
  new RegExp(`${joint}(?<![\\p{L}])between\\s+${first}\\s+and\\s+${second}`, 'diu'),
]
const keptBand = new RegExp(`${joint}(?:(?<![\\p{L}])(?:within|at|in|from)\\s+)?${first}\\s*(?:[-–—]|\\s(?:to|and)\\s)\\s*${second}`, 'diu')
const keptAbove = new RegExp(`${joint}(?:(?<![\\p{L}])(?:above|over|at\\s+least)\\s+|>=?\\s*|≥\\s*)${second}`, 'diu')
const keptBelow = new RegExp(`${joint}(?:(?<![\\p{L}])(?:below|under|at\\s+most)\\s+|<=?\\s*|≤\\s*)${second}`, 'diu')

const knownUnit =
  /^(?:%|‰|[$€£¥].*|.*[$€£¥]|°.*|(?:ms|s|sec|secs|seconds?|min|mins|minutes?|h|hrs?|hours?|d|days?|weeks?|months?|years?|quarters?|pts?|points?|pp|people|users?|customers?|clients?|deals?|leads?|tickets?|bugs?|incidents?|orders?|visits?|downloads?|hires?|eur|usd|gbp|chf|kg|t|km|m|kwh|mwh|stars?|times|x)(?:\/\p{L}+)?)$/iu

/** Words that go on with the sentence. */
const noUnit =
  /^(?:a|an|and|as|at|because|before|by|during|each|every|for|from|in|into|of|on|or|over|per|so|than|the|then|through|to|under|until|via|when|while|with|within|without)$/iu

type Parts = { readonly start: number; readonly end: number; readonly quantities: readonly Quantity[] }

/** Whether the word behind a number is its unit: a known one, or any that ends the line. */
function isUnit(word: string, after: string): boolean {
  return !noUnit.test(word) && (knownUnit.test(word) || after.trim() === '')
}

function match(pattern: RegExp, rest: string): Parts | null {
  const found = pattern.exec(rest)
  if (!found?.groups || !found.indices?.groups) return null
  const { groups, indices } = found
  const unitAt = indices.groups?.['unitB']
  const end = found.index + found[0].length
  const keepsUnit = unitAt !== undefined && isUnit(groups['unitB'] ?? '', rest.slice(end))
  const from = groups['numberA'] === undefined ? [] : [readQuantity(groups, 'A')]
  const quantities = [...from, readQuantity(groups, 'B', keepsUnit)].filter((quantity) => quantity !== null)
  if (quantities.length < from.length + 1 || haveTwoUnits(quantities)) return null
  const start = found.index
  const ownEnd = unitAt && !keepsUnit ? start + rest.slice(start, unitAt[0]).trimEnd().length : end
  return { start, end: ownEnd + leadingJoint(rest, start, ownEnd), quantities }
}

/** Length of the colon or dash behind numbers that begin the line. */
function leadingJoint(rest: string, start: number, end: number): number {
  if (rest.slice(0, start).trim() !== '') return 0
  return /^\s*[:–—-](?=\s)/.exec(rest.slice(end))?.[0].length ?? 0
}

function haveTwoUnits(quantities: readonly Quantity[]): boolean {
  const units = quantities.map(({ unit }) => unit?.toLowerCase().replace(/s$/, '')).filter((unit) => unit !== undefined)
  return new Set(units).size > 1
}

function unitOf(quantities: readonly Quantity[]): string | null {
  return quantities.findLast(({ unit }) => unit !== null)?.unit ?? null
}

function directed(rest: string, { start, end, quantities }: Parts): Found {
  const target = quantities.at(-1)?.value ?? null
  const baseline = quantities.length > 1 ? (quantities[0]?.value ?? null) : null
  const falls = baseline !== null && target !== null && baseline !== target ? target < baseline : loweringVerb.test(rest)
  const metric: Metric = {
    kind: falls ? 'decrease' : 'increase',
    baseline,
    target,
    current: null,
    unit: unitOf(quantities),
    commit: null,
    stretch: null,
  }
  return { start, end, says: { metric } }
}

function kept({ start, end, quantities }: Parts, bound?: 'lower' | 'upper'): Found {
  const values = quantities.map(({ value }) => value)
  const lower = bound === 'upper' ? null : Math.min(...values)
  const upper = bound === 'lower' ? null : Math.max(...values)
  const metric: Metric = { kind: 'maintain', lower, upper, current: null, unit: unitOf(quantities) }
  return { start, end, says: { metric } }
}

function firstMatch(patterns: readonly RegExp[], rest: string): Parts | null {
  for (const pattern of patterns) {
    const parts = match(pattern, rest)
    if (parts) return parts
  }
  return null
}

/** `99.5..99.9 %`, `between 40 and 60`; behind keep, hold or stay also `40-60`, `above 40`, `≤ 5`. */
export const findBand: Recogniser = (rest) => {
  const band = firstMatch(bands, rest)
  if (band) return kept(band)
  const parts = withSubject(match(keptBand, rest), rest)
  if (parts) return kept(parts)
  const [above, below] = [withSubject(match(keptAbove, rest), rest), withSubject(match(keptBelow, rest), rest)]
  if (above) return kept(above, 'lower')
  return below ? kept(below, 'upper') : null
}

/** Keep, hold or stay and what is kept stand before the numbers; without them the numbers are part of the sentence. */
function withSubject(parts: Parts | null, rest: string): Parts | null {
  const before = rest.slice(0, parts?.start ?? 0)
  return keepingVerb.test(before) && before.replace(keepingVerb, '').trim() !== '' ? parts : null
}

/** `6% -> 4%`, `from 6 to 4`; behind reduce, grow and the like also `6 to 4` and `to 4`. */
export const findRange: Recogniser = (rest) => {
  const range = firstMatch(ranges, rest)
  if (range) return directed(rest, range)
  if (!loweringVerb.test(rest) && !raisingVerb.test(rest)) return null
  const verbal = match(verbalRange, rest) ?? match(verbalTarget, rest)
  return verbal && directed(rest, verbal)
}

function stepOf(text: string): { name: string; weight: number | null; done: null } {
  const weighted = /^(?<name>.*\S)[\s:=]+(?<weight>\d{1,6}(?:[.,]\d{1,4})?)\s?%?$/u.exec(text)
  const { name = text, weight } = weighted?.groups ?? {}
  return { name: name.replace(/\s*[:=]$/, '').slice(0, 500), weight: weight === undefined ? null : Number(weight.replace(',', '.')), done: null }
}

/** `steps: spec 20, build 60, done 20`, to the end. */
export const findSteps: Recogniser = (rest) => {
  const found = /(?:^|\s)(?:steps|milestones):/iu.exec(rest)
  if (!found) return null
  const texts = rest.slice(found.index + found[0].length).split(/;|,(?!\d)/)
  const steps = texts
    .map((text) => text.replaceAll(/\s+/g, ' ').trim())
    .filter((text) => text !== '')
    .map(stepOf)
    .filter(({ name }) => name !== '')
  if (steps.length === 0 || steps.length > 100) return null
  return { start: found.index + found[0].search(/\S/), end: rest.trimEnd().length, says: { metric: { kind: 'milestone', steps } } }
}

const yesNo = new RegExp(`(?<![\\p{L}\\p{N}])\\(?(?:yes\\s?/\\s?no|y/n|yes or no|done\\s?/\\s?not done)\\)?${noWord}`, 'iu')

/** `yes/no`, or a question mark at the end. */
export const findYesNo: Recogniser = (rest) => {
  const found = yesNo.exec(rest) ?? /\?(?=\s*$)/u.exec(rest)
  return found && { start: found.index, end: found.index + found[0].length, says: { metric: { kind: 'boolean', current: null } } }
}

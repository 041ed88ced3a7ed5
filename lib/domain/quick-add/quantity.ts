/** A number as somebody wrote it, with the unit beside it. */
export type Quantity = {
  readonly value: number
  readonly unit: string | null
}

const currencyBefore = '[$€£¥]|(?:USD|EUR|GBP|CHF|JPY)(?=\\s?[-−\\d])'
const groupedBySpace = "\\d{1,3}(?:[ \\u00a0\\u202f'’]\\d{3})+(?!\\d)(?:[.,]\\d+)?"
const groupedBySign = '\\d{1,3}(?:[.,]\\d{3})+(?!\\d)(?:[.,]\\d+)?'
const plain = '\\d+(?:[.,]\\d+)?|[.,]\\d+'

/** A number: `6,5`, `6.5`, `1 200`, `1,200.50`, `1.200.000`, `-3`. */
const numberPattern = `[-−]?(?:${groupedBySpace}|${groupedBySign}|${plain})`
const scalePattern = '(?:k|K|M|m|bn|mn|[Mm]io\\.?|million|billion|thousand)(?![\\p{L}\\p{N}])|(?:k|K|M|m|bn)(?=[$€£¥])'
const unitPattern = '%|‰|[$€£¥°\\p{L}][$€£¥°\\p{L}²³/%-]{0,30}'

/**
 * The source of a regular expression (flags `du`) for a quantity; its groups end with the name given: `before`, `number`,
 * `scale` and `unit`.
 *
 * Cost O(1).
 */
export function quantityPattern(name: string): string {
  return [
    `(?<![\\p{L}\\p{N}]|(?<!\\.)[.,])(?:(?<before${name}>${currencyBefore})\\s?)?`,
    `(?<number${name}>${numberPattern})`,
    `(?:\\s?(?<scale${name}>${scalePattern}))?`,
    `(?:\\s?(?<unit${name}>${unitPattern}))?`,
  ].join('')
}

const scales: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, mn: 1e6, mio: 1e6, bn: 1e9, thousand: 1e3, million: 1e6, billion: 1e9 }

/**
 * The number that a text writes. A comma before exactly three digits groups thousands (`1,200`), else it is the decimal sign
 * (`6,5`); a single point is always the decimal sign (`99.999`).
 *
 * @returns null where it is no finite number
 * Cost O(length).
 */
export function readNumber(text: string): number | null {
  const digits = text.replaceAll(/[\s\u00a0\u202f'’]/g, '').replace('−', '-')
  const value = Number(withDecimalPoint(digits))
  return digits !== '' && Number.isFinite(value) ? value + 0 : null
}

function withDecimalPoint(digits: string): string {
  const [comma, point] = [digits.lastIndexOf(','), digits.lastIndexOf('.')]
  if (comma >= 0 && point >= 0) return comma > point ? digits.replaceAll('.', '').replace(',', '.') : digits.replaceAll(',', '')
  if (point >= 0) return digits.indexOf('.') === point ? digits : digits.replaceAll('.', '')
  return /^-?[1-9]\d{0,2}(,\d{3})+$/.test(digits) ? digits.replaceAll(',', '') : digits.replace(',', '.')
}

const currencySign = /^[$€£¥]$|^(?:USD|EUR|GBP|CHF|JPY)$/

/**
 * The quantity that a match of `quantityPattern(name)` holds. `k`, `M` and the like scale the number; a small `m` only beside a
 * currency, else it is the unit.
 *
 * @param keepsUnit whether the word after the number is its unit
 * @returns null where the number is not finite
 * Cost O(length).
 */
export function readQuantity(groups: Readonly<Record<string, string | undefined>>, name: string, keepsUnit = true): Quantity | null {
  const number = readNumber(groups[`number${name}`] ?? '')
  if (number === null) return null
  const [before, after] = [groups[`before${name}`] ?? null, keepsUnit ? (groups[`unit${name}`] ?? null) : null]
  const scale = groups[`scale${name}`] ?? ''
  const isCurrency = before !== null || (after !== null && currencySign.test(after))
  if (scale === 'm' && !isCurrency) return { value: number, unit: 'm' }
  const value = number * (scales[scale.toLowerCase().replace('.', '')] ?? 1)
  return { value: Number(value.toPrecision(15)), unit: before ?? after }
}

const anyAmount = new RegExp(quantityPattern('A'), 'dgu')

/**
 * All numbers that a text holds, in their order, read as a quick add reads them: `1,200`, `1 200`, `40k`, `6,5`. Units are left out.
 *
 * Cost O(length). Spec: QA6.
 */
export function amountsIn(text: string): number[] {
  return Array.from(text.matchAll(anyAmount), ({ groups }) => readQuantity(groups ?? {}, 'A')?.value ?? null).filter((value) => value !== null)
}

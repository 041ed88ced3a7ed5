/** A number in words as short as it can stand at a bar or large on a card; whatever may be is unknown: “11–21 in 100” for “between 11 and 21 in 100”; a range with the sign of what it adds or takes. */
export function shortValue(value: string, sign = ''): string {
  if (value === 'between 0 and 100 in 100') return 'unknown'
  return value
    .replace(/less than 1(?=[ %])/g, '<1')
    .replace(/^more than (?=\d+(?: in 100|%))/, '>')
    .replace(/between ([\d<]+) and ([\d<]+)/, `${sign}$1–$2`)
}

/** The same without its unit, where that stands above: “11–21”. */
export function bareValue(value: string): string {
  return shortValue(value).replace(' in 100', '')
}

/** One ratio, as it is printed and written down. */
export type Result = {
  /** number of the goal in the table of performance goals */
  readonly goal: string
  readonly what: string
  readonly ours: string
  readonly reference: string
  /** ours / reference; for a size, the size itself */
  readonly ratio: number
  /** the same in processor time, where it can be told */
  readonly cpuRatio?: number
  readonly atMost?: number
  readonly atLeast?: number
  readonly rounds: number
}

export function isMet({ ratio, atMost = Number.POSITIVE_INFINITY, atLeast = Number.NEGATIVE_INFINITY }: Result): boolean {
  return ratio <= atMost && ratio >= atLeast
}

function bound({ atMost, atLeast }: Result): string {
  return [atMost === undefined ? '' : `≤ ${atMost}`, atLeast === undefined ? '' : `≥ ${atLeast}`].filter(Boolean).join(', ')
}

function shown(value: number | undefined): string {
  if (value === undefined || Number.isNaN(value)) return '–'
  return value >= 100 ? value.toFixed(0) : value.toFixed(2)
}

/** The results as a table of Markdown, which reads well in a terminal too. */
export function table(results: readonly Result[]): string {
  const head = ['goal', 'what', 'Weft', 'reference', 'ratio', 'CPU ratio', 'to reach', 'n', 'reached']
  const rows = results.map((each) => [
    each.goal,
    each.what,
    each.ours,
    each.reference,
    shown(each.ratio),
    shown(each.cpuRatio),
    bound(each),
    String(each.rounds),
    isMet(each) ? 'yes' : 'no',
  ])
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)))
  const line = (cells: readonly string[]) => `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n')
}

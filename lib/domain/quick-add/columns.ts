/** The columns of a table of key results, in the order in which they are written and in which they are read without a header. */
export const columnKeys = ['title', 'baseline', 'target', 'current', 'unit', 'due', 'owner', 'confidence'] as const

/** Columns that are read only where a header names them. */
export const namedColumnKeys = [...columnKeys, 'node', 'objective', 'weight'] as const
export type ColumnKey = (typeof namedColumnKeys)[number]

/** What the header of each column is when it is written. */
export const columnTitles: Readonly<Record<ColumnKey, string>> = {
  title: 'Key result',
  baseline: 'Baseline',
  target: 'Target',
  current: 'Current',
  unit: 'Unit',
  due: 'Due',
  owner: 'Owner',
  confidence: 'Confidence',
  node: 'Node',
  objective: 'Objective',
  weight: 'Weight',
}

const otherNames: Readonly<Record<ColumnKey, readonly string[]>> = {
  title: ['key results', 'kr', 'title', 'result', 'name', 'metric', 'measure'],
  baseline: ['start', 'start value', 'from', 'initial', 'base'],
  target: ['goal', 'to', 'target value', 'end value'],
  current: ['now', 'actual', 'value', 'latest', 'current value', 'today', 'progress'],
  unit: ['units', 'uom'],
  due: ['due date', 'due on', 'deadline', 'by', 'end date', 'until'],
  owner: ['responsible', 'lead', 'who', 'assignee', 'person'],
  confidence: ['conf', 'confidence 0-10', 'confidence (0-10)'],
  node: ['activity', 'activity node', 'team', 'group'],
  objective: ['objectives', 'o'],
  weight: ['share'],
}

const keyByName = new Map(
  namedColumnKeys.flatMap((key) => [key, columnTitles[key].toLowerCase(), ...otherNames[key]].map((name) => [name, key] as const)),
)

/** The column that a heading means; null where it is not known. Cost O(length). */
export function columnNamed(cell: string): ColumnKey | null {
  return keyByName.get(cell.trim().replaceAll(/\s+/g, ' ').replace(/[:*]$/, '').toLowerCase()) ?? null
}

export type Header = {
  /** the column at each place; null where it is not known */
  readonly columns: readonly (ColumnKey | null)[]
  /** names that mean no column, as they stand there */
  readonly unknown: readonly string[]
}

/**
 * Reads a row as a header: the title and one more column are named, or the title alone where there is one column. Of two
 * columns with one name the first counts.
 *
 * @returns null where the row is no header
 * Cost O(columns).
 */
export function readHeader(row: readonly string[]): Header | null {
  const named = row.map(columnNamed)
  const columns = named.map((column, at) => (named.indexOf(column) === at ? column : null))
  const count = columns.filter((column) => column !== null).length
  if (!columns.includes('title') || count < Math.min(2, row.length)) return null
  return { columns, unknown: row.filter((cell, at) => columns[at] === null && cell.trim() !== '') }
}

import type { ColumnKey } from '../quick-add/columns.ts'
import { columnNamed, readHeader } from '../quick-add/columns.ts'

/** Columns of a table of a whole network, beside those of its key results. */
export const networkColumnKeys = ['area', 'node', 'gives', 'receiver', 'closeness', 'activities', 'protects'] as const
export type NetworkColumn = (typeof networkColumnKeys)[number]
export type TableColumn = NetworkColumn | ColumnKey

const namesOf: Readonly<Record<NetworkColumn, readonly string[]>> = {
  area: ['area', 'value area', 'area of value', 'category', 'sector', 'domain'],
  node: ['node', 'activity node', 'activity', 'group', 'group of activities', 'role', 'from', 'giver'],
  gives: ['gives', 'gives what', 'deliverable', 'exchange', 'output', 'what'],
  receiver: ['to', 'gives to', 'receiver', 'for', 'to node', 'receives'],
  closeness: ['closeness', 'ring', 'distance'],
  activities: ['activities', 'tasks'],
  protects: ['protects', 'health metric', 'health', 'guardrail'],
}

const columnByName = new Map(networkColumnKeys.flatMap((key) => namesOf[key].map((name) => [name, key] as const)))

export type TableHeader = {
  readonly columns: readonly (TableColumn | null)[]
  /** names that mean no column */
  readonly unknown: readonly string[]
}

function nameIn(cell: string): string {
  return cell.trim().replaceAll(/\s+/g, ' ').replace(/[:*]$/, '').toLowerCase()
}

/** A heading that needs no other beside it: key results or objectives. A bare “Name” may be anybody's. */
function loneColumn(cell: string): ColumnKey | null {
  const column = nameIn(cell) === 'name' ? null : columnNamed(cell)
  return column === 'title' || column === 'objective' ? column : null
}

/** The key result columns of a header; what measures a key result needs its title to be known as such. */
function keyResultColumns(row: readonly string[]): readonly (ColumnKey | null)[] {
  return readHeader(row)?.columns ?? row.map(loneColumn)
}

/**
 * Reads a row as the header of a table of a network: it names the node and, where there are more columns, one more of them.
 *
 * @returns null where the row is no header
 * Cost O(columns).
 */
export function readTableHeader(row: readonly string[]): TableHeader | null {
  const own = row.map((cell) => columnByName.get(nameIn(cell)) ?? null)
  const keyResults = keyResultColumns(row.map((cell, at) => (own[at] ? '' : cell)))
  const columns = row.map((_, at): TableColumn | null => own[at] ?? keyResults[at] ?? null)
  const firsts = columns.map((column, at) => (column !== null && columns.indexOf(column) === at ? column : null))
  const count = firsts.filter((column) => column !== null).length
  if (!firsts.includes('node') || count < Math.min(2, row.length)) return null
  return { columns: firsts, unknown: row.filter((cell, at) => firsts[at] === null && cell.trim() !== '') }
}

/** The columns of a table without header: one is nodes; two are area and node; then what is given, and to whom. Cost O(1). */
export function columnsWithoutHeader(count: number): readonly TableColumn[] {
  return count < 2 ? ['node'] : ['area', 'node', 'gives', 'receiver']
}

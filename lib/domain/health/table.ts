import type { HealthMetric } from '../entity.ts'
import { readNumber } from '../quick-add/quantity.ts'
import { isBlank } from '../quick-add/rows.ts'
import { type Cell, joinRows, splitRows } from '../quick-add/tsv.ts'
import { find, get, type Snapshot } from '../snapshot.ts'
import { type HealthDraft, parseHealthLine } from './line.ts'

const columnKeys = ['name', 'lower', 'upper', 'tolerance', 'current', 'unit', 'owner'] as const
type Column = (typeof columnKeys)[number]

const columnNames: Readonly<Record<Column, readonly string[]>> = {
  name: ['health metric', 'health metrics', 'protects', 'guardrail', 'counter metric'],
  lower: ['green from', 'lower', 'from', 'at least', 'minimum'],
  upper: ['green up to', 'upper', 'up to', 'at most', 'maximum'],
  tolerance: ['tolerance', 'amber', 'amber up to'],
  current: ['current', 'now', 'value', 'actual', 'latest'],
  unit: ['unit', 'units'],
  owner: ['owner', 'responsible', 'who'],
}

const header = ['Health metric', 'Green from', 'Green up to', 'Tolerance', 'Current', 'Unit', 'Owner']

const columnByName = new Map(columnKeys.flatMap((key) => columnNames[key].map((name) => [name, key] as const)))

function columnNamed(cell: string): Column | null {
  return columnByName.get(cell.trim().replaceAll(/\s+/g, ' ').toLowerCase()) ?? null
}

/** A health metric as a row says it. */
export type HealthRow = HealthDraft & { readonly current: number | null }

function rowOf(snapshot: Snapshot, { name, lower, upper, tolerance, current, unit, ownerId }: HealthMetric): Cell[] {
  return [name, lower, upper, tolerance, current, unit, find(snapshot, 'person', ownerId)?.name ?? null]
}

/**
 * Health metrics as rows for a spreadsheet, with a header.
 *
 * @throws DomainError NOT_FOUND for an id that is not there
 * Cost O(n). Spec: HM23.
 */
export function healthRows(snapshot: Snapshot, ids: readonly string[]): string {
  return joinRows([header, ...ids.map((id) => rowOf(snapshot, get(snapshot, 'healthMetric', id)))])
}

/**
 * Reads rows copied from a spreadsheet as health metrics; a row without a name is left out, a cell that is no number where one belongs is empty.
 *
 * @returns null where the first row is no header that names health metrics
 * Cost O(length). Spec: HM23.
 */
export function parseHealthRows(text: string): readonly HealthRow[] | null {
  const [first = [], ...rows] = splitRows(text)
  const named = first.map(columnNamed)
  if (!named.includes('name')) return null
  return rows.flatMap((cells) => {
    const at = (column: Column) => {
      const cell = cells[named.indexOf(column)]
      return cell === undefined || isBlank(cell) ? null : cell.replaceAll(/\s+/g, ' ').trim()
    }
    const number = (column: Column) => readNumber(at(column) ?? '')
    const name = at('name')
    if (name === null) return []
    const [lower, upper, tolerance] = [number('lower'), number('upper'), number('tolerance')]
    const own = { lower, upper, tolerance, current: number('current'), unit: at('unit')?.slice(0, 60) ?? null }
    return [{ name, ...own, owner: at('owner')?.replace(/^@/, '') ?? null }]
  })
}

/** One health metric for each line of a text. Cost O(length). Spec: HM20, HM23. */
export function healthLines(text: string): readonly HealthRow[] {
  return text
    .split(/\r?\n/)
    .map((line) => ({ ...parseHealthLine(line), current: null }))
    .filter(({ name }) => name !== '')
}

import type { Metric } from '../metric.ts'
import { type ColumnKey, columnKeys, readHeader } from './columns.ts'
import type { KeyResultDraft, QuickAddContext } from './draft.ts'
import { readDay } from './due.ts'
import { type Quantity, quantityPattern, readNumber, readQuantity } from './quantity.ts'
import { parseQuickAdd } from './quick-add.ts'
import { readConfidence } from './tokens.ts'
import { splitRows } from './tsv.ts'

/** A cell that says something that its column cannot take. */
export type UnreadCell = { readonly column: ColumnKey; readonly text: string }

export type RowDraft = Omit<KeyResultDraft, 'spans'> & {
  readonly objective: string | null
  readonly unread: readonly UnreadCell[]
}

export type PastedRows = {
  readonly rows: readonly RowDraft[]
  /** headers that name no column of ours; their cells are left out */
  readonly unknownColumns: readonly string[]
}

/**
 * Reads rows copied from a spreadsheet as key results. With a header its names say which column is which; without one, one
 * column is read line by line as quick-add, several as title, baseline, target, current, unit, due, owner, confidence.
 *
 * @param text cells separated by tabs, rows by line ends
 * Cost O(length). Spec: QA20-QA26.
 */
export function parseRows(text: string, ctx: QuickAddContext): PastedRows {
  const [first, ...others] = splitRows(text)
  if (!first) return { rows: [], unknownColumns: [] }
  const header = readHeader(first)
  const columns: readonly (ColumnKey | null)[] = header?.columns ?? columnKeys
  const rows = (header ? others : [first, ...others]).map((cells) => readRow(cells, columns, ctx))
  return { rows: rows.filter((row) => row !== null), unknownColumns: header?.unknown ?? [] }
}

/** The cells of a row that say something, by column. */
export type Cells = ReadonlyMap<ColumnKey, string>

function readRow(row: readonly string[], columns: readonly (ColumnKey | null)[], ctx: QuickAddContext): RowDraft | null {
  return readKeyResult(
    new Map(
      row.flatMap((cell, at) => {
        const column = columns[at]
        return column && !isBlank(cell) ? [[column, cell.trim()] as const] : []
      }),
    ),
    ctx,
  )
}

/**
 * The key result that the cells of a row say.
 *
 * @returns null where there is no title
 * Cost O(length). Spec: QA22-QA24.
 */
export function readKeyResult(cells: Cells, ctx: QuickAddContext): RowDraft | null {
  const title = cells.get('title')
  if (title === undefined) return null
  const unread: UnreadCell[] = []
  const { spans: _, ...typed } = parseQuickAdd(title, ctx)
  const measured = readMetric(cells, unread)
  const line: Omit<KeyResultDraft, 'spans'> = measured ? { ...nothing, title: title.replaceAll(/\s+/g, ' '), metric: measured } : typed
  return {
    ...line,
    dueOn: readCell(cells, 'due', (cell) => readDay(cell, ctx), unread) ?? line.dueOn,
    confidence: readCell(cells, 'confidence', readConfidence, unread) ?? line.confidence,
    weight: readCell(cells, 'weight', readWeight, unread) ?? line.weight,
    owner: cells.get('owner')?.replace(/^@/, '') ?? line.owner,
    node: cells.get('node')?.replace(/^!/, '') ?? line.node,
    objective: cells.get('objective') ?? null,
    unread,
  }
}

/** Whether a cell has nothing to say: it is empty, or holds what people write instead. Cost O(length). */
export function isBlank(cell: string): boolean {
  return /^\s*(?:[-–—?]|n\/?a|tbd)?\s*$/i.test(cell)
}

const nothing = { dueOn: null, owner: null, node: null, weight: null, confidence: null }

function readCell<T>(cells: Cells, column: ColumnKey, read: (cell: string) => T | null, unread: UnreadCell[]): T | null {
  const text = cells.get(column)
  if (text === undefined) return null
  const value = read(text)
  if (value === null) unread.push({ column, text })
  return value
}

function readWeight(text: string): number | null {
  const weight = readNumber(text.replace(/^\*/, ''))
  return weight !== null && weight >= 0 ? weight : null
}

/** `40..60`, `99.9..`, `..5`: a band to stay in. */
function readBand(text: string): { lower: Quantity | null; upper: Quantity | null } | null {
  const [low, high, more] = text.split(/\s*(?:\.{2,3}|…)\s*/)
  if (low === undefined || high === undefined || more !== undefined) return null
  const [lower, upper] = [quantityIn(low), quantityIn(high)]
  const fits = (lower !== null || low === '') && (upper !== null || high === '') && low + high !== ''
  return fits ? { lower, upper } : null
}

const wholeQuantity = new RegExp(`^${quantityPattern('A')}$`, 'du')

function quantityIn(text: string): Quantity | null {
  const groups = wholeQuantity.exec(text)?.groups
  return groups ? readQuantity(groups, 'A') : null
}

function readFlag(text: string): 0 | 1 | null {
  if (/^(yes|y|true|done|ja|✓|✔|x)$/i.test(text)) return 1
  return /^(no|n|false|open|not done|not yet|nein)$/i.test(text) ? 0 : null
}

/** The metric that the cells of a row say; null where they say none, so that the title may. */
function readMetric(cells: Cells, unread: UnreadCell[]): Metric | null {
  const [target, current] = [cells.get('target'), cells.get('current')]
  const isFlag = cells.get('baseline') === undefined && [target, current].every((text) => text === undefined || readFlag(text) !== null)
  if (isFlag)
    return target === undefined && current === undefined ? null : { kind: 'boolean', current: current === undefined ? null : readFlag(current) }
  const band = target === undefined ? null : readBand(target)
  return band ? bandMetric(cells, band, unread) : directedMetric(cells, unread)
}

function bandMetric(cells: Cells, { lower, upper }: { lower: Quantity | null; upper: Quantity | null }, unread: UnreadCell[]): Metric {
  const current = readCell(cells, 'current', quantityIn, unread)
  return {
    kind: 'maintain',
    lower: lower?.value ?? null,
    upper: upper?.value ?? null,
    current: current?.value ?? null,
    unit: unitIn(cells, [lower, upper, current]),
  }
}

function directedMetric(cells: Cells, unread: UnreadCell[]): Metric | null {
  const quantities = (['baseline', 'target', 'current'] as const).map((column) => readCell(cells, column, quantityIn, unread))
  if (quantities.every((quantity) => quantity === null)) return null
  const [baseline = null, target = null, current = null] = quantities.map((quantity) => quantity?.value ?? null)
  const falls = target !== null && (baseline ?? current ?? target) > target
  return { kind: falls ? 'decrease' : 'increase', baseline, target, current, unit: unitIn(cells, quantities), commit: null, stretch: null }
}

function unitIn(cells: Cells, quantities: readonly (Quantity | null)[]): string | null {
  return cells.get('unit')?.slice(0, 40) ?? quantities.find((quantity) => quantity?.unit)?.unit ?? null
}

import { compactRecord, type DocumentRecord, type WeftDocument } from '../format/document.ts'
import { columnTitles, namedColumnKeys } from '../quick-add/columns.ts'
import type { QuickAddContext } from '../quick-add/draft.ts'
import { isBlank, type RowDraft, readKeyResult } from '../quick-add/rows.ts'
import { delimiterIn, splitRows } from '../quick-add/tsv.ts'
import { slugOf } from '../slug.ts'
import { cyclesFor } from '../template/quarter.ts'
import { columnsWithoutHeader, readTableHeader, type TableColumn } from './columns.ts'
import {
  addExchange,
  addHealthMetric,
  areaNamed,
  closenessIn,
  elsewhere,
  type Gathered,
  nodeNamed,
  objectiveOn,
  personNamed,
  type RowNote,
  startGathering,
} from './gather.ts'
import { clip, uniqueId } from './name.ts'

/** Rows beyond this are not read: a larger network is better written as a document. */
export const mostRows = 5_000

export type NetworkTable = {
  readonly document: WeftDocument
  /** what was not read as it stands, and what had to be made up */
  readonly notes: readonly RowNote[]
}

/**
 * Makes a network of a table: each row names a node, and may say its area, what it gives to whom, and a key result. What is named twice is one;
 * a receiver that has no row of its own becomes a node. Names of columns are found in any order; without a header the
 * columns are area, node, gives, receiver.
 *
 * @param text rows copied from a spreadsheet, or a CSV file with commas or semicolons
 * @returns null where no row names a node
 * Cost O(length). Spec: TB1-TB8.
 */
export function networkFromTable(text: string, { today, name }: { readonly today: string; readonly name: string }): NetworkTable | null {
  const clean = text
    .replace(/^\uFEFF/, '')
    .replaceAll('\u0000', '')
    .toWellFormed()
  const [first, ...others] = splitRows(clean, delimiterIn(clean)).slice(0, mostRows)
  if (!first) return null
  const header = readTableHeader(first)
  const columns = header?.columns ?? columnsWithoutHeader(first.length)
  const cycles = cyclesFor(today)
  const gathered = startGathering()
  for (const unknown of header?.unknown ?? []) gathered.notes.push({ row: 1, message: `The column “${unknown}” is not known and was left out.` })
  const rows = header ? others : [first, ...others]
  for (const [at, row] of rows.entries()) gatherRow(gathered, { cells: cellsOf(row, columns), row: at + (header ? 2 : 1) }, cycles, today)
  return gathered.nodes.size === 0 ? null : { document: documentOf(gathered, name, cycles), notes: gathered.notes }
}

type Row = { readonly cells: ReadonlyMap<TableColumn, string>; readonly row: number }

function cellsOf(row: readonly string[], columns: readonly (TableColumn | null)[]): Row['cells'] {
  return new Map(
    row.flatMap((cell, at) => {
      const column = columns[at]
      return column && !isBlank(cell) ? [[column, cell.replaceAll(/\s+/g, ' ').trim()] as const] : []
    }),
  )
}

function gatherRow(gathered: Gathered, { cells, row }: Row, cycles: readonly DocumentRecord<'cycle'>[], today: string): void {
  const name = cells.get('node')
  if (name === undefined) {
    if (cells.has('area') && cells.size === 1) areaNamed(gathered, cells.get('area'))
    else gathered.notes.push({ row, message: 'This row names no node and was left out.' })
    return
  }
  const node = nodeNamed(gathered, name, cells.get('area'))
  describeNode(gathered, node, { cells, row })
  gatherExchange(gathered, node, { cells, row })
  const protects = cells.get('protects')
  if (protects !== undefined) addHealthMetric(gathered, node.id, protects)
  const [cycle] = cycles
  if (cycle) gatherKeyResult(gathered, node, { cells, row }, { today, cycle, cycleId: cycle.id, fiscalYearStartMonth: null })
}

function describeNode(gathered: Gathered, node: DocumentRecord<'node'>, { cells, row }: Row): void {
  const [closeness, activities] = [cells.get('closeness'), cells.get('activities')]
  const ring = closeness === undefined ? null : closenessIn(closeness)
  if (ring) node.closeness = ring
  else if (closeness !== undefined) gathered.notes.push({ row, message: `“${closeness}” is no closeness; use core, contributing or peripheral.` })
  if (activities !== undefined)
    node.activities = activities
      .split(/\s*[;,]\s*/)
      .filter((each) => each !== '')
      .slice(0, 100)
      .map((each) => clip(each))
}

function gatherExchange(gathered: Gathered, node: DocumentRecord<'node'>, { cells, row }: Row): void {
  const [gives, receiver] = [cells.get('gives'), cells.get('receiver')]
  if (gives === undefined && receiver === undefined) return
  if (receiver === undefined) {
    gathered.notes.push({ row, message: `It is not said to whom “${gives}” is given; the exchange was left out.` })
    return
  }
  const taker = nodeNamed(gathered, receiver)
  if (taker.id === node.id) gathered.notes.push({ row, message: `“${node.name}” cannot give to itself; the exchange was left out.` })
  else addExchange(gathered, node.id, taker.id, gives ?? 'Something of value')
}

function gatherKeyResult(
  gathered: Gathered,
  node: DocumentRecord<'node'>,
  { cells, row }: Row,
  ctx: QuickAddContext & { readonly cycleId: string },
): void {
  const own = new Map(namedColumnKeys.flatMap((key) => (cells.has(key) ? [[key, cells.get(key) ?? ''] as const] : [])))
  const draft = readKeyResult(own, ctx)
  const objectiveTitle = cells.get('objective')
  if (!draft && objectiveTitle === undefined) return
  const objective = objectiveOn(gathered, node.id, ctx.cycleId, objectiveTitle)
  if (!draft) return
  for (const { column, text } of draft.unread)
    gathered.notes.push({ row, message: `“${text}” could not be read as ${columnTitles[column].toLowerCase()}.` })
  gathered.keyResults.push(keyResultOf(gathered, draft, objective.id))
}

function keyResultOf(
  gathered: Gathered,
  { title, metric, dueOn, confidence, weight, owner }: RowDraft,
  objectiveId: string,
): DocumentRecord<'keyResult'> {
  const ownerId = owner === null ? null : personNamed(gathered, owner).id
  const id = uniqueId('kr', title, gathered.ids)
  const record = { id, objectiveId, title: clip(title), metric, dueOn, confidence, weight, ownerId, estimateWeeks: null, grade: null }
  return compactRecord('keyResult', castRecord(record))
}

/** Guaranteed by `keyResultOf`: a record but for its place, which a document does not write. */
function castRecord(record: object): DocumentRecord<'keyResult'> {
  return record as DocumentRecord<'keyResult'>
}

function documentOf(
  { areas, nodes, people, objectives, keyResults, exchanges, healthMetrics }: Gathered,
  name: string,
  cycles: DocumentRecord<'cycle'>[],
): WeftDocument {
  const used = new Set([...nodes.values()].map(({ areaId }) => areaId))
  const placed = [...areas.values()].filter(({ id, name: own }) => used.has(id) || own !== elsewhere)
  const slug = slugOf(name)
  return {
    format: 'weft/1',
    source: 'a table',
    network: { id: 'net_table', name, ...(slug === null ? {} : { slug }) },
    areas: placed,
    nodes: [...nodes.values()],
    people: [...people.values()],
    exchanges: [...exchanges.values()],
    cycles,
    objectives: [...objectives.values()],
    keyResults,
    ...(healthMetrics.size > 0 ? { healthMetrics: [...healthMetrics.values()] } : {}),
  }
}

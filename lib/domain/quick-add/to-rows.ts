import type { KeyResult } from '../entity.ts'
import type { Metric } from '../metric.ts'
import { progressOf } from '../okr/measure.ts'
import { find, get, type Snapshot } from '../snapshot.ts'
import { columnKeys, columnTitles } from './columns.ts'
import { type Cell, joinRows } from './tsv.ts'

type Measured = { readonly baseline: Cell; readonly target: Cell; readonly current: Cell; readonly unit: Cell }

function percentDone(metric: Metric): Cell {
  const { share } = progressOf(metric)
  return share === null ? null : Math.round(share * 100)
}

/** A metric in the columns of a table. A band is written as text, steps as the percentage done. */
function measuredBy(metric: Metric): Measured {
  switch (metric.kind) {
    case 'increase':
    case 'decrease':
      return { baseline: metric.baseline, target: metric.target, current: metric.current, unit: metric.unit }
    case 'maintain':
      return { baseline: null, target: `${metric.lower ?? ''}..${metric.upper ?? ''}`, current: metric.current, unit: metric.unit }
    case 'milestone':
      return { baseline: 0, target: 100, current: percentDone(metric), unit: '%' }
    case 'boolean':
      return { baseline: null, target: 'yes', current: metric.current === null ? null : metric.current === 1 ? 'yes' : 'no', unit: null }
    case 'ordinal':
      return { baseline: null, target: metric.zones.target, current: metric.current, unit: null }
  }
}

function rowOf(snapshot: Snapshot, keyResult: KeyResult): Cell[] {
  const owner = find(snapshot, 'person', keyResult.ownerId)?.name ?? null
  const confidence = keyResult.confidence === null ? null : Math.round(keyResult.confidence * 100) / 10
  const cells = { title: keyResult.title, due: keyResult.dueOn, owner, confidence, ...measuredBy(keyResult.metric) }
  return columnKeys.map((column) => cells[column])
}

/**
 * Key results as rows for a spreadsheet, with a header; dates are `YYYY-MM-DD`, confidence is 0 to 10.
 *
 * @param keyResultIds in the order in which they are written
 * @throws DomainError NOT_FOUND for an id that is not there
 * Cost O(n).
 */
export function keyResultRows(snapshot: Snapshot, keyResultIds: readonly string[]): string {
  const header = columnKeys.map((column) => columnTitles[column])
  return joinRows([header, ...keyResultIds.map((id) => rowOf(snapshot, get(snapshot, 'keyResult', id)))])
}

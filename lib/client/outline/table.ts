import type { Cycle, KeyResult } from '../../domain/entity.ts'
import { find, nameOf, type Snapshot } from '../../domain/snapshot.ts'
import { childOf, entityOfKind, kindWords, type RecordKind } from './row.ts'
import { siblingsUnder } from './under.ts'

const header = ['Kind', 'Title', 'From', 'To', 'Current', 'Unit', 'Confidence', 'Due', 'Owner'] as const

function clean(value: string | number | null | undefined): string {
  return value === null || value === undefined ? '' : String(value).replace(/[\t\r\n]+/g, ' ')
}

function metricCells({ metric }: KeyResult): (string | number | null)[] {
  if (metric.kind === 'increase' || metric.kind === 'decrease') return [metric.baseline, metric.target, metric.current, metric.unit]
  if (metric.kind === 'maintain') return [metric.lower, metric.upper, metric.current, metric.unit]
  return ['', '', metric.kind === 'milestone' ? '' : metric.current, '']
}

function lineOf(snapshot: Snapshot, kind: RecordKind, id: string): string {
  const record = find(snapshot, entityOfKind[kind], id)
  const keyResult = kind === 'kr' ? find(snapshot, 'keyResult', id) : undefined
  const due = keyResult?.dueOn ?? (kind === 'need' ? find(snapshot, 'dependency', id)?.neededOn : '')
  const ownerId = record && 'ownerId' in record ? record.ownerId : null
  const confidence = keyResult?.confidence == null ? '' : Math.round(keyResult.confidence * 10)
  const cells = [kindWords[kind], record ? nameOf(record) : '', ...(keyResult ? metricCells(keyResult) : ['', '', '', '']), confidence, due, find(snapshot, 'person', ownerId)?.name]
  return cells.map(clean).join('\t')
}

function linesUnder(snapshot: Snapshot, kind: RecordKind, id: string, cycle: Cycle | null): string[] {
  const child = childOf[kind]
  const below = child ? siblingsUnder(snapshot, child, id, cycle).flatMap((each) => linesUnder(snapshot, child, each.id, cycle)) : []
  return [lineOf(snapshot, kind, id), ...below]
}

/** A row of the outline and what stands under it, as a spreadsheet takes it: one line each, cells apart by tabs, with a header. */
export function toTable(snapshot: Snapshot, kind: RecordKind, id: string, cycle: Cycle | null): string {
  return [header.join('\t'), ...linesUnder(snapshot, kind, id, cycle)].join('\n')
}

import { keyOf, levelOf, parentOf, type RecordRow } from '../../../../lib/client/outline/row.ts'
import type { Draft } from './use-outline-state.ts'

/** What the list shows: a record, the line being typed, or the check-in being made. */
export type Line =
  | { readonly type: 'record'; readonly row: RecordRow }
  | { readonly type: 'draft'; readonly draft: Draft }
  | { readonly type: 'report'; readonly row: RecordRow }

export function keyOfLine(line: Line): string {
  if (line.type === 'draft') return 'draft'
  return line.type === 'report' ? `report:${line.row.key}` : line.row.key
}

/** The index after the last row of a row's branch. */
function endOfBranch(rows: readonly RecordRow[], at: number): number {
  const level = rows[at]?.level ?? 0
  let end = at + 1
  while (end < rows.length && (rows[end]?.level ?? 0) > level) end += 1
  return end
}

/** Where the last record of a kind under a parent ends: objectives stand above what the node protects. */
function endOf(rows: readonly RecordRow[], parent: number, kind: Draft['kind']): number {
  const health = kind === 'objective' ? rows.findIndex((row) => row.kind === 'health' && row.parentKey === rows[parent]?.key) : -1
  return health >= 0 ? health : endOfBranch(rows, parent)
}

function placeOf(rows: readonly RecordRow[], { kind, parentId, afterId, nodeId }: Draft): number {
  const node = nodeId === undefined ? -1 : rows.findIndex(({ key }) => key === keyOf('node', nodeId))
  if (node >= 0) return endOf(rows, node, 'objective')
  const after = afterId === null ? -1 : rows.findIndex(({ key }) => key === keyOf(kind, afterId))
  if (after >= 0) return endOfBranch(rows, after)
  const parentKind = parentOf[kind]
  const parent = parentKind && parentId !== null ? rows.findIndex(({ key }) => key === keyOf(parentKind, parentId)) : -1
  return parent >= 0 ? endOf(rows, parent, kind) : rows.length
}

/** The rows with the line being typed and the check-in being made in their places. */
export function linesOf(rows: readonly RecordRow[], draft: Draft | null, reporting: string | null): Line[] {
  const lines: Line[] = rows.flatMap((row): Line[] =>
    row.key === reporting
      ? [
          { type: 'record', row },
          { type: 'report', row },
        ]
      : [{ type: 'record', row }],
  )
  if (!draft) return lines
  const at = placeOf(rows, draft)
  const before = rows[at - 1]
  const index = before ? lines.findLastIndex((line) => line.type !== 'draft' && line.row.key === before.key) + 1 : 0
  return lines.toSpliced(at === 0 ? 0 : index, 0, { type: 'draft', draft })
}

/** The rows above a row that it stands under, outermost first. */
export function ancestorsOf(rows: readonly RecordRow[], at: number): RecordRow[] {
  const found: RecordRow[] = []
  let level = rows[at]?.level ?? 0
  for (let index = at - 1; index >= 0 && level > levelOf.area; index -= 1) {
    const row = rows[index]
    if (!row || row.level >= level) continue
    found.unshift(row)
    level = row.level
  }
  return found
}

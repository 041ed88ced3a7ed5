'use client'
import { useMemo } from 'react'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import type { OverlayKind } from '../../../../lib/domain/measure/overlay/kinds.ts'
import { find } from '../../../../lib/domain/snapshot.ts'
import type { MatrixLine } from '../../../../lib/layout/matrix/input.ts'
import type { MatrixCell, MatrixScene } from '../../../../lib/layout/matrix/scene.ts'
import { numberNames } from '../../../components/figure/number-actions.ts'
import screen from '../../../components/graph/screen.module.css'
import { type Column, SortableTable } from '../../../components/graph/sortable-table.tsx'
import list from './list.module.css'
import { standingOf } from './matrix-words.ts'
import type { CellActs } from './use-cell-acts.ts'

type Props = {
  readonly scene: MatrixScene
  readonly acts: CellActs
  /** which numbers its lines carry */
  readonly numbers: OverlayKind | null
}

/** Every cell in which something stands, as one row of a table. */
export function MatrixTable({ scene, acts, numbers }: Props) {
  const { snapshot, assessment, compared } = useNetwork()
  const columns = useMemo<readonly Column<MatrixCell>[]>(() => {
    const row = ({ row: at }: MatrixCell) => scene.rows[at]
    const column = ({ column: at }: MatrixCell) => scene.columns[at]
    const area = (id: string | null | undefined) => find(snapshot, 'area', id ?? null)?.name ?? null
    const node = (id: string | null | undefined) => find(snapshot, 'node', id ?? null)?.name ?? null
    const count = (cell: MatrixCell, is: (facts: { isPromised: boolean; lateDays: number }) => boolean) =>
      cell.dependencyIds.filter((id) => {
        const facts = assessment.dependencies.get(id)
        return facts !== undefined && is(facts)
      }).length
    const isOfKeyResults = scene.level === 'key-result'
    const carried = (of: (cell: MatrixCell) => MatrixLine | undefined) => {
      const value = (cell: MatrixCell) => withCount(of(cell))
      return { isNumber: true, value, cell: (cell: MatrixCell) => <span className={list['unbroken']}>{value(cell) ?? '–'}</span> }
    }
    const named = numbers ? numberNames[numbers].toLowerCase() : null
    return [
      { key: 'row', title: 'Who needs', value: (cell) => row(cell)?.name ?? null },
      ...(isOfKeyResults ? [{ key: 'rowNode', title: 'Node', value: (cell: MatrixCell) => node(row(cell)?.nodeId) }] : []),
      { key: 'rowArea', title: 'Area', value: (cell) => area(row(cell)?.areaId) },
      ...(named ? [{ key: 'rowNumber', title: `Who needs: ${named}`, ...carried(row) }] : []),
      { key: 'column', title: 'Whom', value: (cell) => column(cell)?.name ?? null },
      ...(isOfKeyResults ? [{ key: 'columnNode', title: 'Node', value: (cell: MatrixCell) => node(column(cell)?.nodeId) }] : []),
      { key: 'columnArea', title: 'Area', value: (cell) => area(column(cell)?.areaId) },
      ...(named ? [{ key: 'columnNumber', title: `Whom: ${named}`, ...carried(column) }] : []),
      { key: 'count', title: 'Promises', isNumber: true, value: (cell) => cell.count },
      { key: 'standing', title: 'How it stands', value: (cell) => standingOf(assessment, cell) },
      { key: 'promised', title: 'Promised', isNumber: true, value: (cell) => count(cell, ({ isPromised }) => isPromised) },
      { key: 'late', title: 'Late', isNumber: true, value: (cell) => count(cell, ({ lateDays }) => lateDays > 0) },
      ...(scene.order === 'sequence'
        ? [{ key: 'side', title: 'Side of the diagonal', value: (cell: MatrixCell) => (cell.isWrongSide ? 'wrong' : 'right') }]
        : []),
      ...(compared ? [{ key: 'change', title: 'Change', value: (cell: MatrixCell) => cell.change?.kind ?? 'the same' }] : []),
    ]
  }, [snapshot, assessment, compared, scene, numbers])
  return (
    <div className={screen['tables']}>
      <SortableTable
        caption="Who needs whom"
        columns={columns}
        rows={scene.cells}
        keyOf={({ rowId, columnId }) => `${rowId} ${columnId}`}
        onOpen={acts.open}
        empty="No need passes the filter."
      />
    </div>
  )
}

function withCount(line: MatrixLine | undefined): string | null {
  return line?.number ? `${line.number.value} (${line.number.count})` : null
}

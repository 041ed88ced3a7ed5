'use client'
import { useMemo } from 'react'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { find } from '../../../../lib/domain/snapshot.ts'
import type { MatrixCell, MatrixScene } from '../../../../lib/layout/matrix/scene.ts'
import screen from '../../../components/graph/screen.module.css'
import { type Column, SortableTable } from '../../../components/graph/sortable-table.tsx'
import { standingOf } from './matrix-words.ts'
import type { CellActs } from './use-cell-acts.ts'

/** Every cell in which something stands, as one row of a table. */
export function MatrixTable({ scene, acts }: { readonly scene: MatrixScene; readonly acts: CellActs }) {
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
    return [
      { key: 'row', title: 'Who needs', value: (cell) => row(cell)?.name ?? null },
      ...(isOfKeyResults ? [{ key: 'rowNode', title: 'Node', value: (cell: MatrixCell) => node(row(cell)?.nodeId) }] : []),
      { key: 'rowArea', title: 'Area', value: (cell) => area(row(cell)?.areaId) },
      { key: 'column', title: 'Whom', value: (cell) => column(cell)?.name ?? null },
      ...(isOfKeyResults ? [{ key: 'columnNode', title: 'Node', value: (cell: MatrixCell) => node(column(cell)?.nodeId) }] : []),
      { key: 'columnArea', title: 'Area', value: (cell) => area(column(cell)?.areaId) },
      { key: 'count', title: 'Promises', isNumber: true, value: (cell) => cell.count },
      { key: 'standing', title: 'How it stands', value: (cell) => standingOf(assessment, cell) },
      { key: 'promised', title: 'Promised', isNumber: true, value: (cell) => count(cell, ({ isPromised }) => isPromised) },
      { key: 'late', title: 'Late', isNumber: true, value: (cell) => count(cell, ({ lateDays }) => lateDays > 0) },
      ...(scene.order === 'sequence'
        ? [{ key: 'side', title: 'Side of the diagonal', value: (cell: MatrixCell) => (cell.isWrongSide ? 'wrong' : 'right') }]
        : []),
      ...(compared ? [{ key: 'change', title: 'Change', value: (cell: MatrixCell) => cell.change?.kind ?? 'the same' }] : []),
    ]
  }, [snapshot, assessment, compared, scene])
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

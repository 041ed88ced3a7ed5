'use client'
import { useRouter, useSearchParams } from 'next/navigation'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { announce, showToast } from '../../../../lib/client/toast.ts'
import { selectionOf, useView } from '../../../../lib/client/view.ts'
import { useMayAsk } from '../../../../lib/client/who.ts'
import { find } from '../../../../lib/domain/snapshot.ts'
import { cellAt } from '../../../../lib/layout/matrix/cell-at.ts'
import type { MatrixLine } from '../../../../lib/layout/matrix/input.ts'
import type { GridPlace } from '../../../../lib/layout/matrix/move.ts'
import type { MatrixScene } from '../../../../lib/layout/matrix/scene.ts'
import { askNeed } from '../../../components/graph/connect-prompts.ts'
import { bundle } from '../../../components/graph/need-bundle.ts'

export type CellActs = {
  readonly open: (place: GridPlace) => void
  readonly ask: (place: GridPlace) => void
  readonly mayAsk: (place: GridPlace) => boolean
  readonly showChain: (place: GridPlace) => void
  readonly openLine: (line: MatrixLine | undefined) => void
}

/** What can be done with a cell: open its promises, ask for one, or look at it as a chain. */
export function useCellActs(scene: MatrixScene): CellActs {
  const { snapshot, assessment, slug, isPast } = useNetwork()
  const { select } = useView()
  const may = useMayAsk()
  const router = useRouter()
  const search = useSearchParams()
  const linesAt = ({ row, column }: GridPlace) => ({ row: scene.rows[row], column: scene.columns[column] })

  const openLine = (line: MatrixLine | undefined) => line && select(line.kind === 'node' ? 'node' : 'kr', line.id)
  const isEmptySelf = (row: MatrixLine, column: MatrixLine) => row.id === column.id || row.nodeId === column.id
  const mayAsk = (place: GridPlace) => {
    const { row, column } = linesAt(place)
    if (!row || !column || isEmptySelf(row, column)) return false
    const own = row.kind === 'node' ? [...assessment.keyResults.values()].filter(({ nodeId }) => nodeId === row.id).map(({ id }) => id) : [row.id]
    return own.length === 0 ? may('node', find(snapshot, 'node', row.id)) : own.some((id) => may('keyResult', find(snapshot, 'keyResult', id)))
  }
  const ask = (place: GridPlace) => {
    const { row, column } = linesAt(place)
    if (!row || !column || isEmptySelf(row, column)) return
    if (!mayAsk(place))
      return showToast(
        isPast ? 'This is the past. Go to now to ask for something.' : `To ask for something here, you have to take part in ${row.name}.`,
      )
    askNeed({
      ...(row.kind === 'node' ? { consumerNodeId: row.id } : { consumerKeyResultId: row.id }),
      ...(column.kind === 'node' ? { supplierNodeId: column.id } : { supplierKeyResultId: column.id }),
    })
  }
  const open = (place: GridPlace) => {
    const { row, column } = linesAt(place)
    const cell = cellAt(scene, place.row, place.column)
    const [first, ...others] = cell?.dependencyIds ?? []
    if (first && others.length === 0) select('need', first)
    else if (cell) bundle.set(cell.dependencyIds)
    else if (row && column && row.id !== column.id) ask(place)
    else openLine(row ?? column)
  }
  const showChain = (place: GridPlace) => {
    const [first] = cellAt(scene, place.row, place.column)?.dependencyIds ?? []
    if (!first) return announce('Nothing stands in this cell.')
    const query = new URLSearchParams(search.toString())
    for (const own of ['level', 'order', 'open', 'size', 'tied', 'table', 'show']) query.delete(own)
    query.set('sel', selectionOf('need', first))
    router.push(`/${slug}/chain?${query}`)
  }
  return { open, ask, mayAsk, showChain, openLine }
}

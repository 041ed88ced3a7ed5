import { useCallback, useMemo } from 'react'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { entityOfKind, type RecordRow } from '../../../../lib/client/outline/row.ts'
import { useMayAdd, useMayAsk, useWho } from '../../../../lib/client/who.ts'
import { openMoves } from '../../../../lib/domain/promise/moves.ts'
import { find } from '../../../../lib/domain/snapshot.ts'
import { changingMove } from '../../../components/promise/edit-by-move.ts'
import { canEdit } from './cell-editor.tsx'
import type { ColumnId } from './columns.ts'

type Asked = Pick<RecordRow, 'kind' | 'id'>

/** What who uses the browser may do to the rows of the outline. */
export type RowRights = {
  /** change, move or delete the record */
  readonly mayChange: (row: Asked | undefined) => boolean
  readonly mayEdit: (row: RecordRow | undefined, column: ColumnId) => boolean
  /** make a record below this one; below nothing, a value area */
  readonly mayAddUnder: (row: Asked | undefined) => boolean
  /** whether there is anything that may be written at all */
  readonly mayWrite: boolean
}

/** A need that has left the draft changes by moves of its promise only: an edit of its day or words is a counter or a proposed change. */
export function useRowRights(): RowRights {
  const { snapshot, today } = useNetwork()
  const who = useWho()
  const ask = useMayAsk()
  const mayAddArea = useMayAdd('area')
  const mayAddNode = useMayAdd('node')
  const mayChange = useCallback<RowRights['mayChange']>(
    (row) => row !== undefined && ask(entityOfKind[row.kind], find(snapshot, entityOfKind[row.kind], row.id)),
    [ask, snapshot],
  )
  return useMemo(() => {
    const isPromise = (row: RecordRow) => row.kind === 'need' && find(snapshot, 'dependency', row.id)?.state !== 'draft'
    const mayMove = ({ id }: RecordRow) => changingMove(openMoves(snapshot, id, who, today)) !== undefined
    return {
      mayChange,
      mayEdit: (row, column) => row !== undefined && canEdit(row, column) && (isPromise(row) ? mayMove(row) : mayChange(row)),
      mayAddUnder: (row) => (row === undefined ? mayAddArea : row.kind === 'area' ? mayAddNode : mayChange(row)),
      mayWrite: mayAddArea || [...snapshot.tables.node.values()].some((node) => ask('node', node)),
    }
  }, [mayChange, snapshot, ask, mayAddArea, mayAddNode, who, today])
}

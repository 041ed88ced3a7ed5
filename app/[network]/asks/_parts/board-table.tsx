'use client'
import { type Board, type Line, nothing, type Tally, total } from '../../../components/board/board-model.ts'
import { useBoardView } from '../../../components/board/use-board-view.ts'
import { type Column, SortableTable } from '../../../components/graph/sortable-table.tsx'

type Row = { readonly giver: Line; readonly taker: Line; readonly tally: Tally }

const columns: readonly Column<Row>[] = [
  { key: 'giver', title: 'Gives', value: ({ giver }) => giver.name },
  { key: 'taker', title: 'Needs', value: ({ taker }) => taker.name },
  { key: 'open', title: 'Without an answer', value: ({ tally }) => tally.open, isNumber: true },
  { key: 'promised', title: 'Promised', value: ({ tally }) => tally.promised, isNumber: true },
  { key: 'trouble', title: 'Late or refused', value: ({ tally }) => tally.trouble, isNumber: true },
  { key: 'all', title: 'All', value: ({ tally }) => total(tally), isNumber: true },
]

/** The board as rows: the same counts, sortable by any of them. */
export function BoardTable({ board }: { readonly board: Board }) {
  const { setCell } = useBoardView()
  const rows = board.givers.flatMap((giver) =>
    board.takers.flatMap((taker): Row[] => {
      const tally = board.cell(giver, taker)
      return tally === nothing ? [] : [{ giver, taker, tally }]
    }),
  )
  return (
    <SortableTable
      caption="Who gives to whom"
      columns={columns}
      rows={rows}
      keyOf={({ giver, taker }) => `${giver.id}~${taker.id}`}
      onOpen={({ giver, taker }) => setCell({ giver: giver.id, taker: taker.id })}
      empty="No needs in this view."
    />
  )
}

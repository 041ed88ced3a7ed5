'use client'
import Link from 'next/link'
import { useAction } from '../../../../lib/client/actions/use-action.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { useView } from '../../../../lib/client/view.ts'
import { BoardMatrix } from '../../../components/board/board-matrix.tsx'
import { CellList } from '../../../components/board/cell-list.tsx'
import { Unanswered } from '../../../components/board/unanswered.tsx'
import { useBoard } from '../../../components/board/use-board.ts'
import { Choice } from '../../../components/graph/drawing-bar.tsx'
import { tableAction } from '../../../components/graph/graph-actions.ts'
import { counted } from '../../../components/graph/words.ts'
import { EmptyState } from '../../../components/ui/empty-state.tsx'
import { PageBody, PageFrame } from '../../../components/ui/page-frame.tsx'
import { AreaFilter } from './area-filter.tsx'
import styles from './asks.module.css'
import { BoardGhost } from './board-ghost.tsx'
import { BoardTable } from './board-table.tsx'

/** Who asks whom: givers down, takers across, with what is open, promised and in trouble; and beside it what nobody has answered. */
export function AsksScreen() {
  const { cycle, slug } = useNetwork()
  const { view, setView } = useView()
  const board = useBoard()
  useAction(tableAction, () => setView({ table: view.table ? null : true }))
  const { all } = board
  return (
    <PageFrame
      title={`${cycle ? `${cycle.name}: ` : ''}${takeawayOf(all)}`}
      tools={
        <>
          <AreaFilter />
          <Choice
            label="Show as"
            value={view.table ? 'table' : 'board'}
            options={[
              { value: 'board', word: 'Board' },
              { value: 'table', word: 'Table' },
            ]}
            onChoose={(form) => setView({ table: form === 'table' ? true : null })}
          />
        </>
      }
    >
      <PageBody>
        {all.ids.length === 0 ? (
          <EmptyState
            title={view.area.length > 0 ? 'Nothing was asked between these areas' : 'Nobody has asked for anything yet'}
            ghost={<BoardGhost />}
            action={<Link href={`/${slug}/outline`}>Choose a key result in the outline and press R</Link>}
          >
            Here stands who gives to whom: how much is asked, promised, late or refused between any two nodes.
          </EmptyState>
        ) : (
          <div className={styles['columns']}>
            <div className={styles['main']}>{view.table ? <BoardTable board={board} /> : <BoardMatrix board={board} />}</div>
            <div className={styles['side']}>
              <CellList board={board} />
              <Unanswered />
            </div>
          </div>
        )}
      </PageBody>
    </PageFrame>
  )
}

function takeawayOf({ open, promised, trouble }: { readonly open: number; readonly promised: number; readonly trouble: number }): string {
  const sum = open + promised + trouble
  if (sum === 0) return 'No needs between nodes in this view.'
  return `${counted(sum, 'need')}: ${promised} promised, ${open} without an answer, ${trouble} late or refused.`
}

'use client'
import type { Ritual } from '../../../../../lib/domain/entity.ts'
import { BoardMatrix } from '../../../../components/board/board-matrix.tsx'
import { CellList } from '../../../../components/board/cell-list.tsx'
import { Unanswered } from '../../../../components/board/unanswered.tsx'
import { useBoard } from '../../../../components/board/use-board.ts'
import { EmptyState } from '../../../../components/ui/empty-state.tsx'
import styles from './market-board.module.css'
import { TalkList } from './talk-list.tsx'

/** The market for the whole room: who gives to whom with counts, who has to talk, and what nobody has answered, oldest first. */
export function MarketBoard({ ritual }: { readonly ritual: Ritual }) {
  const board = useBoard()
  return (
    <div className={styles['board']}>
      <div className={styles['matrix']}>
        {board.all.ids.length === 0 ? (
          <EmptyState title="Nobody has asked for anything yet">
            As soon as a node asks another one, it stands here: givers down, takers across.
          </EmptyState>
        ) : (
          <BoardMatrix board={board} />
        )}
      </div>
      <div className={styles['side']}>
        <TalkList ritual={ritual} />
        <CellList board={board} />
        <Unanswered />
      </div>
    </div>
  )
}

'use client'
import { runAction } from '../../../../lib/client/actions/registry.ts'
import { keyOfMove, moveActions } from '../../../components/promise/promise-actions.ts'
import { useOpenMoves } from '../../../components/promise/use-promise.ts'
import { Button } from '../../../components/ui/button.tsx'
import { classNames } from '../../../components/ui/class-names.ts'
import { KeyHint } from '../../../components/ui/key-hint.tsx'
import styles from './inbox.module.css'

const most = 3

/** The first answers to the selected item, at hand in the list. The pane beside makes the move, and asks what it needs. */
export function RowMoves({ dependencyId }: { readonly dependencyId: string }) {
  const moves = useOpenMoves(dependencyId).filter((move) => keyOfMove(move) !== null)
  return (
    <span className={classNames(styles['rowMoves'], styles['answers'])}>
      {moves.slice(0, most).map((move) => (
        <Button key={`${move.move} ${move.side}`} size="small" tabIndex={-1} onClick={() => void runAction(moveActions[move.move].id)}>
          {move.label}
          <KeyHint keys={keyOfMove(move) ?? ''} />
        </Button>
      ))}
    </span>
  )
}

'use client'
import { useAction } from '../../../lib/client/actions/use-action.ts'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { moveWords } from '../../../lib/domain/promise/moves.ts'
import { find, nameOf } from '../../../lib/domain/snapshot.ts'
import { Button } from '../ui/button.tsx'
import { KeyHint } from '../ui/key-hint.tsx'
import { minutesLeft } from './last-move.ts'
import styles from './promise.module.css'
import { undoMoveAction } from './promise-actions.ts'
import { useUndoMove } from './use-undo-move.ts'

/** What was done last, and how long it can be taken back. With an id, only where it was done to that promise. */
export function UndoNotice({ dependencyId }: { readonly dependencyId?: string }) {
  const { snapshot } = useNetwork()
  const { undoable, undo } = useUndoMove()
  const isShown = undoable !== null && (dependencyId === undefined || undoable.dependencyId === dependencyId)
  useAction(undoMoveAction, undo, { enabled: isShown })
  if (!isShown) return null
  const need = find(snapshot, 'dependency', undoable.dependencyId)
  return (
    <p className={styles['undo']}>
      <span>
        Just now: {moveWords[undoable.move].done}
        {dependencyId === undefined && need && <> “{nameOf(need)}”</>}.
      </span>
      <Button size="small" onClick={undo}>
        Undo
        <span className={styles['left']}>({minutesLeft(undoable.leftMs)})</span>
        <KeyHint keys="u" />
      </Button>
    </p>
  )
}

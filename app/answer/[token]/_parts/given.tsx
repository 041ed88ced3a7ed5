'use client'
import { useEffect, useState } from 'react'
import { minutesLeft, undoMs } from '../../../components/promise/last-move.ts'
import { Button } from '../../../components/ui/button.tsx'
import { Icon } from '../../../components/ui/ui-icon.tsx'
import styles from './answer.module.css'
import type { AnswerView } from './use-answer.ts'

type Props = {
  readonly view: AnswerView /** when it was given on this page; null where it was given before */
  readonly atMs: number | null
  readonly undo: () => void
}

/** What was done, and for how long it can be taken back. */
export function Given({ view, atMs, undo }: Props) {
  const leftMs = useLeft(atMs)
  const canUndo = view.canUndo && (leftMs === null || leftMs > 0)
  return (
    <>
      <h1 className={styles['done']}>
        <span className={styles['tick']}>
          <Icon name="check" size={20} />
        </span>
        Done
      </h1>
      <p role="status">{view.sentence}</p>
      {canUndo ? (
        <Button onClick={undo}>
          Undo
          {leftMs !== null && <span className={styles['left']}>({minutesLeft(leftMs)})</span>}
        </Button>
      ) : (
        <p className={styles['quiet']}>It can no longer be taken back here. In Weft it can be changed by another move.</p>
      )}
    </>
  )
}

function useLeft(atMs: number | null): number | null {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (atMs === null) return
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [atMs])
  return atMs === null ? null : atMs + undoMs - now
}

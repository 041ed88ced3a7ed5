'use client'
import { useEffect, useState } from 'react'
import { messageOf, useUndo } from '../../../lib/client/mutate.ts'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { useObservable } from '../../../lib/client/observable.ts'
import { request } from '../../../lib/client/request.ts'
import { showToast } from '../../../lib/client/toast.ts'
import type { history } from '../../../lib/contract/history.ts'
import { find } from '../../../lib/domain/snapshot.ts'
import { type LastMove, lastMove, undoMs } from './last-move.ts'

/** The move that can still be undone here, and the time that is left; null where there is none. */
export type Undoable = LastMove & { readonly leftMs: number }

function useNow(isRunning: boolean): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (!isRunning) return
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [isRunning])
  return now
}

/** The last move of this page, for as long as it can be undone: ten minutes, and until somebody else moves. */
export function useUndoable(): Undoable | null {
  const { snapshot, networkId } = useNetwork()
  const last = useObservable(lastMove)
  const isHere = last !== null && last.networkId === networkId && find(snapshot, 'promiseMove', last.moveId) !== undefined
  const now = useNow(isHere)
  if (!last || !isHere) return null
  const leftMs = last.atMs + undoMs - now
  const movedOn = [...snapshot.tables.promiseMove.values()].some(
    ({ id, dependencyId, at }) => dependencyId === last.dependencyId && id !== last.moveId && Date.parse(at) > last.atMs,
  )
  return leftMs > 0 && !movedOn ? { ...last, leftMs } : null
}

/** Takes the last move back, but nothing else: where something was changed since, it says so. */
export function useUndoMove() {
  const { slug } = useNetwork()
  const { undo } = useUndo()
  const undoable = useUndoable()
  const run = async () => {
    if (!undoable) return showToast('There is no move of yours that can still be undone.')
    try {
      const next = await request<typeof history.undoState>({ method: 'GET', path: '/networks/{network}/undo' }, { params: { network: slug } })
      if (undoable.changeSetId === null || next.undo?.id === undoable.changeSetId) return await undo()
      showToast(`You changed something since: ${next.undo?.summary ?? 'see the history'}. Undo that first, or move again.`)
    } catch (error) {
      showToast(messageOf(error), { tone: 'error' })
    }
  }
  return { undoable, undo: () => void run() }
}

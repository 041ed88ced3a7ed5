import { useCallback, useEffect, useRef, useState } from 'react'
import { messageOf } from './mutate.ts'
import { showToast } from './toast.ts'

export type List<T> = {
  /** null until the server has answered for the first time */
  readonly items: readonly T[] | null
  readonly refresh: () => void
  /** does something, says so, and reads the list again; a refusal is said and changes nothing */
  readonly run: (act: () => Promise<unknown>, said?: string) => void
}

/** A list that is kept outside of the network's records: read when it is shown, and again after each change. */
export function useList<T>(read: () => Promise<readonly T[]>): List<T> {
  const [items, setItems] = useState<readonly T[] | null>(null)
  /** which question was the last: what an earlier one brings late is left aside */
  const asked = useRef(0)
  const refresh = useCallback(() => {
    asked.current += 1
    const turn = asked.current
    const isLast = () => turn === asked.current
    read().then(
      (found) => isLast() && setItems(found),
      (error: unknown) => {
        if (!isLast()) return
        setItems((before) => before ?? [])
        showToast(messageOf(error), { tone: 'error' })
      },
    )
  }, [read])
  useEffect(refresh, [refresh])
  const run = useCallback(
    (act: () => Promise<unknown>, said?: string) => {
      act().then(
        () => {
          if (said !== undefined) showToast(said)
          refresh()
        },
        (error: unknown) => showToast(messageOf(error), { tone: 'error' }),
      )
    },
    [refresh],
  )
  return { items, refresh, run }
}

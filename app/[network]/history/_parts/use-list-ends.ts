'use client'
import { type RefObject, useCallback, useEffect, useState } from 'react'
import { messageOf } from '../../../../lib/client/mutate.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { showToast } from '../../../../lib/client/toast.ts'
import { readHistory } from '../../../components/history/read.ts'
import type { Blocker } from './restore-plan.ts'
import type { HistoryList } from './use-history.ts'

/** So near to its top nobody reads anything that would move. */
const topPx = 8

/** What waits above the list, and the way to it. What one has just done oneself is taken at once by who stands at the top. */
export function useNewer({ pages, take }: HistoryList, scroller: RefObject<HTMLDivElement | null>) {
  const { who } = useNetwork()
  const waiting = pages?.waiting ?? []
  const isAllMine = waiting.length > 0 && waiting.every(({ actor }) => actor === who.personId)
  useEffect(() => {
    if (isAllMine && (scroller.current?.scrollTop ?? 0) < topPx) take()
  }, [isAllMine, take, scroller])
  const showNew = useCallback(() => {
    take()
    scroller.current?.scrollTo({ top: 0 })
  }, [take, scroller])
  return { waiting: waiting.length, showNew }
}

/** How many changes words are looked for in before somebody has to ask for older ones; each time as many again. */
const readAtOnce = 2_000

/** Whether older changes are read as one comes near to the end, or only when somebody says so. */
export function useOlder({ pages }: HistoryList, words: string | null) {
  const [most, setMost] = useState(readAtOnce)
  const hasMore = pages !== null && pages.next !== null
  const isFull = words !== null && (pages?.entries.length ?? 0) >= most
  return { readsByItself: hasMore && !isFull, isPaused: hasMore && isFull, goOn: () => setMost(most + readAtOnce) }
}

/** How many changes of one record are looked through for the one that deleted it. */
const looksAt = 20

/** Opens the change set that deleted a record. */
export function useWayTo(open: (revision: number) => void): (blocker: Blocker) => void {
  const { slug } = useNetwork()
  return useCallback(
    ({ id }) => {
      readHistory(slug, { record: id, limit: looksAt }).then(
        ({ entries }) => {
          const last = entries.find(({ counts }) => counts.removed > 0)
          if (last) open(last.revision)
          else showToast('Nothing in the history deleted it.', { tone: 'error' })
        },
        (error: unknown) => showToast(messageOf(error), { tone: 'error' }),
      )
    },
    [slug, open],
  )
}

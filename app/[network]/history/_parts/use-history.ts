'use client'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { messageOf } from '../../../../lib/client/mutate.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { readHistory } from '../../../components/history/read.ts'
import { usePacedRevision } from '../../../components/history/use-paced-revision.ts'
import { type Filter, queryOf } from './filter.ts'
import { type Page, type Pages, taken, withNewest, withOlder } from './pages.ts'

const pageLength = 200
/** What is new is seldom more; where it is, the list begins anew. */
const newestLength = 50

export type HistoryList = {
  /** null until the server has answered for the first time */
  readonly pages: Pages | null
  readonly failure: string | null
  readonly readOlder: () => void
  /** puts what waits on top of the list */
  readonly take: () => void
  readonly retry: () => void
}

type Read = (more: { readonly before?: number; readonly limit: number }) => Promise<Page>
type Change = (step: (pages: Pages) => Pages) => void

/** The changes that a filter asks for: read page by page, and kept fresh. What comes meanwhile waits until it is taken. */
export function useHistory(filter: Filter): HistoryList {
  const { slug } = useNetwork()
  const key = JSON.stringify(queryOf(filter))
  const read = useCallback<Read>((more) => readHistory(slug, { ...JSON.parse(key), ...more }), [slug, key])
  const { pages, change, failure, setFailure, retry } = useFirstPage(key, read)
  useNewest(pages !== null, read, change)
  const isReading = useRef(false)
  const next = pages?.next ?? null
  const readOlder = useCallback(() => {
    if (next === null || isReading.current) return
    isReading.current = true
    read({ before: next, limit: pageLength })
      .then(
        (page) => change((now) => withOlder(now, page)),
        (error: unknown) => setFailure(messageOf(error)),
      )
      .finally(() => {
        isReading.current = false
      })
  }, [next, read, change, setFailure])
  const take = useCallback(() => change(taken), [change])
  return useMemo(() => ({ pages, failure, readOlder, take, retry }), [pages, failure, readOlder, take, retry])
}

/** Reads the first page anew for each filter. What belongs to another filter is not shown. */
function useFirstPage(key: string, read: Read) {
  const [state, setState] = useState<{ readonly key: string; readonly pages: Pages } | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [attempt, setAttempt] = useState(0)
  const change = useCallback<Change>((step) => setState((now) => (now?.key === key ? { key, pages: step(now.pages) } : now)), [key])
  const retry = useCallback(() => setAttempt((now) => now + 1), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt reads again
  useEffect(() => {
    let isOver = false
    setFailure(null)
    read({ limit: pageLength }).then(
      (page) => !isOver && setState({ key, pages: { entries: page.entries, next: page.next, waiting: [] } }),
      (error: unknown) => !isOver && setFailure(messageOf(error)),
    )
    return () => {
      isOver = true
    }
  }, [read, key, attempt])
  return { pages: state?.key === key ? state.pages : null, change, failure, setFailure, retry }
}

/** Reads the newest page again with each revision of the network. */
function useNewest(isThere: boolean, read: Read, change: Change): void {
  const revision = usePacedRevision()
  // biome-ignore lint/correctness/useExhaustiveDependencies: each revision reads again
  useEffect(() => {
    if (!isThere) return
    read({ limit: newestLength }).then(
      (page) => change((now) => withNewest(now, page)),
      () => undefined,
    )
  }, [isThere, revision, read, change])
}

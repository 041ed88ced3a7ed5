import { useCallback, useEffect, useState } from 'react'
import { v7 } from 'uuid'
import type { Me } from '../../contract/me.ts'
import { networkOf, type Snapshot } from '../../domain/snapshot.ts'
import { browserDrafts } from '../drafts/browser-drafts.ts'
import { keepTexts } from '../drafts/refused.ts'
import type { Observable } from '../observable.ts'
import { rememberTouches } from '../presence/touches.ts'
import type { Committed } from './batch.ts'
import { whoOf } from './me.ts'
import { browserOutbox } from './outbox.ts'
import { isOutage, type NetworkServer, networkServer } from './server.ts'
import { type NetworkStore, networkStore, type Refusal } from './store.ts'

export type Opened =
  | { readonly step: 'loading' }
  | { readonly step: 'failed'; readonly error: Error; readonly retry: () => void }
  | { readonly step: 'open'; readonly store: NetworkStore }

const secondTryMs = 1_000

/** The snapshot; a server that cannot be reached is asked a second time. */
async function readFirst(server: NetworkServer): Promise<Snapshot> {
  try {
    return await server.snapshot()
  } catch (error) {
    if (!isOutage(error)) throw error
    await new Promise((resolve) => setTimeout(resolve, secondTryMs))
    return server.snapshot()
  }
}

/** The same server; who made what it tells of is remembered for the fields that are open. */
function remembering(server: NetworkServer, me: Observable<Me>): NetworkServer {
  const own = (committed: Committed) => {
    rememberTouches([{ actor: me.get().personId ?? '', changes: committed.changes }], Date.now())
    return committed
  }
  return {
    ...server,
    changesSince: async (revision) => {
      const answer = await server.changesSince(revision)
      rememberTouches(answer.changeSets, Date.now())
      return answer
    },
    commit: (batch) => server.commit(batch).then(own),
    undo: (key) => server.undo(key).then(own),
    redo: (key) => server.redo(key).then(own),
  }
}

async function open(slug: string, me: Observable<Me>): Promise<NetworkStore> {
  const server = remembering(networkServer(slug), me)
  const initial = await readFirst(server)
  const networkId = networkOf(initial).id
  const { userId } = me.get()
  const now = () => new Date().toISOString()
  const refused = ({ batch }: Refusal) => keepTexts(browserDrafts(networkId, userId), batch.calls, now())
  const outbox = browserOutbox(networkId, userId ?? '')
  return networkStore({ server, initial, now, newKey: v7, outbox, userId, who: () => whoOf(me.get()), refused })
}

type Result = { readonly slug: string; readonly of: NetworkStore | Error }

/** Opens the network of an address, and again when `retry` is called after a failure. */
export function useOpened(slug: string, me: Observable<Me>): Opened {
  const [result, setResult] = useState<Result | null>(null)
  const [attempt, setAttempt] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt opens again
  useEffect(() => {
    let isCurrent = true
    const finish = (of: NetworkStore | Error) => {
      if (isCurrent) setResult({ slug, of })
    }
    open(slug, me).then(finish, (thrown: unknown) => finish(thrown instanceof Error ? thrown : new Error(String(thrown))))
    return () => {
      isCurrent = false
    }
  }, [slug, me, attempt])
  const retry = useCallback(() => {
    setResult(null)
    setAttempt((before) => before + 1)
  }, [])
  if (result?.slug !== slug) return { step: 'loading' }
  return result.of instanceof Error ? { step: 'failed', error: result.of, retry } : { step: 'open', store: result.of }
}

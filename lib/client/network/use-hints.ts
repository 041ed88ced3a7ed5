import { useEffect } from 'react'
import { addressOf } from '../request.ts'
import type { NetworkStore } from './store.ts'

function revisionIn(event: MessageEvent<string>): number {
  const body: unknown = JSON.parse(event.data)
  const revision: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'revision') : null
  return typeof revision === 'number' ? revision : 0
}

/** Keeps a network fresh: the server hints at a new revision, and the browser asks for what it has not got yet. */
export function useHints(store: NetworkStore | null, networkId: string): void {
  useEffect(() => {
    if (!store) return
    const source = new EventSource(addressOf({ path: '/networks/{network}/events' }, { params: { network: networkId } }))
    const follow = (event: MessageEvent<string>) => void store.catchUp(revisionIn(event)).catch(() => undefined)
    const lookNow = () => document.visibilityState === 'visible' && void store.catchUp(Number.MAX_SAFE_INTEGER).catch(() => undefined)
    source.addEventListener('revision', follow)
    document.addEventListener('visibilitychange', lookNow)
    window.addEventListener('online', lookNow)
    return () => {
      source.close()
      document.removeEventListener('visibilitychange', lookNow)
      window.removeEventListener('online', lookNow)
    }
  }, [store, networkId])
}

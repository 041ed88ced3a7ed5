import { useEffect } from 'react'
import { addressOf } from '../request.ts'
import type { NetworkStore } from './store.ts'

function revisionIn(event: MessageEvent<string>): number {
  const body: unknown = JSON.parse(event.data)
  const revision: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'revision') : null
  return typeof revision === 'number' ? revision : 0
}

const againMs = 3_000

/** Listens to the server for as long as wanted; a stream that the browser has given up is opened anew. */
function listen(address: string, hear: { revision: (event: MessageEvent<string>) => void; isThere: (isThere: boolean) => void }): () => void {
  let source: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const open = () => {
    const stream = new EventSource(address)
    source = stream
    stream.addEventListener('revision', hear.revision)
    stream.addEventListener('open', () => hear.isThere(true))
    stream.addEventListener('error', () => {
      hear.isThere(false)
      if (stream.readyState === EventSource.CLOSED) timer = setTimeout(open, againMs)
    })
  }
  open()
  return () => {
    clearTimeout(timer)
    source?.close()
  }
}

/** Keeps a network fresh: the server hints at a new revision, and the browser asks for what it has not got yet. */
export function useHints(store: NetworkStore | null, networkId: string): void {
  useEffect(() => {
    if (!store) return
    const catchUp = (revision: number) => void store.catchUp(revision).catch(() => undefined)
    const lookNow = () => document.visibilityState === 'visible' && catchUp(Number.MAX_SAFE_INTEGER)
    const stop = listen(addressOf({ path: '/networks/{network}/events' }, { params: { network: networkId } }), {
      revision: (event) => catchUp(revisionIn(event)),
      isThere: store.hears,
    })
    document.addEventListener('visibilitychange', lookNow)
    window.addEventListener('online', lookNow)
    return () => {
      stop()
      document.removeEventListener('visibilitychange', lookNow)
      window.removeEventListener('online', lookNow)
    }
  }, [store, networkId])
}

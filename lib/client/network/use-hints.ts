import { useEffect } from 'react'
import type { Presence } from '../../contract/presence.ts'
import { present, streamBegan } from '../presence/state.ts'
import { clientId } from '../presence/window.ts'
import { addressOf } from '../request.ts'
import { heardOfRoom } from '../room/room-hints.ts'
import type { NetworkStore } from './store.ts'

export function revisionIn(event: MessageEvent<string>): number {
  const body: unknown = JSON.parse(event.data)
  const revision: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'revision') : null
  return typeof revision === 'number' ? revision : 0
}

function peopleIn(event: MessageEvent<string>): readonly Presence[] {
  const body: unknown = JSON.parse(event.data)
  const people: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'people') : null
  return Array.isArray(people) ? castPeople(people) : []
}

/** Guaranteed by the server: the event has the form of the answer to what a window says of itself. */
function castPeople(people: unknown[]): readonly Presence[] {
  return people as readonly Presence[]
}

const againMs = 3_000

/** How long a reader waits who was told to come back: not all of them at the same moment. */
function partingMs(): number {
  return 200 + Math.random() * 1_300
}

type Hear = {
  readonly revision: (event: MessageEvent<string>) => void
  /** a member came or went, a role changed, or the stream ended: perhaps because the right to listen has */
  readonly who: () => void
  readonly isThere: (isThere: boolean) => void
  /** the stream is closed for good, or there again: whoever reads it may have missed something */
  readonly changed: () => void
  /** it begins: what came after the page had read and before it listened was told to nobody */
  readonly begun?: () => void
  /** what the reader knows is of another history, or too far back: it has to be read anew */
  readonly reset?: () => void
  /** somebody came, went or moved */
  readonly presence?: (event: MessageEvent<string>) => void
  /** something has changed in the room of a session */
  readonly room?: (event: MessageEvent<string>) => void
}

/**
 * Listens to the server for as long as wanted. A stream that the browser has given up is opened anew: it forgets the last event with the old
 * one, so the address says which that was.
 *
 * @param addressFrom the address of the stream after an event; null where nothing was heard yet
 */
export function listen(addressFrom: (lastEventId: string | null) => string, hear: Hear): () => void {
  let source: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let isAgain = false
  let lastId: string | null = null
  const remember = ({ lastEventId }: MessageEvent<string>) => {
    if (lastEventId !== '') lastId = lastEventId
  }
  const open = () => {
    const stream = new EventSource(addressFrom(lastId))
    source = stream
    for (const name of ['revision', 'reset', 'presence', 'bye']) stream.addEventListener(name, remember)
    stream.addEventListener('revision', hear.revision)
    stream.addEventListener('who', hear.who)
    stream.addEventListener('reset', () => hear.reset?.())
    stream.addEventListener('presence', (event) => hear.presence?.(event))
    stream.addEventListener('room', (event) => hear.room?.(event))
    stream.addEventListener('bye', () => {
      stream.close()
      timer = setTimeout(open, partingMs())
    })
    stream.addEventListener('open', () => {
      hear.isThere(true)
      if (isAgain) hear.changed()
      else hear.begun?.()
      isAgain = true
    })
    stream.addEventListener('error', () => {
      hear.isThere(false)
      hear.who()
      if (stream.readyState !== EventSource.CLOSED) return
      timer = setTimeout(open, againMs + partingMs())
    })
  }
  open()
  return () => {
    clearTimeout(timer)
    source?.close()
  }
}

/** Keeps a network fresh: the server hints at a new revision, and the browser asks for what it has not got yet. */
export function useHints(store: NetworkStore | null, networkId: string, askWho: () => void): void {
  useEffect(() => {
    if (!store) return
    const catchUp = (revision: number) => void store.catchUp(revision).catch(() => undefined)
    const lookNow = () => {
      if (document.visibilityState !== 'visible') return
      askWho()
      catchUp(Number.MAX_SAFE_INTEGER)
    }
    const addressFrom = (lastEventId: string | null) => {
      const query = { client: clientId, ...(lastEventId !== null && { after: lastEventId }) }
      return addressOf({ path: '/networks/{network}/events' }, { params: { network: networkId }, query })
    }
    const stop = listen(addressFrom, {
      revision: (event) => catchUp(revisionIn(event)),
      presence: (event) => present.set(peopleIn(event)),
      room: heardOfRoom,
      who: askWho,
      isThere: (isThere) => {
        store.hears(isThere)
        if (isThere) streamBegan()
      },
      changed: lookNow,
      reset: () => void store.readAnew().catch(() => undefined),
      begun: () => catchUp(Number.MAX_SAFE_INTEGER),
    })
    document.addEventListener('visibilitychange', lookNow)
    window.addEventListener('online', lookNow)
    return () => {
      stop()
      document.removeEventListener('visibilitychange', lookNow)
      window.removeEventListener('online', lookNow)
    }
  }, [store, networkId, askWho])
}

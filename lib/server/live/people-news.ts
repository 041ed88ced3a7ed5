import type { Presence } from '../../contract/presence.ts'
import { bytesOf } from './stream.ts'

/** The list of who is in a network is told at most so often. */
const throttleMs = 150

type Bytes = ReturnType<typeof bytesOf>

type Told = { readonly text: string; readonly bytes: Bytes; readonly at: number }

export type PeopleNews = {
  /** Something may be different: it is told soon, if it is. */
  readonly changed: (networkId: string) => void
  /** the last that was told of a network; null where nothing was */
  readonly last: (networkId: string) => Bytes | null
  readonly close: () => void
}

type Options = {
  readonly peopleIn: (networkId: string) => Promise<readonly Presence[]>
  readonly tell: (networkId: string, bytes: Bytes) => void
}

/** Tells the whole list of who is in a network, whenever it has changed, but not more often than can be followed. */
export function makePeopleNews({ peopleIn, tell }: Options): PeopleNews {
  const told = new Map<string, Told>()
  const timers = new Map<string, NodeJS.Timeout>()
  const flush = async (networkId: string) => {
    const people = await peopleIn(networkId)
    const text = JSON.stringify({ people })
    const before = told.get(networkId)
    if (before?.text === text || (!before && people.length === 0)) return
    const next = { text, bytes: bytesOf(`event: presence\ndata: ${text}\n\n`), at: performance.now() }
    if (people.length === 0) told.delete(networkId)
    else told.set(networkId, next)
    tell(networkId, next.bytes)
  }
  const begin = (networkId: string) => {
    timers.delete(networkId)
    // A network that cannot be read now is asked about again with the next change.
    void flush(networkId).catch(() => undefined)
  }
  return {
    changed: (networkId) => {
      if (timers.has(networkId)) return
      const waitMs = (told.get(networkId)?.at ?? Number.NEGATIVE_INFINITY) + throttleMs - performance.now()
      timers.set(networkId, setTimeout(() => begin(networkId), Math.max(0, waitMs)).unref())
    },
    last: (networkId) => told.get(networkId)?.bytes ?? null,
    close: () => {
      for (const timer of timers.values()) clearTimeout(timer)
    },
  }
}

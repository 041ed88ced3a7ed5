import { sqliteStatements } from '../../../db/sqlite.ts'
import { makeSnapshot, type Snapshot } from '../../../lib/domain/snapshot.ts'
import type { Broadcast, BroadcastChannel } from '../../../lib/server/executor.ts'
import { makeListeners } from '../../../lib/server/listeners.ts'
import { type Listening, type Live, openLive } from '../../../lib/server/live/events.ts'
import { placeIn } from '../../../lib/server/live/place.ts'
import type { Store } from '../../../lib/server/store.ts'

export type Heard = { readonly next: () => Promise<string | null>; readonly cancel: () => Promise<void> }

/** Reads an answer event by event. */
function heardOf(answer: Response): Heard {
  const reader = (answer.body ?? new ReadableStream<Uint8Array<ArrayBuffer>>()).getReader()
  const next = async () => {
    const { value, done } = await reader.read()
    return done ? null : new TextDecoder().decode(value)
  }
  return { next, cancel: () => reader.cancel() }
}

/** Processes on one database, as far as they hear each other. */
export function wire(): Broadcast {
  const heard: ((channel: BroadcastChannel, text: string) => void)[] = []
  return {
    send: (channel, text) => {
      for (const each of heard) queueMicrotask(() => each(channel, text))
    },
    listen: (onText) => void heard.push(onText),
  }
}

/** A server whose log is in the hands of a test: each revision of `net` was made by the change set `set-REVISION`, until one is renamed. */
export type Ground = {
  readonly live: Live
  readonly tell: (revision: number, networkId?: string) => void
  readonly snapshot: Snapshot
  readonly setIds: Map<number, string>
  /** readers whose right has ended */
  readonly shutOut: Set<string>
  readonly listening: (reader: string, more?: Partial<Listening>) => Listening
  /** opens a stream of somebody who has seen what the id of an event says */
  readonly open: (reader?: string, lastEventId?: string | null, more?: Partial<Listening>) => Promise<Heard>
}

/** Answers the one question that hints ask: which change set made a revision. */
function asker(setIds: ReadonlyMap<number, string>): Store['ask'] {
  const statements = sqliteStatements()
  return async (steps) => {
    const run = steps(statements)
    const asked = run.next()
    if (asked.done) return asked.value
    const id = setIds.get(Number(asked.value.runs[0]?.['revision']))
    const end = run.next(id === undefined ? [] : [{ id }])
    if (end.done) return end.value
    throw new Error('more was asked than one question')
  }
}

export function ground(broadcast: Broadcast = wire()): Ground {
  const listeners = makeListeners()
  const snapshot = makeSnapshot({}, 7)
  const setIds = new Map(Array.from({ length: 40_000 }, (_, at) => [at, `set-${at}`]))
  const shutOut = new Set<string>()
  const live = openLive({ listen: listeners.add, read: async () => snapshot, ask: asker(setIds), broadcast })
  const listening: Ground['listening'] = (reader, more = {}) => ({
    ...{ networkId: 'net', reader, address: reader, credential: reader, lastSeen: null },
    isAllowed: async () => !shutOut.has(reader),
    ...more,
  })
  return {
    live,
    snapshot,
    setIds,
    shutOut,
    listening,
    tell: (revision, networkId = 'net') => {
      if (networkId === 'net') snapshot.revision = revision
      listeners.tell(networkId, revision)
    },
    open: async (reader = 'ana', lastEventId = null, more = {}) => {
      const answer = await live.open(listening(reader, { lastSeen: placeIn(lastEventId), ...more }))
      if (answer) return heardOf(answer)
      throw new Error('it was refused')
    },
  }
}

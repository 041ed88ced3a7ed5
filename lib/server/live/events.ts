import type { Store } from '../store-contract.ts'
import { type Holder, makeCrowd } from './crowd.ts'
import { makeStream, type Stream } from './stream.ts'
import { makeVerdicts, type Verdicts } from './verdicts.ts'

const heartbeatMs = 15_000

/** How often every stream is asked whether its reader may still listen, whatever was told: another process may have taken the right away. */
const sweepMs = 700

export type Listening = Holder & {
  readonly networkId: string
  /** the session, token or link by which the reader may listen */
  readonly credential: string
  /** whether the reader may still listen; asked again before each event, and whenever somebody may have lost a right */
  readonly isAllowed: () => Promise<boolean>
  /** the revision that the reader has seen, from Last-Event-ID; null where it begins */
  readonly lastSeen: number | null
}

export type Live = {
  /** An endless answer that tells of every new revision; null where too many are listening. */
  readonly open: (listening: Listening) => Promise<Response | null>
  /** Somebody may have lost a right: every stream is asked again now. */
  readonly recheck: () => void
  /** Ends all streams: readers are told to come back. */
  readonly close: () => void
}

function eventOf(revision: number): string {
  return `id: ${revision}\nevent: revision\ndata: {"revision":${revision}}\n\n`
}

/** What a reader who comes back missed: nothing, newer revisions, or a history that is not the one it knew. */
function welcome(revision: number, lastSeen: number | null): string {
  if (lastSeen === null || lastSeen === revision) return `retry: 1000\nid: ${revision}\n: listening\n\n`
  if (lastSeen > revision) return `retry: 1000\nid: ${revision}\nevent: reset\ndata: {"revision":${revision}}\n\n`
  return `retry: 1000\n${eventOf(revision)}`
}

const headers = { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' }

/** A role or a membership may have changed: a page asks again who it is there. */
const whoEvent = 'event: who\ndata: {}\n\n'

/** One reader: the newest revision that is not told yet, and whether its telling is under way. */
type Reader = { readonly stream: Stream; readonly isAllowed: () => Promise<boolean>; told: number; waiting: number; isTelling: boolean }

/** Tells what is waiting, if the reader may still hear it. Revisions that come meanwhile are told together: they are hints. */
async function tellWaiting(reader: Reader): Promise<void> {
  if (reader.isTelling) return
  reader.isTelling = true
  while (reader.waiting > reader.told) {
    const revision = reader.waiting
    if (!(await reader.isAllowed())) reader.stream.end()
    reader.told = revision
    reader.stream.write(eventOf(revision))
  }
  reader.isTelling = false
}

type Room = { readonly store: Pick<Store, 'listen' | 'read'>; readonly readers: Set<Reader>; readonly verdicts: Verdicts }

/** Listens before it reads: a revision that comes in between is told, too. */
async function begin({ store, readers, verdicts }: Room, listening: Listening, leave: () => void): Promise<Response> {
  const { networkId, credential, lastSeen } = listening
  const isAllowed = () => verdicts.of(`${credential} ${networkId}`, listening.isAllowed)
  const onEnd = () => {
    if (!readers.delete(reader)) return
    stopListening()
    leave()
  }
  const { stream, body } = makeStream(onEnd)
  const reader: Reader = { stream, isAllowed, told: Number.POSITIVE_INFINITY, waiting: 0, isTelling: false }
  readers.add(reader)
  const stopListening = store.listen(networkId, (revision) => {
    reader.waiting = Math.max(reader.waiting, revision)
    void tellWaiting(reader)
  })
  try {
    const { revision } = await store.read(networkId)
    stream.write(welcome(revision, lastSeen))
    reader.told = revision
    void tellWaiting(reader)
    return new Response(body, { headers })
  } catch (error) {
    stream.end()
    throw error
  }
}

/** Server-sent events for one server: hints of new revisions, never data. */
export function openLive(store: Pick<Store, 'listen' | 'read'>): Live {
  const room: Room = { store, readers: new Set(), verdicts: makeVerdicts() }
  const crowd = makeCrowd()
  const check = async ({ stream, isAllowed }: Reader, tells: boolean) => {
    if (!(await isAllowed())) stream.end()
    else if (tells) stream.write(whoEvent)
  }
  const recheck = (tells: boolean) => {
    room.verdicts.forget()
    for (const reader of room.readers) void check(reader, tells)
  }
  const beat = () => {
    for (const { stream } of room.readers) stream.write(': still here\n\n')
  }
  const timers = [setInterval(beat, heartbeatMs).unref(), setInterval(() => recheck(false), sweepMs).unref()]
  return {
    open: async (listening) => {
      const leave = crowd.enter(listening)
      return leave && begin(room, listening, leave)
    },
    recheck: () => recheck(true),
    close: () => {
      for (const timer of timers) clearInterval(timer)
      for (const { stream } of [...room.readers]) stream.end()
    },
  }
}

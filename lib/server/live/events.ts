import type { Store } from '../store-contract.ts'

/** Who may listen: a number of streams in all, and for each actor. */
const mostStreams = 2_000
const mostPerActor = 30

const heartbeatMs = 15_000

/** A reader that leaves more than this unread is cut off; its browser comes back and catches up. */
const bufferBytes = 64 * 1024

type Stream = { readonly write: (text: string) => void; readonly end: () => void }

export type Listening = {
  readonly networkId: string
  readonly actor: string
  /** the revision that the reader has seen, from Last-Event-ID; null where it begins */
  readonly lastSeen: number | null
}

export type Live = {
  /** An endless answer that tells of every new revision; null where too many are listening. */
  readonly open: (listening: Listening) => Promise<Response | null>
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
const encoder = new TextEncoder()

function makeStream(onEnd: (stream: Stream) => void): { stream: Stream; body: ReadableStream<Uint8Array> } {
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null
  const end = () => {
    const open = controller
    controller = null
    if (!open) return
    onEnd(stream)
    open.close()
  }
  const stream: Stream = {
    write: (text) => {
      if (!controller) return
      if ((controller.desiredSize ?? 0) <= 0) end()
      else controller.enqueue(encoder.encode(text))
    },
    end,
  }
  const strategy = new ByteLengthQueuingStrategy({ highWaterMark: bufferBytes })
  const body = new ReadableStream<Uint8Array>(
    {
      start: (opened) => {
        controller = opened
      },
      cancel: () => {
        controller = null
        onEnd(stream)
      },
    },
    strategy,
  )
  return { stream, body }
}

/** Server-sent events for one server: hints of new revisions, never data. */
export function openLive(store: Pick<Store, 'listen' | 'read'>): Live {
  const stopByStream = new Map<Stream, () => void>()
  const countByActor = new Map<string, number>()
  const heartbeat = setInterval(() => {
    for (const stream of stopByStream.keys()) stream.write(': still here\n\n')
  }, heartbeatMs).unref()

  const count = (actor: string, by: number) => {
    const now = (countByActor.get(actor) ?? 0) + by
    if (now > 0) countByActor.set(actor, now)
    else countByActor.delete(actor)
  }
  const release = (actor: string) => (stream: Stream) => {
    const stop = stopByStream.get(stream)
    if (!stopByStream.delete(stream)) return
    stop?.()
    count(actor, -1)
  }

  return {
    open: async ({ networkId, actor, lastSeen }) => {
      const { revision } = await store.read(networkId)
      if (stopByStream.size >= mostStreams || (countByActor.get(actor) ?? 0) >= mostPerActor) return null
      const { stream, body } = makeStream(release(actor))
      stopByStream.set(
        stream,
        store.listen(networkId, (next) => stream.write(eventOf(next))),
      )
      count(actor, 1)
      stream.write(welcome(revision, lastSeen))
      return new Response(body, { headers })
    },
    close: () => {
      clearInterval(heartbeat)
      for (const stream of [...stopByStream.keys()]) stream.end()
    },
  }
}

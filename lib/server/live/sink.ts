import type { ServerResponse } from 'node:http'

/** Where the events of one reader go. */
type Sink = {
  /** bytes that the reader has not taken yet */
  readonly waiting: () => number
  readonly write: (bytes: Uint8Array<ArrayBuffer>) => void
  /** what was written still arrives */
  readonly finish: () => void
  /** what was written is thrown away, and the connection with it */
  readonly cut: () => void
}

/** An endless answer and the way to write to it; the answer is empty where it is written to its connection. */
export type Opened = { readonly answer: Response; readonly sink: Sink }

export type Headers = Readonly<Record<string, string>>

/** How long somebody whose stream has ended gets to take the rest of it. */
const graceMs = 2_000

/** Writes straight to the connection: a stream of the web in between costs several times as much for each event. */
function socketSink(outgoing: ServerResponse, headers: Headers, onGone: () => void): Opened {
  outgoing.once('close', onGone)
  if (outgoing.closed) queueMicrotask(onGone)
  else outgoing.writeHead(200, { ...headers }).flushHeaders()
  return {
    answer: new Response(null),
    sink: {
      waiting: () => outgoing.writableLength,
      write: (bytes) => void outgoing.write(bytes),
      finish: () => {
        outgoing.end()
        const timer = setTimeout(() => outgoing.destroy(), graceMs).unref()
        outgoing.once('close', () => clearTimeout(timer))
      },
      cut: () => void outgoing.destroy(),
    },
  }
}

/** The same for a request that came over no connection. */
function bodySink(headers: Headers, onGone: () => void): Opened {
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null
  const finish = () => controller?.close()
  const body = new ReadableStream<Uint8Array>(
    {
      start: (opened) => {
        controller = opened
      },
      cancel: onGone,
    },
    new ByteLengthQueuingStrategy({ highWaterMark: 0 }),
  )
  const sink: Sink = { waiting: () => -(controller?.desiredSize ?? 0), write: (bytes) => controller?.enqueue(bytes), finish, cut: finish }
  return { answer: new Response(body, { headers }), sink }
}

/** Begins an answer. @param onGone called when the reader leaves, and perhaps after the answer was ended here */
export function openSink(outgoing: ServerResponse | null, headers: Headers, onGone: () => void): Opened {
  return outgoing ? socketSink(outgoing, headers, onGone) : bodySink(headers, onGone)
}

import type { ServerResponse } from 'node:http'
import { type Headers, openSink } from './sink.ts'

/** A reader that leaves more than this unread is cut off; its browser comes back and catches up. */
const bufferBytes = 64 * 1024

/** Above this much that is unread, what will soon be told anew is left out. */
const clearBytes = 4 * 1024

/** An endless answer. What is written after its end goes nowhere. */
export type Stream = {
  readonly write: (bytes: Uint8Array<ArrayBuffer>) => void
  /** whether the reader has taken nearly everything */
  readonly isClear: () => boolean
  readonly end: () => void
}

const encoder = new TextEncoder()

/** An event as bytes: the same for all who hear it. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(text)
}

const common: Headers = { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' }

/** The connection of a reader, where it came over one, and headers beside those of every stream. */
export type Answering = { readonly outgoing?: ServerResponse | null; readonly headers?: Headers }

/** Makes a stream and the answer that it writes to. @param onEnd called once, whoever ends it */
export function makeStream({ outgoing = null, headers = {} }: Answering, onEnd: () => void): { stream: Stream; answer: Response } {
  let isOver = false
  const over = () => {
    if (isOver) return false
    isOver = true
    onEnd()
    return true
  }
  const { answer, sink } = openSink(outgoing, { ...common, ...headers }, over)
  const write = (bytes: Uint8Array<ArrayBuffer>) => {
    if (isOver) return
    if (sink.waiting() <= bufferBytes) sink.write(bytes)
    else if (over()) sink.cut()
  }
  return { answer, stream: { write, isClear: () => sink.waiting() <= clearBytes, end: () => over() && sink.finish() } }
}

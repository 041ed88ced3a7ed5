/** A reader that leaves more than this unread is cut off; its browser comes back and catches up. */
const bufferBytes = 64 * 1024

/** An endless answer. What is written after its end goes nowhere. */
export type Stream = { readonly write: (text: string) => void; readonly end: () => void }

const encoder = new TextEncoder()

/** Makes a stream and the body of the answer that it writes to. @param onEnd called once, whoever ends it */
export function makeStream(onEnd: () => void): { stream: Stream; body: ReadableStream<Uint8Array> } {
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null
  const end = () => {
    const open = controller
    controller = null
    if (!open) return
    onEnd()
    open.close()
  }
  const write = (text: string) => {
    if (!controller) return
    if ((controller.desiredSize ?? 0) <= 0) end()
    else controller.enqueue(encoder.encode(text))
  }
  const strategy = new ByteLengthQueuingStrategy({ highWaterMark: bufferBytes })
  const start = (opened: ReadableStreamDefaultController<Uint8Array>) => {
    controller = opened
  }
  const cancel = () => {
    controller = null
    onEnd()
  }
  return { stream: { write, end }, body: new ReadableStream<Uint8Array>({ start, cancel }, strategy) }
}

import { runMeasures } from './measuring.ts'
import type { MeasureRequest } from './protocol.ts'

let wanted = -1

/** A task of its own: messages that have come in are read before it. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0))
}

self.onmessage = ({ data }: MessageEvent<MeasureRequest>) => {
  wanted = data.kind === 'measure' ? data.run : -1
  if (data.kind === 'stop') return
  void runMeasures(data, { nowMs: () => performance.now(), post: (reply) => self.postMessage(reply), pause, isWanted: (run) => run === wanted })
}

import type { Snapshot } from '../../domain/snapshot.ts'
import { runMeasures } from './measuring.ts'
import { type MeasureRequest, unpack } from './protocol.ts'

let wanted = -1
/** the network that came last; the next one says only what is otherwise */
let network: Snapshot | null = null

/** A task of its own: messages that have come in are read before it. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0))
}

self.onmessage = ({ data }: MessageEvent<MeasureRequest>) => {
  wanted = data.kind === 'measure' ? data.run : -1
  if (data.kind === 'stop') return
  network = unpack(data.network, network)
  const { run, options } = data
  void runMeasures(
    { run, network, options },
    { nowMs: () => performance.now(), post: (reply) => self.postMessage(reply), pause, isWanted: (each) => each === wanted },
  )
}

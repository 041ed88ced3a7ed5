import type { Snapshot } from '../../domain/snapshot.ts'
import { unpack, type WhatIfRequest } from './protocol.ts'
import { runWhatIf } from './supposing.ts'

let wanted = -1
let network: Snapshot | null = null

/** A task of its own: messages that have come in are read before it. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0))
}

self.onmessage = ({ data }: MessageEvent<WhatIfRequest>) => {
  if (data.kind === 'network') network = unpack(data.network)
  wanted = data.kind === 'suppose' ? data.run : -1
  if (data.kind !== 'suppose' || !network) return
  void runWhatIf(
    { run: data.run, snapshot: network, question: data.question },
    { nowMs: () => performance.now(), post: (reply) => self.postMessage(reply), pause, isWanted: (run) => run === wanted },
  )
}

import { layoutChain } from '../../../lib/layout/chain/chain.ts'
import { layoutMap } from '../../../lib/layout/map/map.ts'
import type { LayoutRequest } from './in-worker.ts'

self.onmessage = ({ data }: MessageEvent<LayoutRequest>) => {
  self.postMessage(data.kind === 'map' ? layoutMap(data.input) : layoutChain(data.input, data.previous))
}

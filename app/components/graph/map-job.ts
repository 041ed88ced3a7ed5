import type { MapInput } from '../../../lib/layout/input.ts'
import { layoutMap } from '../../../lib/layout/map/map.ts'
import type { MapScene } from '../../../lib/layout/scene.ts'
import { inWorker } from './in-worker.ts'
import type { LayoutJob } from './use-scene.ts'

/** Above this many nodes and lines a map is laid out beside the page. */
const smallMap = 260

export const mapJob: LayoutJob<MapInput, MapScene> = {
  isSmall: ({ nodes, exchanges, needs }) => nodes.length + exchanges.length + needs.length <= smallMap,
  here: layoutMap,
  elsewhere: (input) => inWorker<MapScene>({ kind: 'map', input }),
}

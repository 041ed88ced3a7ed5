import { layoutChain } from '../../../lib/layout/chain/chain.ts'
import type { ChainInput } from '../../../lib/layout/input.ts'
import type { ChainScene } from '../../../lib/layout/scene.ts'
import { inWorker } from './in-worker.ts'
import type { LayoutJob } from './use-scene.ts'

/** Above this many cards and needs a chain is laid out beside the page. */
const smallChain = 240

/** What may stay where it was: a scene of the same level. */
function placementFor(input: ChainInput, previous: ChainScene | null) {
  return previous?.level === input.level ? previous.placement : null
}

export const chainJob: LayoutJob<ChainInput, ChainScene> = {
  isSmall: ({ cards, needs }) => cards.length + needs.length <= smallChain,
  here: (input, previous) => layoutChain(input, placementFor(input, previous)),
  elsewhere: (input, previous) => inWorker<ChainScene>({ kind: 'chain', input, previous: placementFor(input, previous) }),
}

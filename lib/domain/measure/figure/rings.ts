import { enumerate, keyResultPart, type Sentence, words } from '../../plan/sentence.ts'
import { counted } from '../report/said.ts'
import { type Figure, shownOf } from './figure.ts'
import type { Looked } from './looked.ts'

/** Rings and cuts up to this size are told by the names of those in them. */
const namedUpTo = 3

/** Key results that wait for each other, with the fewest needs that free them. */
export type RingWithCut = {
  /** the first of them, which tells the ring */
  readonly id: string
  readonly keyResultIds: readonly string[]
  readonly cutIds: readonly string[]
  /** false: a smaller cut may exist */
  readonly isExact: boolean
}

/** The rings of the cycle in document order; none until they are known. Cost O(rings). Spec: IN7. */
export function ringsWithCuts({ numbers }: Looked): readonly RingWithCut[] {
  return (numbers?.rings ?? []).map(({ keyResultIds, cut }) => ({
    id: keyResultIds[0] ?? '',
    keyResultIds,
    cutIds: cut.needIds,
    isExact: cut.isExact,
  }))
}

function arrow({ snapshot, graph }: Looked, needId: string): Sentence {
  const need = graph.needIds.indexOf(needId)
  const [supplier = '', consumer = ''] = [graph.supplier[need], graph.consumer[need]].map((vertex) => graph.keyResultIds[vertex ?? -1])
  return [keyResultPart(snapshot, supplier), words(' → '), keyResultPart(snapshot, consumer)]
}

function readingOf(looked: Looked, { keyResultIds, cutIds, isExact }: RingWithCut): Sentence {
  const size = keyResultIds.length
  const who: Sentence =
    size <= namedUpTo ? enumerate(keyResultIds.map((id) => [keyResultPart(looked.snapshot, id)])) : [words(`These ${size} results`)]
  const arrows = cutIds.flatMap((id, at) => [words(at === 0 ? '' : ', '), ...arrow(looked, id)]).filter(({ text }) => text !== '')
  const which: Sentence = cutIds.length > namedUpTo ? [] : [words(' ('), ...arrows, words(')')]
  const dropping = cutIds.length === 1 ? 'Dropping one need' : `Dropping ${counted(cutIds.length, 'need')}`
  const frees = ` frees ${size === 2 ? 'both' : `all ${size}`}.${isExact ? '' : ' A smaller set may exist.'}`
  return [...who, words(` wait for each other. ${dropping}`), ...which, words(frees)]
}

/** One ring: “These 10 results wait for each other. Dropping one need (*clients* → *funding*) frees all 10.” Null where there is none. Cost O(needs). Spec: IN7. */
export function ringFigure(looked: Looked, id: string): Figure | null {
  const ring = ringsWithCuts(looked).find((each) => each.id === id)
  if (!ring) return null
  const inside = new Set(ring.keyResultIds)
  const { graph } = looked
  const isInside = (vertex: number | undefined) => inside.has(graph.keyResultIds[vertex ?? -1] ?? '')
  return {
    id: `ring:${id}`,
    name: 'Going in circles',
    value: counted(ring.keyResultIds.length, 'result'),
    reading: readingOf(looked, ring),
    count: `${counted(ring.cutIds.length, 'need')} to drop; ${ring.isExact ? 'no smaller set frees them' : 'a good set, not surely the smallest'}`,
    how: 'Looks for results that wait for themselves through others, and for the fewest needs without which nobody does; of several such sets the weakest. Source: strongly connected components (Tarjan 1972), smallest feedback arc set.',
    shown: shownOf({
      keyResultIds: ring.keyResultIds,
      dependencyIds: graph.needIds.filter((_, need) => isInside(graph.supplier[need]) && isInside(graph.consumer[need])),
    }),
  }
}

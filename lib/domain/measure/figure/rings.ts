import type { Cut } from '../../plan/cut.ts'
import { insteadOf } from '../../plan/ring-sentence.ts'
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
  /** the cheapest cut, with those that are as cheap */
  readonly cut: Cut
}

/** The rings of the cycle in document order; none until they are known. Cost O(rings). Spec: IN7. */
export function ringsWithCuts({ numbers }: Looked): readonly RingWithCut[] {
  return (numbers?.rings ?? []).map(({ keyResultIds, cut }) => ({ id: keyResultIds[0] ?? '', keyResultIds, cut }))
}

/** A need by its ends: “*clients* → *funding*”, supplier first. Cost O(needs). Spec: IN7. */
export function needArrow({ snapshot, graph }: Looked, needId: string): Sentence {
  const need = graph.needIds.indexOf(needId)
  const [supplier = '', consumer = ''] = [graph.supplier[need], graph.consumer[need]].map((vertex) => graph.keyResultIds[vertex ?? -1])
  return [keyResultPart(snapshot, supplier), words(' → '), keyResultPart(snapshot, consumer)]
}

function arrows(looked: Looked, needIds: readonly string[]): Sentence {
  return needIds.flatMap((id, at) => [words(at === 0 ? '' : ', '), ...needArrow(looked, id)]).filter(({ text }) => text !== '')
}

function readingOf(looked: Looked, { keyResultIds, cut }: RingWithCut): Sentence {
  const { needIds, isExact } = cut
  const size = keyResultIds.length
  const who: Sentence =
    size <= namedUpTo ? enumerate(keyResultIds.map((id) => [keyResultPart(looked.snapshot, id)])) : [words(`These ${size} results`)]
  const isNamed = needIds.length <= namedUpTo
  const which: Sentence = isNamed ? [words(' ('), ...arrows(looked, needIds), words(')')] : []
  const dropping = needIds.length === 1 ? 'Dropping one need' : `Dropping ${counted(needIds.length, 'need')}`
  const instead = isNamed ? insteadOf(cut, (ids) => arrows(looked, ids)) : []
  const frees = ` frees ${size === 2 ? 'both' : `all ${size}`}`
  return [...who, words(` wait for each other. ${dropping}`), ...which, words(frees), ...instead, words(isExact ? '.' : '. A smaller set may exist.')]
}

/** How sure it is that nothing smaller would do, and how many other cuts are as good. */
function countOf({ needIds, isExact, others = [], hasMore = false }: Cut): string {
  const drop = `${counted(needIds.length, 'need')} to drop`
  if (!isExact) return `${drop}; a good set, not surely the smallest`
  if (others.length === 0) return `${drop}; no other set is as small and as weak`
  return `${drop}; ${hasMore ? 'more than ' : ''}${counted(others.length, 'other set is', 'other sets are')} as small and as weak`
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
    count: countOf(ring.cut),
    how: 'Looks for results that wait for themselves through others, and for the fewest needs without which nobody does; of several such sets the weakest; what is as small and as weak is named too. Source: strongly connected components (Tarjan 1972), smallest feedback arc set.',
    shown: shownOf({
      keyResultIds: ring.keyResultIds,
      dependencyIds: graph.needIds.filter((_, need) => isInside(graph.supplier[need]) && isInside(graph.consumer[need])),
    }),
  }
}

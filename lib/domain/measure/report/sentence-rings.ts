import type { NeedGraph } from '../../plan/graph.ts'
import { enumerate, keyResultPart, type Sentence, words } from '../../plan/sentence.ts'
import type { Snapshot } from '../../snapshot.ts'
import { type RingReport, ringReports } from './rings.ts'
import { counted, type Said, subjectsOf } from './said.ts'

/** Rings up to this size are told by the names of those on them. */
const namedUpTo = 3

/** Rings that are told one by one; more are counted. */
const toldUpTo = 3

/** Sets of needs up to this size are told need by need. */
const spelledUpTo = 3

function arrow(snapshot: Snapshot, graph: NeedGraph, needId: string): Sentence {
  const need = graph.needIds.indexOf(needId)
  const [supplier = '', consumer = ''] = [graph.supplier[need], graph.consumer[need]].map((vertex) => graph.keyResultIds[vertex ?? -1])
  return [keyResultPart(snapshot, supplier), words(' → '), keyResultPart(snapshot, consumer)]
}

/** What can be said of a smallest set: that it is one of several, or that a smaller one may exist. */
function reserve({ fewest }: RingReport): string {
  if (!fewest.isProven) return ' A smaller set may exist.'
  if (fewest.isCapped) return ` More than ${fewest.sets.length} sets are as small.`
  return fewest.sets.length === 1 ? '' : ` ${fewest.sets.length} sets are as small.`
}

function saidOf(snapshot: Snapshot, graph: NeedGraph, ring: RingReport): Said {
  const size = ring.keyResultIds.length
  const cut = ring.weakest.isProven && ring.fewest.sets.length > 1 ? cheapestOf(ring) : (ring.fewest.sets[0] ?? [])
  const who: Sentence = size <= namedUpTo ? enumerate(ring.keyResultIds.map((id) => [keyResultPart(snapshot, id)])) : [words(`These ${size} results`)]
  const which: Sentence =
    cut.length > spelledUpTo
      ? []
      : [words(' ('), ...cut.flatMap((id, at) => [words(at === 0 ? '' : ', '), ...arrow(snapshot, graph, id)]), words(')')]
  const dropping = cut.length === 1 ? 'Dropping one need' : `Dropping ${counted(cut.length, 'need')}`
  const frees = ` frees ${size === 2 ? 'both' : `all ${size}`}.`
  return {
    key: 'rings',
    sentence: [...who, words(` wait for each other. ${dropping}`), ...which, words(`${frees}${reserve(ring)}`)].filter(({ text }) => text !== ''),
    subjects: [...subjectsOf('keyResult', ring.keyResultIds), ...subjectsOf('dependency', cut)],
  }
}

/** Of the smallest sets one that is also among the weakest, where there is one. */
function cheapestOf({ fewest, weakest }: RingReport): readonly string[] {
  const weak = new Set(weakest.sets.map((set) => JSON.stringify(set)))
  return fewest.sets.find((set) => weak.has(JSON.stringify(set))) ?? fewest.sets[0] ?? []
}

/**
 * Who waits for whom in circles, largest ring first: “These 10 results wait for each other. Dropping one need (*clients* → *funding*)
 * frees all 10.” The arrow points from supplier to consumer. After three rings the others are counted.
 *
 * Cost that of `ringReports`. Spec: OR22.
 */
export function ringSentences(snapshot: Snapshot, graph: NeedGraph): Said[] {
  const rings = ringReports(graph).toSorted((a, b) => b.keyResultIds.length - a.keyResultIds.length)
  const [next, ...rest] = rings.slice(toldUpTo)
  const said = rings.slice(0, toldUpTo).map((ring) => saidOf(snapshot, graph, ring))
  if (!next) return said
  const others = rest.length === 0 ? 'One more ring' : `${rest.length + 1} more rings`
  const text = `${others} of ${rest.length === 0 ? '' : 'up to '}${next.keyResultIds.length} results ${rest.length === 0 ? 'waits' : 'wait'} in the same way.`
  return [...said, { key: 'rings', sentence: [words(text)], subjects: [next, ...rest].flatMap((ring) => subjectsOf('keyResult', ring.keyResultIds)) }]
}

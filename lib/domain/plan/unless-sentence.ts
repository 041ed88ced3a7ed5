import { counted } from '../counted.ts'
import { dependencyOfStub } from '../measure/chance/supply.ts'
import { placeOfKeyResult } from '../okr/place.ts'
import { isReachedIn } from '../okr/reached.ts'
import { find, type Snapshot } from '../snapshot.ts'
import { eachNeighbour, type NeedGraph } from './graph.ts'
import { downstreamOf, requiredBy, upstreamOf } from './reach.ts'
import { enumerate, keyResultPart, nodePart, type Sentence, words } from './sentence.ts'

/** So many are named; the rest is counted. */
const mostNamed = 3

/** The key results of a node in the graph, in document order. Cost O(key results). */
export function resultsOfNode(snapshot: Snapshot, graph: NeedGraph, nodeId: string): readonly string[] {
  return graph.keyResultIds.filter((id) => placeOfKeyResult(snapshot, id).nodeId === nodeId)
}

function isDirect(graph: NeedGraph, own: readonly string[], supplier: string): boolean {
  const to = new Set(own.flatMap((id) => graph.vertexById.get(id) ?? []))
  let found = false
  eachNeighbour(graph.consumersOf, graph.vertexById.get(supplier) ?? -1, (consumer) => {
    found ||= to.has(consumer)
  })
  return found
}

/** The node on which something rests: that of a key result, or for a stub the one that was asked. */
function nodeOf(snapshot: Snapshot, id: string): string | null {
  const stub = dependencyOfStub(id)
  return stub === null ? placeOfKeyResult(snapshot, id).nodeId : (find(snapshot, 'dependency', stub)?.supplierNodeId ?? null)
}

function withNode(snapshot: Snapshot, id: string): Sentence {
  const [nodeId, stub] = [nodeOf(snapshot, id), dependencyOfStub(id)]
  const node: Sentence = nodeId === null ? [] : [nodePart(snapshot, nodeId)]
  if (stub === null) return nodeId === null ? [keyResultPart(snapshot, id)] : [keyResultPart(snapshot, id), words(' ('), ...node, words(')')]
  const what = find(snapshot, 'dependency', stub)?.what ?? ''
  return [words(`${what === '' ? 'what is asked' : `“${what}”`} of `), ...node, words(', which has no key result for it yet,')]
}

/** Stubs are no results: where there is one among them, all are called things. */
function countedOf(ids: readonly string[], before = ''): string {
  return counted(ids.length, `${before}${ids.some((id) => dependencyOfStub(id) !== null) ? 'thing' : 'result'}`)
}

function named(snapshot: Snapshot, ids: readonly string[]): Sentence {
  const most = ids.length === mostNamed + 1 ? ids.length : mostNamed
  const items = ids.slice(0, most).map((id) => withNode(snapshot, id))
  return enumerate(ids.length <= most ? items : [...items, [words(countedOf(ids.slice(most), 'more '))]])
}

/** All that is reached from any of `own` and is not among them, each once, without what is done already. */
function othersOf(snapshot: Snapshot, own: readonly string[], reach: (id: string) => Iterable<string>): readonly string[] {
  const isOwn = new Set(own)
  return [...new Set(own.flatMap((id) => [...reach(id)]))].filter((id) => !isOwn.has(id) && !isReachedIn(snapshot, id))
}

function unless(snapshot: Snapshot, graph: NeedGraph, own: readonly string[], cannot: Sentence): Sentence | null {
  const others = (reach: (id: string) => Iterable<string>) => othersOf(snapshot, own, reach)
  const all = others((id) => upstreamOf(graph, id).keys())
  const required = others((id) => requiredBy(graph, id).keys())
  const helpful = all.length - required.length
  if (all.length === 0) return null
  const nodes = new Set(all.map((id) => nodeOf(snapshot, id))).size
  if (required.length === 0)
    return [...cannot.slice(0, 1), words(` leans on ${countedOf(all)} of ${counted(nodes, 'node')}; none of them alone decides it.`)]
  const nearest = [...required.filter((id) => isDirect(graph, own, id)), ...required.filter((id) => !isDirect(graph, own, id))]
  const more = helpful === 0 ? '' : ` It leans on ${counted(helpful, 'other')}, each of which it can do without.`
  return [...cannot, ...named(snapshot, nearest), words(` ${required.length === 1 ? 'comes' : 'come'} true.${more}`)]
}

/**
 * What a key result cannot be reached without, by needs of strength 1 and through them: “*5 new clients* cannot be reached unless *leads*
 * (Brand), *2 offers* (Innovation) and 3 more results come true. It leans on 4 others, each of which it can do without.”
 *
 * @param graph one with stubs, without what reached ones needed (`waitedFor`): what is asked of a node without a key result is named with
 * the node
 * @returns null where it depends on nothing that is still to come
 * Cost O(key results + needs). Spec: OV10-OV12, OV14.
 */
export function unlessSentence(snapshot: Snapshot, graph: NeedGraph, keyResultId: string): Sentence | null {
  if (!find(snapshot, 'keyResult', keyResultId) || !graph.vertexById.has(keyResultId)) return null
  return unless(snapshot, graph, [keyResultId], [keyResultPart(snapshot, keyResultId), words(' cannot be reached unless ')])
}

/**
 * The same of a node: what all of its key results together cannot do without. “*Brand* cannot succeed unless …”
 *
 * @param graph as for `unlessSentence`
 * @returns null where none of its results depends on another node's that is still to come
 * Cost O(key results of the node · (key results + needs)). Spec: OV10-OV12, OV14.
 */
export function nodeUnlessSentence(snapshot: Snapshot, graph: NeedGraph, nodeId: string): Sentence | null {
  if (!find(snapshot, 'node', nodeId)) return null
  return unless(snapshot, graph, resultsOfNode(snapshot, graph, nodeId), [nodePart(snapshot, nodeId), words(' cannot succeed unless ')])
}

/**
 * Who feels it: “7 results of 5 nodes wait for it, directly or through others.”
 *
 * @param graph as for `unlessSentence`
 * @param own the key results of a node, or one
 * @returns null where nobody waits
 * Cost O(key results given · (key results + needs)). Spec: OV13-OV14.
 */
export function waitsForSentence(snapshot: Snapshot, graph: NeedGraph, own: readonly string[]): Sentence | null {
  const isOwn = new Set(own)
  const open = own.filter((id) => !isReachedIn(snapshot, id))
  const waiting = [...new Set(open.flatMap((id) => [...downstreamOf(graph, id).keys()]))].filter((id) => !isOwn.has(id))
  if (waiting.length === 0) return null
  const nodes = new Set(waiting.map((id) => placeOfKeyResult(snapshot, id).nodeId)).size
  const wait = waiting.length === 1 ? 'waits' : 'wait'
  return [words(`${counted(waiting.length, 'result')} of ${counted(nodes, 'node')} ${wait} for it, directly or through others.`)]
}

import { inDocumentOrder } from '../okr/document-order.ts'
import { placeOfKeyResult } from '../okr/place.ts'
import { promiseClass } from '../okr/promise-class.ts'
import { find, type Snapshot } from '../snapshot.ts'
import type { NeedGraph } from './graph.ts'
import { requiredBy, upstreamOf } from './reach.ts'

/** The kinds of record that a sentence names. */
export type NamedKind = 'keyResult' | 'node' | 'objective' | 'goal' | 'exchange' | 'area' | 'team' | 'person'

/** A piece of a sentence: plain words, or the name of a record that a screen can make a link of; that of a person is a `personToken`. */
export type SentencePart =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: NamedKind; readonly id: string; readonly text: string }

/** What is named by a whole phrase stands between quotation marks. */
const quoted: ReadonlySet<string> = new Set<NamedKind>(['keyResult', 'objective', 'goal', 'exchange'])

/** A sentence as pieces. `sentenceText` gives it as text. */
export type Sentence = readonly SentencePart[]

/** The sentence as text; names of key results, objectives, goals and exchanges stand between `mark`s. Cost O(length). */
export function sentenceText(sentence: Sentence, mark = '“'): string {
  const close = mark === '“' ? '”' : mark
  return sentence.map((part) => (quoted.has(part.kind) ? `${mark}${part.text}${close}` : part.text)).join('')
}

/** Plain words of a sentence. Cost O(1). */
export function words(text: string): SentencePart {
  return { kind: 'words', text }
}

/** The name of a key result. Cost O(1). */
export function keyResultPart(snapshot: Snapshot, id: string): SentencePart {
  return { kind: 'keyResult', id, text: find(snapshot, 'keyResult', id)?.title ?? 'a key result that is not here' }
}

/** The name of a node. Cost O(1). */
export function nodePart(snapshot: Snapshot, id: string): SentencePart {
  return { kind: 'node', id, text: find(snapshot, 'node', id)?.name ?? 'a node that is not here' }
}

/** Items as “a, b and c”. Cost O(n). */
export function enumerate(items: readonly Sentence[], conjunction = 'and'): SentencePart[] {
  return items.flatMap((item, at) => {
    if (at === 0) return item
    return [words(at === items.length - 1 ? ` ${conjunction} ` : ', '), ...item]
  })
}

type NodeNeed = { readonly nodeId: string; readonly what: string; readonly isRequired: boolean }

/** Needs on nodes that have no key result for them, of the key result and of all that it depends on. */
function needsOnNodes(snapshot: Snapshot, keyResultId: string, upstream: ReadonlySet<string>, required: ReadonlySet<string>): NodeNeed[] {
  return inDocumentOrder(snapshot.tables.dependency).flatMap(
    ({ state, supplierKeyResultId, supplierNodeId, consumerKeyResultId, what, strength }) => {
      if (promiseClass(state) === 'ended' || supplierKeyResultId !== null || supplierNodeId === null) return []
      if (consumerKeyResultId !== keyResultId && !upstream.has(consumerKeyResultId)) return []
      const isOnTheWay = consumerKeyResultId === keyResultId || required.has(consumerKeyResultId)
      return [{ nodeId: supplierNodeId, what, isRequired: isOnTheWay && strength === 1 }]
    },
  )
}

function withNode(snapshot: Snapshot, keyResultId: string): Sentence {
  const { nodeId } = placeOfKeyResult(snapshot, keyResultId)
  const name = keyResultPart(snapshot, keyResultId)
  return nodeId === null ? [name] : [name, words(' ('), nodePart(snapshot, nodeId), words(')')]
}

function nodeNeedPart(snapshot: Snapshot, { nodeId, what }: NodeNeed): Sentence {
  const node = nodePart(snapshot, nodeId)
  return what === '' ? [words('something of '), node] : [words(`“${what}” of `), node]
}

/** What a key result depends on, each one once: without which it cannot be, and what only helps. */
export type DependsOn = {
  /** through needs of strength 1 only; nearest first, then in document order */
  readonly required: readonly string[]
  /** all others that it depends on, directly or through others */
  readonly helpful: readonly string[]
  readonly requiredNodes: readonly NodeNeed[]
  readonly helpfulNodes: readonly NodeNeed[]
}

/** What a key result depends on, for the sentence and for lists. Cost O(key results + needs). Spec: ST68. */
export function dependsOn(snapshot: Snapshot, graph: NeedGraph, keyResultId: string): DependsOn {
  const upstream = upstreamOf(graph, keyResultId)
  const required = requiredBy(graph, keyResultId)
  const onNodes = needsOnNodes(snapshot, keyResultId, new Set(upstream.keys()), new Set(required.keys()))
  return {
    required: [...required.keys()],
    helpful: [...upstream.keys()].filter((id) => !required.has(id)),
    requiredNodes: onNodes.filter(({ isRequired }) => isRequired),
    helpfulNodes: onNodes.filter(({ isRequired }) => !isRequired),
  }
}

/**
 * What a key result depends on, as a leader would say it: “*5 new clients* cannot be reached unless *leads* (Brand) and
 * *2 offers* (Innovation) are. It also leans on …”. It names exactly what it depends on, each one once.
 *
 * Cost O(key results + needs). Spec: ST68-ST71.
 */
export function dependsOnSentence(snapshot: Snapshot, graph: NeedGraph, keyResultId: string): Sentence {
  const { required, helpful, requiredNodes, helpfulNodes } = dependsOn(snapshot, graph, keyResultId)
  const subject = keyResultPart(snapshot, keyResultId)
  const hard = [...required.map((id) => withNode(snapshot, id)), ...requiredNodes.map((need) => nodeNeedPart(snapshot, need))]
  const soft = [...helpful.map((id) => withNode(snapshot, id)), ...helpfulNodes.map((need) => nodeNeedPart(snapshot, need))]
  if (hard.length + soft.length === 0) return [subject, words(' depends on no other key result.')]
  if (hard.length === 0) return [subject, words(' leans on '), ...enumerate(soft), words('; none of them alone decides it.')]
  const verb = requiredNodes.length === 0 ? 'reached' : 'there'
  const first: Sentence = [subject, words(' cannot be reached unless '), ...enumerate(hard), words(` ${hard.length === 1 ? 'is' : 'are'} ${verb}.`)]
  return soft.length === 0 ? first : [...first, words(' It also leans on '), ...enumerate(soft), words('.')]
}

import type { Dependency } from '../../../entity.ts'
import { keyResultPart, nodePart, type Sentence, type SentencePart, words } from '../../../plan/sentence.ts'
import { nodesOfPromise } from '../../../promise/stand.ts'
import type { Snapshot } from '../../../snapshot.ts'
import type { Found } from './finding.ts'

/** Who is asked for something. Cost O(1). */
export function giverPart(snapshot: Snapshot, need: Dependency): SentencePart {
  const { supplier } = nodesOfPromise(snapshot, need)
  return supplier === null ? words('a node that is not here') : nodePart(snapshot, supplier)
}

/** The key result that needs something. Cost O(1). */
export function takerPart(snapshot: Snapshot, { consumerKeyResultId }: Dependency): SentencePart {
  return keyResultPart(snapshot, consumerKeyResultId)
}

/** What is asked for: in the words of who asks, else the key result that gives it. Cost O(1). */
export function thingPart(snapshot: Snapshot, { what, supplierKeyResultId }: Dependency): SentencePart {
  if (what !== '') return words(`“${what}”`)
  return supplierKeyResultId === null ? words('something') : keyResultPart(snapshot, supplierKeyResultId)
}

/** Parts as a sentence; plain texts are words. Cost O(n). */
export function say(...parts: readonly (string | SentencePart)[]): Sentence {
  return parts.map((part) => (typeof part === 'string' ? words(part) : part)).filter(({ text }) => text !== '')
}

/** The nodes on both sides of a need, each once. Cost O(1). */
export function nodesAt(snapshot: Snapshot, need: Dependency): string[] {
  const { consumer, supplier } = nodesOfPromise(snapshot, need)
  return [...new Set([consumer, supplier].filter((id) => id !== null))]
}

/** What a finding about a need is about: the need, who needs it, and the nodes on both sides. Cost O(1). */
export function aboutNeed(snapshot: Snapshot, need: Dependency): Pick<Found, 'subjects' | 'nodeIds'> {
  const { id, consumerKeyResultId } = need
  return {
    subjects: [
      { entity: 'dependency', id },
      { entity: 'keyResult', id: consumerKeyResultId },
    ],
    nodeIds: nodesAt(snapshot, need),
  }
}

export { counted } from '../../../counted.ts'

import type { Exchange } from '../entity.ts'
import { personToken } from '../people/named-text.ts'
import { enumerate, nodePart, type Sentence, type SentencePart, words } from '../plan/sentence.ts'
import { find, type Snapshot } from '../snapshot.ts'

/** A goal, an objective, an exchange, an area or a team by its name. Cost O(1). */
export function recordPart(kind: 'goal' | 'objective' | 'exchange' | 'area' | 'team', { id, name }: { id: string; name: string }): SentencePart {
  return { kind, id, text: name }
}

/** A person, whose name is put in when it is read. Cost O(1). */
export function personPart(id: string): SentencePart {
  return { kind: 'person', id, text: personToken(id) }
}

/** The name of an objective. Cost O(1). */
export function objectivePart(snapshot: Snapshot, id: string): SentencePart {
  return recordPart('objective', { id, name: find(snapshot, 'objective', id)?.title ?? 'an objective that is not here' })
}

/** “*Leads* from *Brand* to *Client*”. Cost O(1). */
export function exchangeParts(snapshot: Snapshot, { id, deliverable, fromNodeId, toNodeId }: Exchange): SentencePart[] {
  const ends = [words(' from '), nodePart(snapshot, fromNodeId), words(' to '), nodePart(snapshot, toNodeId)]
  return [recordPart('exchange', { id, name: deliverable }), ...ends]
}

/** The first names of a long list, and how many more there are: “a, b, c and 9 others”. Cost O(most). */
export function someOf(items: readonly SentencePart[], most = 5): SentencePart[] {
  if (items.length <= most + 1) return enumerate(items.map((item) => [item]))
  const rest: Sentence = [words(`${items.length - most} others`)]
  return enumerate([...items.slice(0, most).map((item): Sentence => [item]), rest])
}

/** A sentence as it is read: people by their names as they are now. Cost O(parts). Spec: AL8. */
export function withNames(snapshot: Snapshot, sentence: Sentence): Sentence {
  return sentence.map((part) => (part.kind === 'person' ? { ...part, text: find(snapshot, 'person', part.id)?.name ?? 'somebody' } : part))
}

import type { Dependency } from '../entity.ts'
import { find, type Snapshot } from '../snapshot.ts'

/** What to call a need: what is asked for, else the key result that gives it, else the one that waits for it. Cost O(1). */
export function needName(snapshot: Snapshot, { what, supplierKeyResultId, consumerKeyResultId }: Dependency): string {
  if (what !== '') return what
  return find(snapshot, 'keyResult', supplierKeyResultId)?.title ?? find(snapshot, 'keyResult', consumerKeyResultId)?.title ?? 'a need without a name'
}

/** The person behind an actor of the log: `PERSON` or `PERSON/TOKEN`. Cost O(1). */
export function personIdOf(actor: string): string {
  return actor.split('/')[0] ?? actor
}

/** What to call an actor of the log in a sentence. Cost O(1). */
export function actorName(snapshot: Snapshot, actor: string): string {
  if (actor === 'cli') return 'The command line'
  if (actor === 'weft') return 'Weft'
  return find(snapshot, 'person', personIdOf(actor))?.name ?? 'Somebody'
}

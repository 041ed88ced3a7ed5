import { fillNames } from '../../../lib/domain/people/named-text.ts'
import { nameless } from '../../../lib/domain/people/pseudonym.ts'
import { find, type Snapshot } from '../../../lib/domain/snapshot.ts'

/** A sentence of the log with the names that people have today; somebody who is gone has none. */
export function told(snapshot: Snapshot, sentence: string): string {
  return fillNames(sentence, (id) => find(snapshot, 'person', id)?.name ?? nameless)
}

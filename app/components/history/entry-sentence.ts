import type { Snapshot } from '../../../lib/domain/snapshot.ts'
import { told } from './told.ts'
import type { HistoryEntry } from './types.ts'

/** What a change was, in the words of the log; a reason has no name that the log could tell it by. */
const sentences: Readonly<Record<string, string>> = {
  'reason.set': 'Said why something was changed',
  'reason.clear': 'Took back why something was changed',
}

/** A change in one sentence, with the names that people have today. */
export function entrySentence(snapshot: Snapshot, { command, summary }: Pick<HistoryEntry, 'command' | 'summary'>): string {
  return sentences[command] ?? told(snapshot, summary)
}

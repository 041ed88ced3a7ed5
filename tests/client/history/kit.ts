import type { HistoryEntry } from '../../../app/components/history/types.ts'

/** An entry of the history; what a test does not care about is filled in. */
export function entry(revision: number, given: Partial<HistoryEntry> = {}): HistoryEntry {
  return {
    revision,
    id: `set_${revision}`,
    at: '2027-02-10T09:00:00Z',
    actor: 'ana',
    command: 'node.update',
    summary: `Change ${revision}`,
    undoOf: null,
    othersNodeIds: [],
    counts: { added: 0, changed: 1, removed: 0 },
    entities: ['node'],
    isStructural: false,
    ...given,
  }
}

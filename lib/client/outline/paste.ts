import { type CommandCall, call } from '../../domain/command/call.ts'
import type { Cycle } from '../../domain/entity.ts'
import { asId } from '../../domain/ids.ts'
import { resolveNode } from '../../domain/quick-add/resolve.ts'
import type { RowDraft } from '../../domain/quick-add/rows.ts'
import { find, referring, type Snapshot } from '../../domain/snapshot.ts'
import { freshId } from '../fresh-id.ts'
import { cycleFor } from './create.ts'
import { keyResultCalls, type NewPeople } from './create-key-result.ts'

/** Where pasted rows go unless they say so themselves. */
export type PasteTarget = { readonly nodeId: string | null; readonly objectiveId: string | null }

type Around = { readonly snapshot: Snapshot; readonly cycle: Cycle | null; readonly today: string; readonly target: PasteTarget }

export type PastedRow = {
  readonly draft: RowDraft
  /** where it goes, in words; null where it has no place and is left out */
  readonly place: string | null
}

export type Paste = { readonly rows: readonly PastedRow[]; readonly calls: readonly CommandCall[] }

type Books = {
  readonly objectives: Map<string, { id: string; title: string }>
  readonly people: NewPeople
  cycleId: string | null
  readonly calls: CommandCall[]
}

function nodeFor({ snapshot, target }: Around, draft: RowDraft): string | null {
  const named = draft.node === null ? null : resolveNode(snapshot, draft.node).match
  return named?.id ?? target.nodeId
}

function known({ snapshot, cycle, target }: Around, nodeId: string, title: string | null): { id: string; title: string } | null {
  const there = referring(snapshot, 'objective', 'nodeId', nodeId).filter(({ cycleId }) => cycleId === cycle?.id)
  if (title !== null) return there.find((each) => each.title.toLowerCase() === title.toLowerCase()) ?? null
  return there.find(({ id }) => id === target.objectiveId) ?? there.at(-1) ?? null
}

/** The objective for a row: the one chosen, the one named, or a new one of that name. */
function objectiveFor(around: Around, nodeId: string, named: string | null, books: Books): { id: string; title: string } {
  const key = `${nodeId} ${(named ?? '').toLowerCase()}`
  const found = known(around, nodeId, named) ?? books.objectives.get(key)
  if (found) return found
  if (books.cycleId === null) {
    const cycle = cycleFor(around)
    books.cycleId = cycle.id
    books.calls.push(...cycle.calls)
  }
  const made = { id: freshId('objective'), title: named ?? 'Untitled objective' }
  books.objectives.set(key, made)
  books.calls.push(call('objective.create', { id: made.id, title: made.title, nodeId: asId<'node'>(nodeId), cycleId: asId<'cycle'>(books.cycleId) }))
  return made
}

/**
 * What pasting rows would do: one key result each, under the objective they name or the one that is chosen.
 * Rows that say no node, where none is chosen, are left out and said so.
 */
export function planPaste(around: Around, drafts: readonly RowDraft[]): Paste {
  const books: Books = { objectives: new Map(), people: new Map(), cycleId: null, calls: [] }
  const rows = drafts.map((draft): PastedRow => {
    const nodeId = nodeFor(around, draft)
    if (nodeId === null) return { draft, place: null }
    const objective = objectiveFor(around, nodeId, draft.objective, books)
    books.calls.push(...keyResultCalls(around.snapshot, draft, { objectiveId: objective.id }, books.people).calls)
    return { draft, place: `${find(around.snapshot, 'node', nodeId)?.name ?? ''} › ${objective.title}` }
  })
  return { rows, calls: books.calls }
}

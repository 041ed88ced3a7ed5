import type { FieldPlace } from '../../../lib/client/presence/state.ts'
import { readViewPath } from '../../../lib/client/presence/view-path.ts'
import { parseSelection } from '../../../lib/client/view.ts'
import type { Presence } from '../../../lib/contract/presence.ts'
import { find, nameOf, type Snapshot } from '../../../lib/domain/snapshot.ts'
import { fieldWord } from '../../../lib/domain/summary.ts'

const screenWords: Readonly<Record<string, string>> = { check: 'self-check', walk: 'walk-through', people: 'people and teams', '': 'network' }

/** What stands for a field that belongs to no single value of a record. */
const formWords: Readonly<Record<string, string>> = {
  checkIn: 'checks in on',
  comment: 'writes a comment on',
  ask: 'asks for what it needs:',
  move: 'answers',
  create: 'adds to',
}

function short(name: string): string {
  return name.length > 60 ? `${name.slice(0, 58)}…` : name
}

function editingWords(snapshot: Snapshot, { entity, id, field }: FieldPlace): string {
  const record = find(snapshot, entity, id)
  const name = record ? `“${short(nameOf(record))}”` : 'something new'
  const form = formWords[field.split('.')[0] ?? '']
  return form ? `${form} ${name}` : `edits the ${fieldWord(field)} of ${name}`
}

/** Where a window is, in a few words: “chain, Hire 12 engineers”, “edits the title of “Hire 12 engineers””. */
export function placeWords(snapshot: Snapshot, { view, editing }: Pick<Presence, 'view' | 'editing'>): string {
  if (editing) return editingWords(snapshot, editing)
  const { screen, sel } = readViewPath(view)
  const selection = parseSelection(sel)
  const record = selection && find(snapshot, selection.entity, selection.id)
  const where = screenWords[screen] ?? screen
  return record ? `${where}, ${short(nameOf(record))}` : where
}

import type { Draft } from '../../../lib/client/drafts/shelf.ts'
import { type SelectionKind, selectionKindOf } from '../../../lib/client/view.ts'
import { entityWords, find, nameOf, type Snapshot } from '../../../lib/domain/snapshot.ts'
import { fieldWord } from '../../../lib/domain/summary.ts'

const formWords: Readonly<Record<string, string>> = {
  comment: 'Comment on',
  answer: 'Answer on',
  checkIn: 'Note of a check-in on',
  reading: 'Note of a reading of',
  ask: 'What is needed by',
  move: 'A few words on',
  create: 'New line under',
  decide: 'Decision about',
}

/** Where a draft was typed: “Title of “Hire 12 engineers””, “Comment on “Growth””. */
export function draftPlace(snapshot: Snapshot, { place: { entity, id, field } }: Draft): string {
  const record = find(snapshot, entity, id)
  const name = record ? `“${nameOf(record)}”` : `a ${entityWords[entity]} that is gone`
  const form = formWords[field.split('.')[0] ?? '']
  if (form) return `${form} ${name}`
  const word = fieldWord(field)
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)} of ${name}`
}

/** Whether the record says just that already: then the draft is no draft any more. */
export function isSaved(snapshot: Snapshot, { place: { entity, id, field }, text }: Draft): boolean {
  const record = find(snapshot, entity, id)
  const value: unknown = record && Reflect.get(record, field)
  const plain = (each: string) => each.replace(/\s+/g, ' ').trim()
  return typeof value === 'string' && plain(value) === plain(text)
}

export type DraftTarget =
  | { readonly to: 'record'; readonly kind: SelectionKind; readonly id: string }
  | { readonly to: 'screen'; readonly path: 'outline' | 'review' | 'settings' }

/** Where the field of a draft can be opened again; null where its record is gone. */
export function draftTarget(snapshot: Snapshot, { place: { entity, id, field } }: Draft): DraftTarget | null {
  if (!find(snapshot, entity, id)) return null
  if (field.startsWith('create.')) return { to: 'screen', path: 'outline' }
  if (entity === 'proposal') return { to: 'screen', path: 'review' }
  const kind = selectionKindOf(entity)
  return kind ? { to: 'record', kind, id } : { to: 'screen', path: 'settings' }
}

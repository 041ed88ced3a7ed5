import type { RitualItem } from '../../entity.ts'
import type { AgendaSection } from '../../vocabulary.ts'
import { type ActionState, actionState } from '../walk/actions.ts'
import { mostLeft, partsOf, type Stop } from '../walk/agenda.ts'
import { clockOf } from '../walk/words.ts'
import type { OutputEntry, OutputSection } from './output.ts'

/** What a section of a walk is called. */
export const sectionTitles: Readonly<Record<AgendaSection, string>> = {
  promises: 'Broken or late',
  disagreements: 'Seen differently',
  fell: 'Confidence fell',
  stale: 'Silent',
  asks: 'Unanswered',
  health: 'Health',
  wins: 'Win',
}

const actionMarks: Readonly<Record<ActionState, string | undefined>> = { open: undefined, late: 'late', done: 'done', dropped: 'dropped' }

/** The moment that minutes tell of: that of the close, else now. */
export type Moment = { readonly day: string; readonly at?: string }

/** An action, with who does it, by when, and what became of it. Cost O(1). Spec: MN3. */
export function actionEntry(item: RitualItem, moment: Moment): OutputEntry {
  const mark = actionMarks[actionState(item, moment)]
  return { text: item.text, ...(mark ? { mark } : {}), owner: item.ownerId, due: item.dueOn, about: aboutOf(item) }
}

/** The record that an entry speaks of; null where it speaks of none. Cost O(1). */
export function aboutOf({ subject, about }: Pick<RitualItem, 'subject' | 'about'>): OutputEntry['about'] {
  return subject !== null && about !== null ? { entity: subject, id: about } : null
}

/** A decision, a note, what is parked: owner and day only where somebody gave them. Cost O(1). Spec: MN2. */
export function plainEntry(item: RitualItem): OutputEntry {
  return {
    text: item.text,
    ...(item.ownerId === null ? {} : { owner: item.ownerId }),
    ...(item.dueOn === null ? {} : { due: item.dueOn }),
    about: aboutOf(item),
  }
}

/** Whether a walk looked at it. Cost O(1). */
export function isSeen({ seenAt }: Stop): boolean {
  return seenAt !== null
}

/** A stop with how long it took. Cost O(1). Spec: MN5. */
export function stopEntry({ section, sentence, subject, about, seconds }: Stop): OutputEntry {
  const time = seconds === null ? '' : ` (${clockOf(seconds)})`
  return {
    text: `${sentence}${time}`,
    mark: sectionTitles[section],
    about: aboutOf({ subject, about }),
  }
}

/** A win of an area. Cost O(1). Spec: MN7. */
export function winEntry({ sentence, subject, about }: Stop): OutputEntry {
  return { text: sentence, about: aboutOf({ subject, about }) }
}

/** What was called for and not looked at; beyond those that were kept, nobody knows how many more there were. Cost O(stops). Spec: MN6. */
export function notReached(agenda: readonly Stop[]): OutputSection[] {
  const { stops, left } = partsOf(agenda)
  const missed = [...stops, ...left].filter((stop) => !isSeen(stop))
  if (missed.length === 0) return []
  const note = left.length === mostLeft ? 'There may be more: only the first of them are kept.' : undefined
  return [{ id: 'notReached', title: `Not reached (${missed.length})`, ...(note ? { note } : {}), entries: missed.map(stopEntry) }]
}

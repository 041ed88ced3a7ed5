import { counted } from '../../counted.ts'
import type { Ritual, RitualItem } from '../../entity.ts'
import type { Assessment } from '../../okr/assessment.ts'
import { personToken } from '../../people/named-text.ts'
import { networkOf, referring, type Snapshot } from '../../snapshot.ts'
import { dayReader } from '../../time.ts'
import type { ItemKind } from '../../vocabulary.ts'
import { actionsToReview } from '../walk/actions.ts'
import { partsOf } from '../walk/agenda.ts'
import { actionEntry, isSeen, type Moment, notReached, plainEntry, stopEntry, winEntry } from './minutes-entries.ts'
import type { OutputEntry, OutputSection, RitualOutput } from './output.ts'

function itemsOf(snapshot: Snapshot, { id }: Ritual, kind: ItemKind): RitualItem[] {
  return referring(snapshot, 'ritualItem', 'ritualId', id).filter((each) => each.kind === kind)
}

function expectedSection({ kind, expected }: Ritual): OutputSection[] {
  if (kind !== 'walk' || expected === null) return []
  const note = `${counted(expected, 'key result')} went as expected and needed no word.`
  return [{ id: 'expected', title: `Not discussed, as expected (${expected})`, note }]
}

function minutesOfTime({ at, closedAt }: Ritual): string | null {
  if (closedAt === null) return null
  const minutes = Math.round((Date.parse(closedAt) - Date.parse(at)) / 60_000)
  return counted(Math.max(1, minutes), 'minute')
}

function attendance({ attendeeIds, guests }: Ritual): string {
  const names = attendeeIds.map(personToken)
  const others = guests === 0 ? [] : [counted(guests, 'guest')]
  return [...names, ...others].join(', ') || 'not recorded'
}

function factsOf(ritual: Ritual): RitualOutput['facts'] {
  const time = minutesOfTime(ritual)
  return [
    { label: 'Attendance', value: attendance(ritual) },
    ...(ritual.facilitatorId === null ? [] : [{ label: 'Led by', value: personToken(ritual.facilitatorId) }]),
    ...(time === null ? [] : [{ label: 'Time', value: time }]),
  ]
}

function leadOf(counts: { readonly stops: number | null; readonly decisions: number; readonly actions: number; readonly parked: number }): string {
  const stops = counts.stops === null ? [] : [counted(counts.stops, 'stop')]
  const rest = [counted(counts.decisions, 'decision'), counted(counts.actions, 'action'), `${counts.parked} parked`]
  return `${[...stops, ...rest].join(', ')}.`
}

function section(id: string, title: string, entries: readonly OutputEntry[]): OutputSection[] {
  return entries.length === 0 ? [] : [{ id, title, entries }]
}

/**
 * The minutes of a ritual: what was looked at, what was decided, who does what by when. They are computed from its records each time they
 * are read; actions are told as they stand now, those of the last walk as they stood at the close.
 *
 * @param assessment of today
 * Cost O(records). Spec: MN1-MN9.
 */
export function minutesOf(snapshot: Snapshot, ritual: Ritual, assessment: Assessment): RitualOutput {
  const dayOf = dayReader(networkOf(snapshot).timeZone)
  const { closedAt, agenda, kind } = ritual
  const day = closedAt === null ? assessment.today : dayOf(closedAt)
  const then: Moment = { day, ...(closedAt === null ? {} : { at: closedAt }) }
  const [decisions, actions, parked] = [
    itemsOf(snapshot, ritual, 'decision'),
    itemsOf(snapshot, ritual, 'action'),
    itemsOf(snapshot, ritual, 'parked'),
  ]
  const { wins } = partsOf(agenda)
  const seen = agenda.filter((stop) => stop.section !== 'wins' && isSeen(stop))
  const reviewed = kind === 'walk' ? actionsToReview(snapshot, ritual) : []
  return {
    kind,
    title: ritual.title,
    day,
    lead: leadOf({ stops: kind === 'walk' ? seen.length : null, decisions: decisions.length, actions: actions.length, parked: parked.length }),
    facts: factsOf(ritual),
    sections: [
      { id: 'decisions', title: 'Decisions', ...listOr(decisions.map(plainEntry), 'Nothing was decided.') },
      {
        id: 'actions',
        title: 'Actions',
        ...listOr(
          actions.map((item) => actionEntry(item, { day: assessment.today })),
          'Nobody took anything on.',
        ),
      },
      ...section('parked', 'Parked', parked.map(plainEntry)),
      ...section('notes', 'Notes', itemsOf(snapshot, ritual, 'note').map(plainEntry)),
      ...section(
        'reviewed',
        'Actions of last time',
        reviewed.map((item) => actionEntry(item, then)),
      ),
      ...section('stops', 'Looked at', seen.map(stopEntry)),
      ...section('wins', 'Wins', wins.map(winEntry)),
      ...notReached(agenda),
      ...expectedSection(ritual),
    ],
    calendar: calendarOf(actions, ritual),
  }
}

function listOr(entries: readonly OutputEntry[], nothing: string): Pick<OutputSection, 'entries' | 'note'> {
  return entries.length === 0 ? { note: nothing } : { entries }
}

/** The days of actions that are still to be done. */
function calendarOf(actions: readonly RitualItem[], { title }: Ritual): RitualOutput['calendar'] {
  return actions.flatMap(({ id, dueOn, status, text, ownerId }) => {
    if (dueOn === null || status !== 'open') return []
    const who = ownerId === null ? 'Nobody has taken it yet.' : `${personToken(ownerId)} does it.`
    return [{ id, on: dueOn, title: text, text: `${who}\n${title}` }]
  })
}

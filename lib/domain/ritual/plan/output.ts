import { counted } from '../../counted.ts'
import type { Dependency, Ritual, RitualItem } from '../../entity.ts'
import { promiseClass } from '../../okr/promise-class.ts'
import { personToken } from '../../people/named-text.ts'
import { dayText } from '../../promise/day-words.ts'
import { find, listOf, networkOf, referring, type Snapshot } from '../../snapshot.ts'
import { dayReader } from '../../time.ts'
import type { ItemKind, ItemStatus } from '../../vocabulary.ts'
import { actionEntry, plainEntry } from '../output/minutes-entries.ts'
import type { CalendarEntry, OutputEntry, OutputSection, RitualOutput } from '../output/output.ts'
import { commitSentence } from './commit-sentence.ts'
import { type CommitState, commitState } from './commit-state.ts'
import { needsOf, sidesOf, thingOf } from './needs.ts'
import { planSections, promiseSection, voteSections } from './output-tables.ts'

/** What a risk of a plan came to: the four letters of ROAM, or none yet. */
const roam: Partial<Record<ItemStatus, string>> = { resolved: 'resolved', owned: 'owned', accepted: 'accepted', mitigated: 'mitigated', open: 'open' }

function itemsOf(snapshot: Snapshot, { id }: Ritual, kind: ItemKind): RitualItem[] {
  return referring(snapshot, 'ritualItem', 'ritualId', id).filter((each) => each.kind === kind)
}

function section(id: string, title: string, entries: readonly OutputEntry[]): OutputSection[] {
  return entries.length === 0 ? [] : [{ id, title, entries }]
}

function said(snapshot: Snapshot, ritual: Ritual, kind: ItemKind, title: string): OutputSection[] {
  return section(kind, title, itemsOf(snapshot, ritual, kind).map(plainEntry))
}

function riskEntry(item: RitualItem): OutputEntry {
  const mark = item.status === null ? undefined : roam[item.status]
  return { ...plainEntry(item), ...(item.status === 'owned' ? { owner: item.ownerId } : {}), ...(mark ? { mark } : {}) }
}

function questionEntry(item: RitualItem): OutputEntry {
  return { ...plainEntry(item), ...(item.status === 'done' ? { mark: 'answered' } : { mark: 'open' }) }
}

/** How much each area matters in the cycle, where that was said, in the order of the areas. */
function weights(snapshot: Snapshot, ritual: Ritual): OutputSection[] {
  const said = new Map(itemsOf(snapshot, ritual, 'weight').map(({ about, value }) => [about, value]))
  const rows = listOf(snapshot, 'area').flatMap(({ id, name }) => {
    const value = said.get(id) ?? null
    return value === null ? [] : [[name, `${value} of 5`]]
  })
  return rows.length === 0 ? [] : [{ id: 'weights', title: 'How much each area matters', table: { columns: ['Area', 'Weight'], rows } }]
}

/** What is still open and nobody has taken on: before the plan is committed there may be some. */
function unowned({ open }: CommitState): OutputSection[] {
  const entries = open
    .filter(({ itemId }) => itemId === null)
    .map(
      ({ suggested, dependencyId }): OutputEntry => ({
        text: suggested.text,
        owner: null,
        due: null,
        about: { entity: 'dependency', id: dependencyId },
      }),
    )
  return section('open', `Open and without an owner (${entries.length})`, entries)
}

function signatures(snapshot: Snapshot, ritual: Ritual, { unsignedNodeIds }: CommitState, day: string): OutputSection[] {
  const nameOf = (id: string) => find(snapshot, 'node', id)?.name ?? ''
  const dayOf = dayReader(networkOf(snapshot).timeZone)
  const signed = referring(snapshot, 'signOff', 'ritualId', ritual.id).map(({ nodeId, personId, at }) => [
    nameOf(nodeId),
    personId === null ? '' : personToken(personId),
    dayText(dayOf(at), day),
  ])
  if (signed.length === 0 && unsignedNodeIds.length > 0)
    return [{ id: 'signed', title: 'Signed', note: `Nobody has signed yet for any of ${counted(unsignedNodeIds.length, 'node')}.` }]
  const rows = [...signed, ...unsignedNodeIds.map((id) => [nameOf(id), 'not signed', ''])]
  return rows.length === 0 ? [] : [{ id: 'signed', title: 'Signed', table: { columns: ['Node', 'By', 'On'], rows } }]
}

function factsOf(snapshot: Snapshot, ritual: Ritual, state: CommitState, day: string): RitualOutput['facts'] {
  const cycle = find(snapshot, 'cycle', ritual.cycleId)
  const signing = state.signedNodeIds.length + state.unsignedNodeIds.length
  const guests = ritual.guests === 0 ? [] : [counted(ritual.guests, 'guest')]
  const people = [...ritual.attendeeIds.map(personToken), ...guests].join(', ')
  return [
    ...(cycle ? [{ label: 'Cycle', value: `${cycle.name}, ${dayText(cycle.startsOn, day)} to ${dayText(cycle.endsOn, day)}` }] : []),
    { label: 'Promised', value: `${state.promised} of ${state.needs}` },
    ...(state.provisionalIds.length === 0 ? [] : [{ label: 'Not final', value: counted(state.provisionalIds.length, 'key result') }]),
    ...(signing === 0 ? [] : [{ label: 'Signed', value: `${state.signedNodeIds.length} of ${counted(signing, 'node')}` }]),
    ...(people === '' ? [] : [{ label: 'Present', value: people }]),
  ]
}

function promiseDay(snapshot: Snapshot, need: Dependency): CalendarEntry[] {
  const on = need.promisedOn ?? need.neededOn
  if (on === null || need.state !== 'promised') return []
  const { consumer, supplier } = sidesOf(snapshot, need)
  const taking = find(snapshot, 'keyResult', need.consumerKeyResultId)
  const title = `${supplier} gives ${thingOf(snapshot, need)} to ${consumer}`
  return [{ id: need.id, on, title, text: `Promised for “${taking?.title ?? ''}” of ${consumer}.` }]
}

function actionDay({ id, dueOn, status, text, ownerId }: RitualItem): CalendarEntry[] {
  if (dueOn === null || status !== 'open') return []
  return [{ id, on: dueOn, title: text, text: ownerId === null ? 'Nobody has taken it yet.' : `${personToken(ownerId)} does it.` }]
}

function calendarOf(snapshot: Snapshot, plan: Snapshot, ritual: Ritual): CalendarEntry[] {
  const promises = needsOf(plan, ritual.cycleId).filter(({ state }) => promiseClass(state) === 'promised')
  return [...promises.flatMap((need) => promiseDay(plan, need)), ...itemsOf(snapshot, ritual, 'action').flatMap(actionDay)]
}

/** When a plan is read, and the network as it was when the plan was committed. */
export type PlanReading = {
  /** the instant of now */
  readonly now: string
  /** the network at the baseline; where it is left out, what is planned is told as it is now */
  readonly baseline?: Snapshot | null
}

/**
 * What a session of planning left: what each node plans, what is promised, open and risked, how confident people were and who
 * signed. What is planned and promised is told of the baseline, what became of actions and risks of now.
 *
 * @param snapshot the network as it is
 * @param ritual a session of planning; one that is still open is told as it stands
 * Cost O(records). Spec: PL70-PL77.
 */
export function planOutput(snapshot: Snapshot, ritual: Ritual, { now, baseline }: PlanReading): RitualOutput {
  const plan = baseline ?? snapshot
  const dayOf = dayReader(networkOf(snapshot).timeZone)
  const day = dayOf(ritual.closedAt ?? now)
  const state = commitState(plan, ritual, ritual.closedAt ?? now)
  const owned = withActions(snapshot, ritual, state)
  const actions = itemsOf(snapshot, ritual, 'action').map((item) => actionEntry(item, { day: dayOf(now) }))
  return {
    kind: 'plan',
    title: ritual.title,
    day,
    lead: commitSentence(owned),
    facts: factsOf(plan, ritual, owned, day),
    sections: [
      ...said(snapshot, ritual, 'priority', 'What matters'),
      ...said(snapshot, ritual, 'exclusion', 'What we leave'),
      ...weights(snapshot, ritual),
      ...section('questions', 'Questions', itemsOf(snapshot, ritual, 'question').map(questionEntry)),
      ...said(snapshot, ritual, 'learning', 'What we learnt'),
      ...said(snapshot, ritual, 'note', 'Notes'),
      ...planSections(plan, ritual.cycleId, day),
      promiseSection(plan, ritual.cycleId, day),
      ...unowned(owned),
      ...section('actions', 'Actions', actions),
      ...section('risks', 'Risks', itemsOf(snapshot, ritual, 'risk').map(riskEntry)),
      ...said(snapshot, ritual, 'decision', 'Decisions'),
      ...voteSections(snapshot, ritual.id),
      ...signatures(snapshot, ritual, owned, day),
    ],
    calendar: calendarOf(snapshot, plan, ritual),
  }
}

/** The actions were made in the step that left the baseline: they are those of now. */
function withActions(snapshot: Snapshot, ritual: Ritual, state: CommitState): CommitState {
  const items = itemsOf(snapshot, ritual, 'action')
  const open = state.open.map((need) => {
    const item = items.find(({ subject, about }) => subject === 'dependency' && about === need.dependencyId)
    if (!item) return need
    return { ...need, itemId: item.id, ownerId: item.ownerId, dueOn: item.dueOn, isOwned: item.ownerId !== null && item.dueOn !== null }
  })
  return { ...state, open, isSettled: open.every(({ isOwned }) => isOwned) }
}

import type { Change } from './change.ts'
import type { EntityName } from './ids.ts'
import { fillNames, personToken } from './people/named-text.ts'
import { reviewTold } from './review/told.ts'
import { planTold } from './ritual/plan/told.ts'
import { sessionTold } from './ritual/told.ts'
import { entityWords, find, nameOf, type Snapshot } from './snapshot.ts'
import { type PromiseMoveName, promiseMoves } from './vocabulary.ts'

const fieldWords: Record<string, string> = {
  areaId: 'value area',
  nodeId: 'node',
  objectiveId: 'objective',
  cycleId: 'cycle',
  ownerId: 'owner',
  dueOn: 'due date',
  neededOn: 'needed date',
  promisedOn: 'promised date',
  rank: 'place',
  goalIds: 'goals',
  valueBySender: "giver's rating",
  valueByReceiver: "receiver's rating",
  valueProposition: 'value proposition',
  timeZone: 'time zone',
  estimateWeeks: 'estimate',
  fiscalYearStartMonth: 'start of the fiscal year',
  weekStart: 'start of the week',
  startsOn: 'start',
  endsOn: 'end',
  fromNodeId: 'giver',
  toNodeId: 'receiver',
  keyResultId: 'key result',
  consumerKeyResultId: 'consumer',
  supplierKeyResultId: 'supplier',
  supplierNodeId: 'supplier',
  isPlaceholder: 'placeholder',
  teamIds: 'teams',
  dependencyId: 'need',
  counteredBy: 'side that countered',
  answerBy: 'day of the answer',
  terms: 'proposed terms',
  mentionIds: 'mentions',
  subjectId: 'subject',
  parentId: 'comment answered',
  editedAt: 'edit',
  resolvedAt: 'resolution',
  resolvedById: 'resolver',
  exchangeId: 'exchange',
  decidedById: 'decider',
  decidedAt: 'day of the decision',
  carriedFromId: 'predecessor',
  rollOver: 'what becomes of it',
  healthMetricId: 'health metric',
  current: 'value',
  lower: 'start of the band',
  upper: 'end of the band',
  facilitatorId: 'facilitator',
  attendeeIds: 'people present',
  ritualId: 'session',
  isTogether: 'way of taking part',
  isStatementShared: 'sharing of the statement',
  baseRevision: 'revision to compare with',
  markId: 'named snapshot',
  startsAt: 'start',
  closedAt: 'end',
  settledAt: 'day it was settled',
  isOn: 'switch',
  reviewOn: 'day of the next look',
  'metric.current': 'value',
  'metric.steps': 'steps',
}

/** What a person calls a path of a record: `dueOn` is “due date”. Cost O(1). */
export function fieldWord(path: string): string {
  return fieldWords[path] ?? path.replace(/^metric\./, '').replace(/Id$/, '')
}

/** The fields whose text names a record, best first. */
const nameFields = ['name', 'title', 'deliverable', 'what', 'because', 'rule'] as const

/** What a record without a name of its own is told by: the record that it belongs to. */
const ownerFields: { readonly [E in EntityName]?: readonly (readonly [joint: string, field: string, owner: EntityName])[] } = {
  checkIn: [['on', 'keyResultId', 'keyResult']],
  exchangeCheck: [['at', 'exchangeId', 'exchange']],
  healthReading: [['of', 'healthMetricId', 'healthMetric']],
  ritualItem: [['of', 'ritualId', 'ritual']],
  signOff: [['of', 'ritualId', 'ritual']],
  tally: [['of', 'ritualId', 'ritual']],
  dependency: [['of', 'consumerKeyResultId', 'keyResult']],
  participation: [
    ['of', 'personId', 'person'],
    ['of', 'teamId', 'team'],
  ],
}

function firstText(sources: readonly object[], fields: readonly string[]): string | null {
  for (const field of fields)
    for (const source of sources) {
      const own: unknown = Reflect.get(source, field)
      if (typeof own === 'string' && own !== '') return own
    }
  return null
}

function textIn(fields: Change['after'], snapshot: Snapshot, entity: EntityName, id: string): string {
  const sources: object[] = [fields ?? {}, find(snapshot, entity, id) ?? {}]
  if (entity === 'person') return `${entityWords.person} “${personToken(id)}”`
  const own = firstText(sources, nameFields)
  if (own !== null) return `${entityWords[entity]} “${own}”`
  for (const [joint, field, owner] of ownerFields[entity] ?? []) {
    const record = find(snapshot, owner, firstText(sources, [field]))
    if (record) return `${entityWords[entity]} ${joint} “${owner === 'person' ? personToken(record.id) : nameOf(record)}”`
  }
  return entityWords[entity]
}

const moveStarts: Readonly<Record<PromiseMoveName, string>> = {
  request: 'Asked for',
  offer: 'Offered',
  promise: 'Promised',
  accept: 'Accepted',
  counter: 'Countered',
  decline: 'Declined',
  defer: 'Put off the answer on',
  withdraw: 'Withdrew',
  deliver: 'Delivered',
  notSatisfied: 'Was not satisfied with',
  revoke: 'Revoked',
  cancel: 'Cancelled',
  propose: 'Proposed a change of',
  agree: 'Agreed to the change of',
  refuse: 'Refused the change of',
  bind: 'Named the key result behind',
}

/** What somebody did with a promise, where that is what the changes are about; null where they made a whole network. */
function moveTold(snapshot: Snapshot, changes: readonly Change[]): string | null {
  const made = changes.filter(({ before }) => before === null)
  const [move, ...more] = made.filter(({ entity }) => entity === 'promiseMove')
  if (!move || made.some(({ entity }) => entity === 'network')) return null
  const [name, id, to] = [move.after?.['move'], move.after?.['dependencyId'], move.after?.['to']]
  const known = promiseMoves.find((each) => each === name)
  const need = find(snapshot, 'dependency', typeof id === 'string' ? id : null)
  const what = firstText([changes.find((change) => change.id === id)?.after ?? {}, need ?? {}], ['what'])
  const start = known === 'request' && to === 'promised' ? moveStarts.promise : known && moveStarts[known]
  return start ? `${start} ${what === null ? 'a need' : `“${what}”`}${more.length > 0 ? ` and ${more.length} more` : ''}` : null
}

/** The change that a person would name first: a record made or deleted before an edit, a parent before what hangs on it. */
function mainOf(changes: readonly Change[]): Change | undefined {
  const deleted = changes.findLast(({ after }) => after === null)
  return changes.find(({ before }) => before === null) ?? deleted ?? changes[0]
}

/** The name of a person as the changes make it, else as it was. */
function nameIn(snapshot: Snapshot, changes: readonly Change[], personId: string): string | null {
  const known = find(snapshot, 'person', personId)
  if (known) return known.name
  const change = changes.find(({ entity, id }) => entity === 'person' && id === personId)
  return change ? firstText([change.after ?? {}, change.before ?? {}], ['name']) : null
}

/**
 * One short sentence for a change set, such as “Deleted node “Growth” and 12 more”.
 *
 * @param snapshot the network after (or before) the changes, to look names up
 * Cost O(n).
 */
export function summarise(snapshot: Snapshot, changes: readonly Change[]): string {
  return tellSummary(summaryTemplate(snapshot, changes), snapshot, changes)
}

/**
 * The sentence of a change set with the names of people in it.
 *
 * @param template the answer of `summaryTemplate`
 * Cost O(n).
 */
export function tellSummary(template: string, snapshot: Snapshot, changes: readonly Change[]): string {
  return fillNames(template, (personId) => nameIn(snapshot, changes, personId))
}

/**
 * The sentence of a change set as the log keeps it: without the name of any person.
 *
 * Cost O(n). Spec: PV4.
 */
export function summaryTemplate(snapshot: Snapshot, changes: readonly Change[]): string {
  const main = mainOf(changes)
  if (!main) return 'Nothing changed'
  const told = planTold(snapshot, changes) ?? sessionTold(snapshot, changes) ?? moveTold(snapshot, changes) ?? reviewTold(snapshot, changes)
  if (told !== null) return told
  const others = changes.filter(
    (change) => change !== main && (change.before === null) === (main.before === null) && (change.after === null) === (main.after === null),
  ).length
  const more = others > 0 ? ` and ${others} more` : ''
  const name = textIn(main.before === null ? main.after : main.before, snapshot, main.entity, main.id)
  if (main.before === null) return `Added ${name}${more}`
  if (main.after === null) return `Deleted ${name}${more}`
  const fields = Object.keys(main.after)
    .filter((path) => path !== 'slot')
    .map(fieldWord)
  return `Changed ${[...new Set(fields)].slice(0, 3).join(', ')} of ${textIn(null, snapshot, main.entity, main.id)}${more}`
}

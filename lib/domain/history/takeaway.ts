import type { Change } from '../change.ts'
import { counted } from '../counted.ts'
import { countedRecords } from '../counted-records.ts'
import type { EntityName } from '../ids.ts'
import { daysBetween } from '../time.ts'
import { type PromiseState, promiseStates } from '../vocabulary.ts'

const kinds = [
  'area',
  'node',
  'exchange',
  'goal',
  'cycle',
  'objective',
  'keyResult',
  'person',
  'team',
  'participation',
] as const satisfies readonly EntityName[]

function isValueChange({ before, after }: Change): boolean {
  return before !== null && after !== null && ['metric', 'metric.current', 'metric.steps'].some((path) => path in after)
}

function has({ after, before }: Change, path: string): boolean {
  return before !== null && after !== null && path in after
}

/** “1 key result added, 2 removed, 6 values changed”: the word stands once. */
function tally(entity: EntityName, changes: readonly Change[]): string[] {
  const isEdit = (change: Change) => change.before !== null && change.after !== null
  const values = entity === 'keyResult' ? changes.filter(isValueChange).length : 0
  const edits = changes.filter((each) => isEdit(each) && !isValueChange(each) && !(entity === 'keyResult' && has(each, 'confidence'))).length
  const counts = [
    ['added', changes.filter(({ before }) => before === null).length],
    ['removed', changes.filter(({ after }) => after === null).length],
    ['changed', edits],
  ] as const
  const told = counts
    .filter(([, count]) => count > 0)
    .map(([verb, count], at) => (at === 0 ? `${countedRecords(count, entity)} ${verb}` : `${count} ${verb}`))
  const valueText = values === 0 ? [] : [`${counted(values, 'value')} changed`]
  return [[...told, ...valueText].join(', ')].filter((text) => text !== '')
}

function confidencePart(changes: readonly Change[]): string[] {
  const steps = changes.flatMap((change) => {
    const [from, to] = [change.before?.['confidence'], change.after?.['confidence']]
    return has(change, 'confidence') && typeof from === 'number' && typeof to === 'number' ? [to - from] : []
  })
  const [up, down] = [steps.filter((step) => step > 0).length, steps.filter((step) => step < 0).length]
  const parts = [up > 0 ? `${up} up` : '', down > 0 ? `${down} down` : ''].filter((part) => part !== '')
  return parts.length === 0 ? [] : [`confidence ${parts.join(', ')}`]
}

const reached: Readonly<Record<PromiseState, string>> = {
  draft: 'drafted',
  offered: 'offered',
  requested: 'asked',
  countered: 'countered',
  deferred: 'put off',
  promised: 'more promised',
  delivered: 'delivered',
  accepted: 'accepted',
  declined: 'declined',
  revoked: 'revoked',
  withdrawn: 'withdrawn',
  cancelled: 'cancelled',
}

/** The order in which a leader asks: what is promised, what broke, what came, the rest. */
const order: readonly PromiseState[] = [...new Set<PromiseState>(['promised', 'revoked', 'delivered', 'accepted', ...promiseStates])]

function daysText(shifts: readonly number[]): string {
  const lengths = shifts.map(Math.abs).sort((a, b) => a - b)
  const [least = 0, most = 0] = [lengths[0], lengths.at(-1)]
  const span = least === most ? String(most) : `${least} to ${most}`
  return `${span} ${most === 1 ? 'day' : 'days'}`
}

function shiftOf({ before, after }: Change): number[] {
  const path = after && 'promisedOn' in after ? 'promisedOn' : 'neededOn'
  const [from, to] = [before?.[path], after?.[path]]
  return before !== null && after !== null && typeof from === 'string' && typeof to === 'string' ? [daysBetween(from, to)] : []
}

function promisePart(changes: readonly Change[]): string[] {
  const states = changes.flatMap(({ after }) => (after === null ? [] : [after['state']]))
  const came = order.flatMap((state) => {
    const count = states.filter((each) => each === state).length
    return count === 0 ? [] : [`${count} ${reached[state]}`]
  })
  const shifts = changes.flatMap(shiftOf)
  const [later, earlier] = [shifts.filter((days) => days > 0), shifts.filter((days) => days < 0)]
  const moved = later.length > 0 ? [`${later.length} moved by ${daysText(later)}`] : []
  const hastened = earlier.length > 0 ? [`${earlier.length} brought forward by ${daysText(earlier)}`] : []
  const gone = changes.filter(({ after }) => after === null).length
  const parts = [...came, ...moved, ...hastened, ...(gone > 0 ? [`${gone} removed`] : [])]
  const other = changes.filter((change) => !has(change, 'state') && change.before !== null && change.after !== null && shiftOf(change).length === 0)
  const all = [...parts, ...(other.length > 0 ? [`${other.length} changed otherwise`] : [])]
  return all.length === 0 ? [] : [`promises: ${all.join(', ')}`]
}

function talkPart(checkIns: readonly Change[], comments: readonly Change[]): string[] {
  const told = (changes: readonly Change[], word: string) => {
    const count = changes.filter(({ before }) => before === null).length
    return count === 0 ? [] : [counted(count, word)]
  }
  const parts = [...told(checkIns, 'check-in'), ...told(comments, 'comment')]
  return parts.length === 0 ? [] : [parts.join(', ')]
}

/**
 * What is different between two moments, in one line: “1 key result added, 2 removed, 6 values changed; confidence 4 up, 2 down;
 * promises: 2 more promised, 1 revoked, 1 moved by 12 days”.
 *
 * @param changes what leads from one moment to the other, one for each record
 * Cost O(changes). Spec: HI7.
 */
export function takeawayOf(changes: readonly Change[]): string {
  const byEntity = Map.groupBy(changes, ({ entity }) => entity)
  const of = (entity: EntityName) => byEntity.get(entity) ?? []
  const parts = [
    ...kinds.flatMap((entity) => tally(entity, of(entity))),
    ...confidencePart(of('keyResult')),
    ...promisePart(of('dependency')),
    ...talkPart(of('checkIn'), of('comment')),
  ]
  if (parts.length > 0) return parts.join('; ')
  return changes.length === 0 ? 'Nothing changed' : counted(changes.length, 'other change')
}

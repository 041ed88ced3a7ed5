import { requireMay, type Who } from '../access.ts'
import { type Change, diff, withFields } from '../change.ts'
import { type CheckIn, entitySchemas, type KeyResult } from '../entity.ts'
import { DomainError } from '../error.ts'
import { asId } from '../ids.ts'
import type { CheckInValue, Metric } from '../metric.ts'
import { todayIn } from '../own-nodes.ts'
import { requireRules } from '../rules.ts'
import { find, get, latestCheckIn, type Snapshot } from '../snapshot.ts'
import { compareInstants } from '../time.ts'
import { instant } from '../time-schema.ts'
import { command } from './command.ts'

const { shape } = entitySchemas.checkIn

/** The paths of a key result's metric that a reported value sets. @throws DomainError VALUE_MISFIT */
function reported(metric: Metric, value: CheckInValue): Record<string, unknown> {
  if (metric.kind === 'milestone' && Array.isArray(value) && value.length === metric.steps.length)
    return { 'metric.steps': metric.steps.map((step, at) => ({ ...step, done: value[at] ?? null })) }
  if (metric.kind === 'ordinal' && typeof value === 'string') return { 'metric.current': value }
  if (metric.kind === 'boolean' && (value === 0 || value === 1)) return { 'metric.current': value }
  const isNumeric = metric.kind === 'increase' || metric.kind === 'decrease' || metric.kind === 'maintain'
  if (isNumeric && typeof value === 'number') return { 'metric.current': value }
  throw new DomainError('VALUE_MISFIT', `This value does not fit a key result of the kind “${metric.kind}”. ${expectation[metric.kind]}`, {
    faults: [{ path: 'value', message: `does not fit a metric of the kind ${metric.kind}`, remedy: expectation[metric.kind] }],
  })
}

const expectation: Record<Metric['kind'], string> = {
  increase: 'Give a number.',
  decrease: 'Give a number.',
  maintain: 'Give a number.',
  boolean: 'Give 0 for not yet or 1 for done.',
  ordinal: 'Give one of fail, commit, target, stretch.',
  milestone: 'Give the share done of each step, from 0 to 1, in order.',
}

function effectOn(snapshot: Snapshot, keyResult: KeyResult, checkIn: CheckIn): Change | null {
  const values = checkIn.value === null ? {} : reported(keyResult.metric, checkIn.value)
  const latest = latestCheckIn(snapshot, keyResult.id)
  if (latest && compareInstants(checkIn.at, latest.at) < 0) return null
  const confidence = checkIn.confidence === null ? {} : { confidence: checkIn.confidence }
  return diff('keyResult', keyResult, withFields(keyResult, { ...values, ...confidence }))
}

function refuseEmpty({ value, confidence, note }: CheckIn): void {
  if (value !== null || confidence !== null || note !== null) return
  throw new DomainError('VALIDATION', 'This check-in says nothing. Give a value, a confidence or a note.', {
    faults: [{ path: 'value', message: 'is missing, and so are confidence and note', remedy: 'Give one of them.' }],
  })
}

/** Who reports: oneself, unless an editor writes down what somebody else said. */
function reporterOf(named: CheckIn['personId'], { personId, role }: Who): CheckIn['personId'] {
  if (named === null) return personId === null ? null : asId<'person'>(personId)
  if (named === personId || role === 'editor' || role === 'owner') return named
  throw new DomainError('FORBIDDEN', 'You can report in your own name only. Leave personId out.', {
    faults: [{ path: 'personId', message: 'is somebody else' }],
  })
}

const slackMs = 86_400_000

/** A report from the future would stand before every later one; a day of slack is for clocks and time zones. */
function refuseFuture({ at }: CheckIn, now: string): void {
  if (Date.parse(at) - Date.parse(now) <= slackMs) return
  throw new DomainError(
    'VALIDATION',
    `This check-in is dated ${at}, which is still to come. Give the instant at which the value was seen, or leave it out.`,
    {
      faults: [{ path: 'at', message: 'lies in the future', remedy: 'Give an instant that has passed, or leave it out.' }],
    },
  )
}

/**
 * Reports a key result's value and confidence. The report is kept for ever; the key result takes it over unless a later
 * report is already there.
 */
export const createCheckIn = command({
  input: entitySchemas.checkIn.extend({ rank: shape.rank.optional(), at: instant.optional() }),
  decide: (snapshot, input, ctx) => {
    const keyResult = get(snapshot, 'keyResult', input.keyResultId)
    const checkIn: CheckIn = {
      ...input,
      rank: input.rank ?? snapshot.tables.checkIn.size + 1,
      at: input.at ?? ctx.now,
      personId: reporterOf(input.personId, ctx.who),
    }
    if (find(snapshot, 'checkIn', checkIn.id))
      throw new DomainError('ID_TAKEN', `There is already a check-in with the id “${checkIn.id}”.`, { id: checkIn.id })
    requireRules('checkIn', checkIn, (entity, id) => find(snapshot, entity, id) !== undefined)
    requireMay(snapshot, ctx.who, { entity: 'checkIn', record: checkIn }, todayIn(snapshot, ctx.now))
    refuseEmpty(checkIn)
    refuseFuture(checkIn, ctx.now)
    const effect = effectOn(snapshot, keyResult, checkIn)
    return [{ entity: 'checkIn', id: checkIn.id, before: null, after: checkIn }, ...(effect ? [effect] : [])]
  },
})

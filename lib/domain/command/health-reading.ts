import { z } from 'zod'
import { requireMay } from '../access.ts'
import { type Change, diff } from '../change.ts'
import { entitySchemas, type HealthMetric, type HealthReading } from '../entity.ts'
import { DomainError } from '../error.ts'
import { asId } from '../ids.ts'
import { nextRank } from '../next-rank.ts'
import { todayIn } from '../own-nodes.ts'
import { requireRules } from '../rules.ts'
import { find, get, referring, type Snapshot } from '../snapshot.ts'
import { compareInstants } from '../time.ts'
import { command } from './command.ts'

const { shape } = entitySchemas.healthReading

/** A reading that came late is kept, and leaves the present value alone. */
function effectOn(snapshot: Snapshot, metric: HealthMetric, { at, value }: HealthReading): Change | null {
  const later = referring(snapshot, 'healthReading', 'healthMetricId', metric.id).some((each) => compareInstants(each.at, at) > 0)
  return later ? null : diff('healthMetric', metric, { ...metric, current: value })
}

const slackMs = 86_400_000

/** Reports the value of a health metric. The reading is kept for ever; the metric takes it over unless a later one is there. Spec: HM4. */
export const createReading = command({
  input: z.strictObject({ id: shape.id, healthMetricId: shape.healthMetricId, value: shape.value, note: shape.note, at: shape.at.optional() }),
  decide: (snapshot, input, { who, now }): Change[] => {
    const metric = get(snapshot, 'healthMetric', input.healthMetricId)
    if (find(snapshot, 'healthReading', input.id))
      throw new DomainError('ID_TAKEN', `There is already a reading with the id “${input.id}”.`, { entity: 'healthReading', id: input.id })
    const record: HealthReading = {
      ...input,
      note: input.note?.trim() || null,
      at: input.at ?? now,
      rank: nextRank(snapshot, 'healthReading'),
      personId: who.personId === null ? null : asId<'person'>(who.personId),
    }
    if (Date.parse(record.at) - Date.parse(now) > slackMs)
      throw new DomainError('VALIDATION', `This reading is dated ${record.at}, which is still to come. Give an instant that has passed.`, {
        faults: [{ path: 'at', message: 'lies in the future', remedy: 'Give an instant that has passed, or leave it out.' }],
      })
    requireRules('healthReading', record, (entity, id) => find(snapshot, entity, id) !== undefined)
    requireMay(snapshot, who, { entity: 'healthReading', record }, todayIn(snapshot, now))
    const effect = effectOn(snapshot, metric, record)
    return [{ entity: 'healthReading', id: record.id, before: null, after: record }, ...(effect ? [effect] : [])]
  },
})

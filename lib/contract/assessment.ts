import { z } from 'zod'
import { derivedStatuses, displayStatuses } from '../domain/okr/assessment.ts'
import { statedStatuses } from '../domain/okr/confidence.ts'
import { calendarDay } from '../domain/time-schema.ts'
import { revisionSchema } from './change.ts'
import { operation } from './operation.ts'
import { networkParams } from './scope.ts'

const count = z.int().min(0)
const share = z.number().min(0).max(1).nullable()

const keyResult = z
  .object({
    id: z.string(),
    objectiveId: z.string(),
    nodeId: z.string().nullable(),
    cycleId: z.string().nullable(),
    progress: share.describe('0 to 1; null is unknown, and never to be read as 0'),
    unknown: z.string().nullable().describe('why the progress is unknown, such as no-value'),
    expected: share.describe('where it would be today at an even pace'),
    stated: z.enum(statedStatuses).nullable().describe('what its owner says'),
    derived: z.array(z.enum(derivedStatuses)).readonly().describe('what the network implies, strongest first'),
    display: z.enum(displayStatuses).describe('the one word for both'),
    disagrees: z.boolean().describe('its owner says on track, the network says blocked or late'),
    dueOn: z.string().nullable().describe('its own date, else the end of its cycle'),
    lateDays: count,
    daysSinceCheckIn: z.int().nullable(),
    needs: count,
    gives: count,
  })
  .meta({ id: 'KeyResultAssessment' })

const objective = z
  .object({
    id: z.string(),
    nodeId: z.string(),
    cycleId: z.string(),
    progress: share.describe('mean of its key results by weight'),
    known: count.describe('key results whose progress is known, of `total`'),
    total: count,
    expected: share,
    grade: share,
    worst: z.enum(displayStatuses).nullable(),
  })
  .meta({ id: 'ObjectiveAssessment' })

/** Progress, pace and status: what the screens show, for scripts. */
export const assessment = operation({
  id: 'readAssessment',
  method: 'GET',
  access: 'read',
  path: '/networks/{network}/assessment',
  summary: 'Progress and status of every key result and objective',
  description: 'Derived on a day from metrics, check-ins and dependencies, as docs/spec/okr.md and status.md say.',
  tag: 'Key results',
  params: networkParams,
  query: z.strictObject({
    cycleId: z.string().max(200).optional().describe('only what belongs to this cycle; all unless given'),
    on: calendarDay.optional().describe('the day to judge by; today in the network’s time zone unless given'),
  }),
  answer: z.object({ revision: revisionSchema, on: z.string(), keyResults: z.array(keyResult), objectives: z.array(objective) }),
  errors: ['NOT_FOUND', 'VALIDATION'],
})

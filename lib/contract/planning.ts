import { z } from 'zod'
import { findingRules, fixIds, severities } from '../domain/ritual/plan/fit/finding.ts'
import { keyResultFates } from '../domain/ritual/plan/since/key-results.ts'
import { promiseFates } from '../domain/ritual/plan/since/promises.ts'
import { calendarDay } from '../domain/time-schema.ts'
import { itemSubjects, promiseStates } from '../domain/vocabulary.ts'
import { revisionSchema } from './change.ts'
import { operation } from './operation.ts'
import { recordParams } from './scope.ts'

const count = z.int().min(0)
const tag = 'Planning'
const ids = z.array(z.string()).readonly()
const on = calendarDay.optional().describe('the day to judge by; today in the network’s time zone unless given')
const seen = { revision: revisionSchema, on: z.string(), cycleId: z.string() }

const readiness = z
  .object({
    nodeId: z.string(),
    dots: count.max(3).describe('how many of the three are true'),
    graded: z.boolean().describe('every key result of the cycle before has a grade'),
    drafted: z.boolean().describe('it has an objective in the cycle'),
    led: z.boolean(),
    last: z.object({ total: count, graded: count, decided: count }),
  })
  .meta({ id: 'NodeReadiness' })

const given = z.object({ ownerId: z.string().nullable(), dueOn: z.string().nullable(), text: z.string().nullable() })

const fix = z
  .object({
    id: z.enum(fixIds),
    key: z.string(),
    label: z.string(),
    asks: z
      .array(z.enum(['ownerId', 'dueOn', 'text']))
      .readonly()
      .describe('what has to be filled in first'),
    suggested: given,
    commands: z
      .array(z.object({ name: z.string(), input: z.unknown() }))
      .readonly()
      .describe('to be sent to `runCommands`, with what is suggested and with fresh ids'),
  })
  .meta({ id: 'PlanFix', description: 'One way to deal with a finding.' })

const finding = z
  .object({
    id: z.string().describe('the same as long as the finding is there'),
    rule: z.enum(findingRules),
    severity: z.enum(severities),
    subjects: z.array(z.object({ entity: z.enum(itemSubjects), id: z.string() })).readonly(),
    nodeIds: ids,
    sentence: z.string(),
    handled: z
      .object({ how: z.enum(['accepted', 'assigned', 'talk']), itemId: z.string() })
      .nullable()
      .describe('how the session has dealt with it'),
    fixes: z.array(fix).readonly(),
  })
  .meta({ id: 'PlanFinding' })

const openNeed = z
  .object({
    dependencyId: z.string(),
    state: z.enum(promiseStates),
    consumerKeyResultId: z.string(),
    consumerNodeId: z.string().nullable(),
    supplierNodeId: z.string().nullable(),
    neededOn: z.string().nullable(),
    itemId: z.string().nullable().describe('the action about it'),
    ownerId: z.string().nullable(),
    dueOn: z.string().nullable(),
    isOwned: z.boolean(),
    suggested: z.object({ text: z.string(), ownerId: z.string().nullable(), dueOn: z.string() }),
  })
  .meta({ id: 'OpenNeed', description: 'A need that nobody has promised, and who takes it on by when.' })

const commit = z
  .object({
    sentence: z.string(),
    keyResults: count,
    promised: count,
    needs: count,
    open: z.array(openNeed).readonly(),
    isSettled: z.boolean().describe('it can be committed'),
    provisionalIds: ids.describe('key results that are not final until confirmed'),
    signedNodeIds: ids,
    unsignedNodeIds: ids,
  })
  .meta({ id: 'CommitState' })

const keyResultSince = z
  .object({ keyResultId: z.string(), nodeId: z.string().nullable(), fate: z.enum(keyResultFates), sentence: z.string() })
  .meta({ id: 'KeyResultSince' })

const promiseSince = z
  .object({ dependencyId: z.string(), wasPromised: z.boolean(), fate: z.enum(promiseFates), sentence: z.string() })
  .meta({ id: 'PromiseSince' })

const params = recordParams('cycle')

/** What a session of planning computes, for scripts: docs/spec/planning.md. */
export const planning = {
  read: operation({
    id: 'readPlanning',
    method: 'GET',
    access: 'read',
    path: '/networks/{network}/cycles/{id}/planning',
    summary: 'How ready nodes are for a cycle, what does not fit, and whether it can be committed',
    tag,
    params,
    query: z.strictObject({
      ritual: z.string().max(200).optional().describe('the session in which it is planned; the one that is open unless given'),
      most: z.coerce
        .number()
        .int()
        .min(0)
        .max(1_000)
        .optional()
        .describe('how many promises one node may have out; what the network has set unless given'),
      on,
    }),
    answer: z.object({
      ...seen,
      ritualId: z.string().nullable(),
      nodes: z.array(readiness).readonly(),
      findings: z.array(finding).readonly(),
      commit,
    }),
    errors: ['NOT_FOUND', 'VALIDATION'],
  }),
  since: operation({
    id: 'readSinceBaseline',
    method: 'GET',
    access: 'read',
    path: '/networks/{network}/cycles/{id}/since-baseline',
    summary: 'What became of a plan',
    tag,
    params,
    query: z.strictObject({
      mark: z.string().max(200).optional().describe('a named snapshot; the baseline that the cycle was committed with unless given'),
      on,
    }),
    answer: z.object({
      ...seen,
      markId: z.string(),
      baseline: revisionSchema,
      lead: z.string(),
      counts: z.object({
        keyResults: z.record(z.enum(keyResultFates), count),
        promises: z.record(z.enum(promiseFates), count),
      }),
      keyResults: z.array(keyResultSince).readonly(),
      promises: z.array(promiseSince).readonly(),
    }),
    errors: ['NOT_FOUND', 'REVISION_UNKNOWN', 'VALIDATION'],
  }),
} as const

import { z } from 'zod'
import { dependencyConditions } from '../domain/okr/assessment.ts'
import { calendarDay } from '../domain/time-schema.ts'
import { revisionSchema } from './change.ts'
import { operation } from './operation.ts'
import { networkParams } from './scope.ts'

const count = z.int().min(0)
const condition = z.enum(dependencyConditions)

const link = z
  .object({
    supplierNodeId: z.string(),
    consumerNodeId: z.string(),
    supplierAreaId: z.string().nullable(),
    consumerAreaId: z.string().nullable(),
    crossesArea: z.boolean(),
    dependencyIds: z.array(z.string()).readonly(),
    count,
    promised: count,
    open: count,
    refused: count.describe('declined or revoked'),
    draft: count,
    late: count,
    overdue: count,
    backwards: count,
    strength: z.number().min(0).max(1).describe('of the strongest'),
    worst: condition,
  })
  .meta({ id: 'NodeLink', description: 'All that one node needs from another.' })

const sides = z
  .object({
    nodeId: z.string(),
    name: z.string(),
    needs: z.array(link).readonly().describe('one for each node whose key results it needs'),
    gives: z.array(link).readonly().describe('one for each node that needs its key results'),
    insideDependencyIds: z.array(z.string()).readonly().describe('between its own key results'),
    needCount: count,
    giveCount: count,
    worstNeed: condition.nullable(),
    worstGive: condition.nullable(),
  })
  .meta({ id: 'NodeNeeds' })

/** The node-level question: whose key results each node needs, and who needs its. */
export const nodeNeeds = operation({
  id: 'listNodeNeeds',
  method: 'GET',
  access: 'read',
  path: '/networks/{network}/node-needs',
  summary: 'Which nodes need which nodes’ key results',
  description:
    'Derived from the dependencies of their key results; ended ones are in no number, drafts are. Nodes that neither need nor give are left out.',
  tag: 'Nodes',
  params: networkParams,
  query: z.strictObject({
    cycleId: z.string().max(200).optional().describe('only needs of key results of this cycle; all unless given'),
    on: calendarDay.optional().describe('the day to judge by; today in the network’s time zone unless given'),
  }),
  answer: z.object({
    revision: revisionSchema,
    on: z.string(),
    total: count,
    crossNode: count,
    crossArea: count,
    inside: count,
    nodes: z.array(sides),
  }),
  errors: ['NOT_FOUND', 'VALIDATION'],
})

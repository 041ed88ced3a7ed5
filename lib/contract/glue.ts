import { z } from 'zod'
import { entitySchemas } from '../domain/entity.ts'
import { calendarDay } from '../domain/time-schema.ts'
import { revisionSchema } from './change.ts'
import { operation } from './operation.ts'
import { recordSchema } from './record-schema.ts'
import { networkParams } from './scope.ts'

const count = z.int().min(0)
const party = z.object({ kind: z.enum(['team', 'person']), id: z.string(), name: z.string() })
const participations = z.array(recordSchema('participation', 'Participation')).readonly()
const direction = z.enum(['aToB', 'bToA', 'both']).describe('who gives to whom; both where a node that both serve stands at an end')
const { state, what } = entitySchemas.dependency.shape
const { deliverable, kind } = entitySchemas.exchange.shape

/** What joins two teams or people. */
export const glue = operation({
  id: 'readGlue',
  method: 'GET',
  access: 'read',
  path: '/networks/{network}/glue',
  summary: 'What joins two teams or people',
  description:
    'The nodes that both serve on a day, with their tiers and dates; the exchanges, and the needs that are not ended, between a node of the one and another node of the other. A person serves what the person’s teams serve, a team what its people serve.',
  tag: 'Participations',
  params: networkParams,
  query: z.strictObject({
    a: z.string().min(1).max(200).describe('id of a team or a person'),
    b: z.string().min(1).max(200).describe('id of another one'),
    day: calendarDay.optional().describe('the day on which they take part; today in the network’s time zone unless given'),
  }),
  answer: z.object({
    revision: revisionSchema,
    day: z.string(),
    a: party,
    b: party,
    sentence: z.string(),
    counts: z.object({
      nodes: count,
      exchanges: count,
      exchangesAToB: count,
      exchangesBToA: count,
      needs: count,
      needsAToB: count,
      needsBToA: count,
    }),
    nodes: z.array(z.object({ nodeId: z.string(), name: z.string(), a: participations, b: participations })),
    exchanges: z.array(z.object({ id: z.string(), deliverable, kind, fromNodeId: z.string(), toNodeId: z.string(), direction })),
    needs: z.array(z.object({ id: z.string(), what, state, supplierNodeId: z.string(), consumerNodeId: z.string(), direction })),
  }),
  errors: ['NOT_FOUND', 'VALIDATION'],
})

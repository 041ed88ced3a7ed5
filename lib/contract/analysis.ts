import { z } from 'zod'
import { operation } from './operation.ts'
import { networkParams } from './scope.ts'

const count = z.int().min(0)
const share = z.number().nullable()
const id = z.string()
const ids = z.array(id).readonly()
const numberById = z.record(z.string(), z.number().nullable())

const valueNetwork = z
  .looseObject({
    counts: z.object({ nodes: count, exchanges: count, directedPairs: count, undirectedPairs: count, tangible: count, intangible: count }),
    intangibleShare: share,
    density: share.describe('pairs of nodes that exchange, of all pairs; parallel exchanges are one'),
    reciprocityArc: share,
    reciprocityDyad: share,
    loopReciprocity: share.describe('what comes back to its giver by any way'),
    perceptionGap: numberById.describe('by exchange: the receiver’s rating less the giver’s'),
    degreeCentralization: share.describe('0 is no hub, 1 a star'),
    betweennessCentralization: share,
    articulationPoints: ids,
    flowLossIfRemoved: numberById.describe('by node: the share of ways between the others that go through it'),
    valueLoops: z.looseObject({ focal: id.nullable(), count }).nullable(),
  })
  .meta({ id: 'ValueNetworkAnalysis' })

const krNetwork = z
  .looseObject({
    goal: id.nullable().describe('the key result that the numbers “to goal” are about'),
    level: numberById.describe('by key result: 0 without a supplier, else one more than the highest; null on or behind a ring'),
    neededByCount: numberById,
    hasCycle: z.boolean(),
    chanceHardExact: numberById.describe('if every need were absolute, each supplier counted once'),
    chanceSoftExact: numberById.describe('with needs as strong as they are said to be'),
    gainIfCertain: numberById.optional(),
    lossIfMissed: numberById.optional(),
    contributionShapley: numberById.describe('by node: its fair share of the chance of the goal'),
    writtenCommitmentCoverage: share,
    dependenciesWithoutExchange: ids,
    exchangesWithoutDependency: ids,
  })
  .meta({ id: 'KeyResultAnalysis' })

const cycleVariant = z
  .looseObject({
    stronglyConnected: z.array(ids).readonly().describe('key results that wait for each other'),
    elementaryCycles: z.array(ids).readonly(),
    elementaryCycleCount: count.nullable().describe('null where there are more than are listed'),
    minFeedbackArcSets: z.array(ids).readonly().describe('every smallest set of dependencies without which nobody waits for oneself'),
    minFeedbackArcSetSize: count,
  })
  .meta({ id: 'RingAnalysis' })

const nodeDSM = z
  .looseObject({
    edges: z.array(z.object({ supplier: id, consumer: id, dependencies: count })).readonly(),
    givenOrder: ids,
    feedbackMarksGivenOrder: count,
    minFeedbackMarks: count,
    oneOptimalOrder: ids,
    numberOfOptimalOrders: count.nullable().describe('null where it is not counted'),
  })
  .meta({ id: 'NodeMatrixAnalysis' })

const dates = z
  .looseObject({
    cycleWeeks: z.number().nullable(),
    chanceInTime: z
      .object({ value: share, low: z.number(), high: z.number(), standardError: z.number().nullable().optional() })
      .nullable()
      .describe('that all is done within the cycle, by trials; where a duration is unknown a range from 0'),
    atBestWeeks: z.number().describe('if all goes as well as it was estimated; where a duration is unknown at least so long'),
    atWorstWeeks: z.number().nullable(),
    halfByWeeks: z.number().nullable().describe('half of the trials ended by then'),
    nineInTenByWeeks: z.number().nullable(),
    trials: count,
    withoutDependencies: ids.optional().describe('left out, so that nobody waits in circles'),
  })
  .meta({ id: 'DatesAnalysis' })

/** Every measure of a network, for scripts. */
export const analysis = operation({
  id: 'readAnalysis',
  method: 'GET',
  access: 'read',
  path: '/networks/{network}/analysis',
  summary: 'Every measure of the network',
  description:
    'Of its exchanges, of its key results and what they need, of its rings and of the order of its nodes, as docs/spec/measures-*.md say; by the ids of the network. Null is unknown, never 0. Send `If-None-Match` with the ETag to hear 304 where nothing changed.',
  tag: 'Key results',
  params: networkParams,
  query: z.strictObject({
    goal: z.string().max(200).optional().describe('id of a goal or of a key result; the first goal that the cycle reaches unless given'),
    focal: z.string().max(200).optional().describe('id of the node whose value loops are told; the node of the goal unless given'),
    cycle: z.string().max(200).optional().describe('id or name of a cycle; the current one unless given'),
    dates: z.enum(['true', 'false']).default('false').describe('true: also when it may all be there, by trials of the estimates'),
  }),
  answer: z
    .object({
      valueNetwork,
      krNetwork,
      cycleVariant,
      nodeDSM,
      dates: dates.nullable().optional().describe('where it is asked for; null where nobody has estimated anything'),
    })
    .meta({ id: 'Analysis' }),
  errors: ['NOT_FOUND', 'VALIDATION'],
})

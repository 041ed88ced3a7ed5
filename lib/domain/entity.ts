import { z } from 'zod'
import { day, line, optional, prose, rank, rating, share } from './field-schema.ts'
import { idOf } from './id-schema.ts'
import type { EntityName } from './ids.ts'
import { insightSchemas } from './insight-schema.ts'
import { checkInValueSchema, metricSchema } from './metric.ts'
import { ritualSchemas } from './ritual-schema.ts'
import { isSlug } from './slug.ts'
import { textUpTo } from './text.ts'
import { calendarDay, instant } from './time-schema.ts'
import {
  closenesses,
  commentSubjects,
  cyclePhases,
  exchangeKinds,
  healths,
  markKinds,
  nodeKinds,
  objectiveKinds,
  promiseMoves,
  promiseStates,
  proposalStates,
  reasonKinds,
  rollOvers,
  sides,
  sourceKinds,
  sourceSubjects,
  tiers,
  valueFactors,
  valueLevels,
} from './vocabulary.ts'

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

const weekDays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

/** What one side proposes: another day of delivery, another thing, another proof. Null leaves that part as it is. */
export const termsSchema = z.strictObject({
  by: z.enum(sides),
  on: day,
  what: optional(textUpTo(500).min(1)),
  condition: prose,
})

/** A group of activities that a node would be split into, with what goes along; what no part names stays with the first. */
const splitPart = z.strictObject({
  name: line,
  areaId: optional(idOf('area')).describe('the area of the node where absent'),
  objectiveIds: z.array(idOf('objective')).max(500).default([]),
  exchangeIds: z.array(idOf('exchange')).max(500).default([]),
  participationIds: z.array(idOf('participation')).max(500).default([]),
})

/** What a proposal would do to the nodes of the network. */
export const structurePlanSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('add'), areaId: idOf('area'), name: line, description: prose }),
  z.strictObject({
    kind: z.literal('merge'),
    nodeIds: z.array(idOf('node')).min(1).max(20).describe('the nodes that become part of the other one'),
    intoId: idOf('node'),
    name: optional(line).describe('a new name of the node that stays'),
  }),
  z.strictObject({ kind: z.literal('split'), nodeId: idOf('node'), parts: z.array(splitPart).min(2).max(10) }),
  z.strictObject({
    kind: z.literal('retire'),
    nodeId: idOf('node'),
    heirId: optional(idOf('node')).describe('the node that takes over what lives on it; it goes along where absent'),
  }),
])

/**
 * The schemas of all records: with `ritualSchemas` and `insightSchemas` the only place where a field is defined. `null` means absent or unknown;
 * a schema fills it in, so a record always has all its fields.
 */
export const entitySchemas = {
  network: z.strictObject({
    id: idOf('network'),
    name: line,
    slug: optional(z.string().refine(isSlug, 'must be lower-case letters, digits and hyphens, and not an address that Weft uses itself')),
    vision: prose,
    mission: prose,
    valueProposition: prose,
    timeZone: optional(z.string().refine(isTimeZone, 'must be an IANA time zone such as Europe/Berlin')),
    fiscalYearStartMonth: optional(z.int().min(1).max(12)),
    weekStart: optional(z.union([z.int().min(0).max(7), z.enum(weekDays)])),
    source: optional(textUpTo(1_000)).describe('where the document came from'),
  }),
  area: z.strictObject({
    id: idOf('area'),
    rank,
    name: line,
    kind: optional(textUpTo(60).min(1)).describe('customer, brand, innovation, operational or another word'),
    colour: optional(textUpTo(40)),
    description: prose,
    order: optional(z.number().finite()),
  }),
  node: z.strictObject({
    id: idOf('node'),
    rank,
    areaId: idOf('area'),
    name: line,
    kind: optional(z.enum(nodeKinds)),
    closeness: optional(z.enum(closenesses)),
    description: prose,
    activities: z.array(textUpTo(500)).max(100).default([]),
    position: optional(z.strictObject({ x: z.number().finite(), y: z.number().finite() })),
    slot: z.int().min(0).max(100_000).default(0).describe('its place on the ring of its area; given once and kept'),
  }),
  person: z.strictObject({
    id: idOf('person'),
    rank,
    name: line,
    email: optional(textUpTo(320).regex(/^[^\s@]+@[^\s@]+$/, 'must be an e-mail address')),
    isPlaceholder: z.boolean().default(false).describe('stands for somebody who is not known by name yet'),
    teamIds: z.array(idOf('team')).max(100).default([]).describe('the teams that the person belongs to'),
  }),
  team: z.strictObject({ id: idOf('team'), rank, name: line }),
  participation: z.strictObject({
    id: idOf('participation'),
    rank,
    nodeId: idOf('node'),
    personId: optional(idOf('person')),
    teamId: optional(idOf('team')),
    tier: z.enum(tiers),
    from: day,
    until: day,
  }),
  exchange: z.strictObject({
    id: idOf('exchange'),
    rank,
    fromNodeId: idOf('node'),
    toNodeId: idOf('node'),
    deliverable: line,
    kind: z.enum(exchangeKinds),
    valueBySender: rating,
    valueByReceiver: rating,
    level: optional(z.enum(valueLevels)),
    factors: z.array(z.enum(valueFactors)).max(4).default([]),
    confirmed: optional(z.boolean()),
    source: optional(textUpTo(1_000)),
  }),
  cycle: z.strictObject({
    id: idOf('cycle'),
    rank,
    name: line,
    startsOn: calendarDay,
    endsOn: calendarDay,
    phase: optional(z.enum(cyclePhases)),
  }),
  goal: z.strictObject({
    id: idOf('goal'),
    rank,
    name: line,
    areaId: optional(idOf('area')),
    keyResultId: optional(idOf('keyResult')),
    description: prose,
  }),
  objective: z.strictObject({
    id: idOf('objective'),
    rank,
    nodeId: idOf('node'),
    cycleId: idOf('cycle'),
    title: line,
    kind: optional(z.enum(objectiveKinds)),
    ownerId: optional(idOf('person')),
    goalIds: z.array(idOf('goal')).max(100).default([]),
    weight: optional(z.number().min(0).finite()),
    description: prose,
    carriedFromId: optional(idOf('objective')).describe('the objective of an earlier cycle that it goes on with'),
  }),
  keyResult: z.strictObject({
    id: idOf('keyResult'),
    rank,
    objectiveId: idOf('objective'),
    title: line,
    metric: metricSchema,
    confidence: optional(share),
    ownerId: optional(idOf('person')),
    dueOn: day,
    weight: optional(z.number().min(0).finite()).describe('share in the roll-up; 0 leaves it out'),
    estimateWeeks: optional(
      z.strictObject({
        optimistic: z.number().min(0).finite(),
        likely: z.number().min(0).finite(),
        pessimistic: z.number().min(0).finite(),
      }),
    ),
    grade: optional(share),
    rollOver: optional(z.enum(rollOvers)).describe('what becomes of it when its cycle is over'),
    carriedFromId: optional(idOf('keyResult')).describe('the key result of an earlier cycle that it goes on with'),
  }),
  dependency: z.strictObject({
    id: idOf('dependency'),
    rank,
    consumerKeyResultId: idOf('keyResult'),
    supplierKeyResultId: optional(idOf('keyResult')),
    supplierNodeId: optional(idOf('node')),
    what: textUpTo(500),
    strength: share.describe('1 = cannot do without'),
    state: z.enum(promiseStates),
    neededOn: day,
    promisedOn: day,
    condition: prose.describe('how we know that it is satisfied'),
    note: prose,
    counteredBy: optional(z.enum(sides)).describe('who countered last, while it is countered'),
    answerBy: day.describe('the day by which the supplier will answer, while it is deferred'),
    terms: optional(termsSchema).describe('terms that one side has proposed and the other has not answered'),
  }),
  promiseMove: z.strictObject({
    id: idOf('promiseMove'),
    rank,
    dependencyId: idOf('dependency'),
    move: z.enum(promiseMoves),
    from: optional(z.enum(promiseStates)).describe('the state before; absent where the move made the promise'),
    to: z.enum(promiseStates),
    side: z.enum(sides).describe('the side that moved'),
    personId: optional(idOf('person')),
    at: instant,
    reason: prose,
    answerBy: day,
    terms: optional(termsSchema),
  }),
  checkIn: z.strictObject({
    id: idOf('checkIn'),
    rank,
    keyResultId: idOf('keyResult'),
    at: instant,
    value: optional(checkInValueSchema),
    confidence: optional(share),
    note: prose,
    personId: optional(idOf('person')),
  }),
  comment: z.strictObject({
    id: idOf('comment'),
    rank,
    subject: z.enum(commentSubjects),
    subjectId: z.string().min(1).max(200),
    parentId: optional(idOf('comment')).describe('the comment that it answers'),
    text: textUpTo(10_000).describe('Markdown; a mention of a person is @[ID]; empty where it was deleted after others had answered'),
    mentionIds: z.array(idOf('person')).max(50).default([]).describe('the people that the text mentions'),
    personId: optional(idOf('person')),
    at: instant,
    editedAt: optional(instant),
    resolvedAt: optional(instant),
    resolvedById: optional(idOf('person')),
  }),
  source: z.strictObject({
    id: idOf('source'),
    rank,
    subject: z.enum(sourceSubjects),
    subjectId: z.string().min(1).max(200),
    field: optional(textUpTo(60).min(1)).describe(
      'the value that it stands behind, such as valueByReceiver or metric.baseline; the whole record where absent',
    ),
    kind: z.enum(sourceKinds),
    title: line,
    url: optional(textUpTo(2_000).regex(/^https?:\/\/\S+$/i, 'must be an address that begins with https:// or http://')),
    on: day.describe('the day of which the source tells'),
  }),
  exchangeCheck: z.strictObject({
    id: idOf('exchangeCheck'),
    rank,
    exchangeId: idOf('exchange'),
    at: instant,
    health: z.enum(healths).describe('how the relationship goes since the last look at it'),
    note: prose.describe('one sentence, in the words of who looked'),
    personId: optional(idOf('person')),
  }),
  proposal: z.strictObject({
    id: idOf('proposal'),
    rank,
    title: line,
    plan: structurePlanSchema,
    why: prose,
    state: z.enum(proposalStates),
    personId: optional(idOf('person')).describe('who proposes it'),
    at: instant,
    decidedById: optional(idOf('person')),
    decidedAt: optional(instant),
    decision: prose.describe('what was said when it was decided'),
  }),
  mark: z.strictObject({
    id: idOf('mark'),
    rank,
    name: line,
    kind: z.enum(markKinds),
    revision: z.int().min(1).max(Number.MAX_SAFE_INTEGER).describe('the revision of the network that it names'),
    at: instant.describe('the instant of that revision'),
    note: prose,
    personId: optional(idOf('person')),
  }),
  reason: z.strictObject({
    id: idOf('reason'),
    rank,
    revision: z.int().min(1).max(Number.MAX_SAFE_INTEGER).describe('the change set that it explains'),
    kind: z.enum(reasonKinds),
    text: prose,
    personId: optional(idOf('person')),
    at: instant,
  }),
  ...ritualSchemas,
  ...insightSchemas,
} as const satisfies Record<EntityName, z.ZodObject>

export type EntityOf<E extends EntityName> = z.infer<(typeof entitySchemas)[E]>
export type AnyEntity = { [E in EntityName]: EntityOf<E> }[EntityName]

export type Network = EntityOf<'network'>
export type Area = EntityOf<'area'>
export type Node = EntityOf<'node'>
export type Person = EntityOf<'person'>
export type Team = EntityOf<'team'>
export type Participation = EntityOf<'participation'>
export type Exchange = EntityOf<'exchange'>
export type Cycle = EntityOf<'cycle'>
export type Goal = EntityOf<'goal'>
export type Objective = EntityOf<'objective'>
export type KeyResult = EntityOf<'keyResult'>
export type Dependency = EntityOf<'dependency'>
export type CheckIn = EntityOf<'checkIn'>
export type PromiseMove = EntityOf<'promiseMove'>
export type Comment = EntityOf<'comment'>
export type Source = EntityOf<'source'>
export type ExchangeCheck = EntityOf<'exchangeCheck'>
export type Proposal = EntityOf<'proposal'>
export type Mark = EntityOf<'mark'>
export type Reason = EntityOf<'reason'>
export type HealthMetric = EntityOf<'healthMetric'>
export type HealthReading = EntityOf<'healthReading'>
export type Ritual = EntityOf<'ritual'>
export type RitualItem = EntityOf<'ritualItem'>
export type SignOff = EntityOf<'signOff'>
export type Tally = EntityOf<'tally'>
export type CheckSetting = EntityOf<'checkSetting'>
export type Acceptance = EntityOf<'acceptance'>
export type WhatIf = EntityOf<'whatIf'>
export type StructurePlan = z.infer<typeof structurePlanSchema>
export type Terms = z.infer<typeof termsSchema>

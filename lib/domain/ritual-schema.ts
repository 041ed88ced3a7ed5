import { z } from 'zod'
import { day, line, optional, prose, rank } from './field-schema.ts'
import { idOf } from './id-schema.ts'
import { textUpTo } from './text.ts'
import { instant } from './time-schema.ts'
import { agendaSections, itemKinds, itemStatuses, itemSubjects, ritualKinds, ritualPhases, ritualStates } from './vocabulary.ts'

const key = textUpTo(80).min(1)
const count = z.int().min(0).max(100_000)
const anyId = z.string().min(1).max(200)

/** One thing to look at, frozen when the ritual began; what it speaks of may be deleted later. */
const stopSchema = z.strictObject({
  id: key,
  section: z.enum(agendaSections),
  subject: optional(z.enum(itemSubjects)),
  about: optional(anyId),
  nodeId: optional(anyId),
  areaId: optional(anyId),
  sentence: textUpTo(2_000).describe('why it is looked at, as it was when the agenda was made; names of people are left out'),
  seenAt: optional(instant),
  seconds: optional(count).describe('how long it was looked at'),
})

const timerSchema = z.strictObject({
  startedAt: instant.describe('moved on by as long as it was paused'),
  seconds: z.int().min(1).max(86_400).describe('the time that is meant for it'),
  pausedAt: optional(instant),
})

/** The records of rituals and of health metrics; see `entitySchemas`. */
export const ritualSchemas = {
  healthMetric: z.strictObject({
    id: idOf('healthMetric'),
    rank,
    nodeId: idOf('node'),
    name: line,
    unit: optional(textUpTo(60)),
    lower: optional(z.number().finite()).describe('it is green from here'),
    upper: optional(z.number().finite()).describe('it is green up to here'),
    tolerance: optional(z.number().min(0).finite()).describe('how far outside of its band it is amber; further out it is red'),
    current: optional(z.number().finite()),
    ownerId: optional(idOf('person')),
    description: prose,
  }),
  healthReading: z.strictObject({
    id: idOf('healthReading'),
    rank,
    healthMetricId: idOf('healthMetric'),
    at: instant,
    value: z.number().finite(),
    note: prose,
    personId: optional(idOf('person')),
  }),
  ritual: z.strictObject({
    id: idOf('ritual'),
    rank,
    kind: z.enum(ritualKinds),
    title: line,
    cycleId: optional(idOf('cycle')),
    nodeId: optional(idOf('node')).describe('whose check it is; with whom a coffee is taken'),
    state: z.enum(ritualStates),
    phase: z.enum(ritualPhases),
    place: optional(textUpTo(200).min(1)).describe('what the room looks at in this phase: a stop, a node, a finding'),
    timer: optional(timerSchema),
    facilitatorId: optional(idOf('person')).describe('who leads it: moves the phases, drives the screen'),
    code: optional(z.string().regex(/^[A-Z2-9]{6}$/, 'must be six capital letters or digits')).describe('by which members join'),
    isTogether: z.boolean().default(true),
    revealed: z.array(key).max(200).default([]).describe('the questions whose sealed answers are open'),
    agenda: z.array(stopSchema).max(60).default([]),
    expected: optional(count).describe('key results that were not discussed because they were as expected'),
    baseRevision: optional(z.int().min(1).max(Number.MAX_SAFE_INTEGER)).describe('the revision that what changed is measured from'),
    revision: optional(z.int().min(1).max(Number.MAX_SAFE_INTEGER)).describe('the revision on which it was closed'),
    markId: optional(idOf('mark')).describe('the named snapshot that it left'),
    attendeeIds: z.array(idOf('person')).max(500).default([]),
    guests: count.default(0).describe('how many took part without an account'),
    statement: prose.describe('what was written at its end, such as the contribution statement; Markdown'),
    isStatementShared: z.boolean().default(false).describe('whether the statement leaves the team'),
    startsAt: optional(instant).describe('when people are invited for'),
    at: instant.describe('when it was opened'),
    closedAt: optional(instant),
    personId: optional(idOf('person')).describe('who opened it'),
  }),
  ritualItem: z.strictObject({
    id: idOf('ritualItem'),
    rank,
    ritualId: idOf('ritual'),
    kind: z.enum(itemKinds),
    text: textUpTo(4_000),
    subject: optional(z.enum(itemSubjects)),
    about: optional(anyId).describe('the id of what it speaks of; may be deleted since'),
    nodeId: optional(idOf('node')).describe('whose it is'),
    stop: optional(key).describe('the stop of the agenda at which it was said'),
    key: optional(key).describe('the question that it answers'),
    value: optional(z.number().finite()),
    ownerId: optional(idOf('person')),
    dueOn: day,
    status: optional(z.enum(itemStatuses)),
    settledAt: optional(instant),
    personId: optional(idOf('person')).describe('who wrote it'),
    at: instant,
  }),
  signOff: z.strictObject({
    id: idOf('signOff'),
    rank,
    ritualId: idOf('ritual'),
    nodeId: idOf('node'),
    personId: optional(idOf('person')),
    at: instant,
    note: prose,
  }),
  tally: z.strictObject({
    id: idOf('tally'),
    rank,
    ritualId: idOf('ritual'),
    nodeId: optional(idOf('node')).describe('whose votes they are; all where absent'),
    key,
    counts: z.array(count).min(1).max(20).describe('votes for each choice, lowest first'),
    trends: z.array(count).max(3).default([]).describe('votes for falling, steady and rising'),
    voters: count,
    at: instant,
  }),
} as const

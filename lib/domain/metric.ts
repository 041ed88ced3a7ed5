import { z } from 'zod'
import { textUpTo } from './text.ts'
import { ordinalZones } from './vocabulary.ts'

const number = z.number().finite()
const share = z.number().min(0).max(1)
const unit = textUpTo(40).nullable().default(null)
const optionalNumber = number.nullable().default(null)

function directed<K extends 'increase' | 'decrease'>(kind: K) {
  return z.strictObject({
    kind: z.literal(kind),
    baseline: optionalNumber,
    target: optionalNumber,
    current: optionalNumber,
    unit,
    commit: optionalNumber.describe('value that counts as 0.3'),
    stretch: optionalNumber.describe('value that counts as 1.0; the target then counts as 0.7'),
  })
}

const maintain = z.strictObject({
  kind: z.literal('maintain'),
  lower: optionalNumber,
  upper: optionalNumber,
  current: optionalNumber,
  unit,
})

export const milestoneStep = z.strictObject({
  name: textUpTo(500).min(1),
  weight: z.number().min(0).finite().nullable().default(null),
  done: share.nullable().default(null),
})

const milestone = z.strictObject({
  kind: z.literal('milestone'),
  steps: z.array(milestoneStep).max(100).default([]),
})

const boolean = z.strictObject({
  kind: z.literal('boolean'),
  current: z
    .union([z.literal(0), z.literal(1)])
    .nullable()
    .default(null),
})

const ordinal = z.strictObject({
  kind: z.literal('ordinal'),
  zones: z.strictObject({
    commit: textUpTo(500).nullable().default(null),
    target: textUpTo(500).nullable().default(null),
    stretch: textUpTo(500).nullable().default(null),
  }),
  current: z.enum(ordinalZones).nullable().default(null),
})

/** How a key result is measured. `null` is unknown; it is never read as 0. */
export const metricSchema = z.discriminatedUnion('kind', [directed('increase'), directed('decrease'), maintain, milestone, boolean, ordinal])

export type Metric = z.infer<typeof metricSchema>
export type MetricKind = Metric['kind']
export type MetricOf<K extends MetricKind> = Extract<Metric, { kind: K }>

/** What a check-in can report: a number, a zone's word, or for milestones the share done of each step, in order. */
export const checkInValueSchema = z.union([number, z.enum(ordinalZones), z.array(share.nullable()).max(100)])
export type CheckInValue = z.infer<typeof checkInValueSchema>

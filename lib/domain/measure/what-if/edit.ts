import { z } from 'zod'
import { day, optional, share } from '../../field-schema.ts'
import { idOf } from '../../id-schema.ts'
import { textUpTo } from '../../text.ts'
import { calendarDay } from '../../time-schema.ts'

/** How many edits a what-if may have. */
export const mostEdits = 50

const addedNeed = z
  .strictObject({
    kind: z.literal('add').describe('a key result needs something more'),
    consumerKeyResultId: idOf('keyResult'),
    supplierKeyResultId: optional(idOf('keyResult')),
    supplierNodeId: optional(idOf('node')).describe('a node that has no key result for it yet'),
    strength: share.describe('1 = cannot do without'),
    what: textUpTo(500).default(''),
  })
  .refine((edit) => (edit.supplierKeyResultId === null) !== (edit.supplierNodeId === null), 'must name either a key result or a node that supplies')

const changedPromise = z
  .strictObject({
    kind: z.literal('promise').describe('other dates of a promise'),
    dependencyId: idOf('dependency'),
    promisedOn: day.describe('as it is where absent'),
    neededOn: day.describe('as it is where absent'),
  })
  .refine(({ promisedOn, neededOn }) => promisedOn !== null || neededOn !== null, 'must name at least one day')

/** One thing that a what-if supposes to be otherwise. */
export const whatIfEditSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('confidence'), keyResultId: idOf('keyResult'), confidence: share }),
  z.strictObject({ kind: z.literal('due'), keyResultId: idOf('keyResult'), dueOn: calendarDay }),
  changedPromise,
  z.strictObject({ kind: z.literal('drop').describe('a need that is needed no more'), dependencyId: idOf('dependency') }),
  addedNeed,
  z.strictObject({
    kind: z.literal('second').describe('a need that a second key result may meet as well: either will do'),
    dependencyId: idOf('dependency'),
    supplierKeyResultId: idOf('keyResult'),
  }),
  z.strictObject({
    kind: z.literal('without').describe('somebody is not there: a node, or a team or person with the nodes that nobody else serves'),
    entity: z.enum(['node', 'team', 'person']),
    id: z.string().min(1).max(200),
  }),
])

/** All that a what-if supposes, in the order in which it is applied. */
export const whatIfEditsSchema = z.array(whatIfEditSchema).max(mostEdits)

export type WhatIfEdit = z.output<typeof whatIfEditSchema>

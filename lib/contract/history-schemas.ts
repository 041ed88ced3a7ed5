import { z } from 'zod'
import { entityNames } from '../domain/ids.ts'
import { calendarDay } from '../domain/time-schema.ts'
import { reasonKinds } from '../domain/vocabulary.ts'
import { revisionSchema } from './change.ts'

const count = z.int().min(0)
const plain = (text: string) => !/[\p{Cc}\p{Cs}]/u.test(text)
const word = z.string().min(1).max(200).refine(plain, 'must not contain control characters')
/** A revision as an address or a query gives it. */
export const revisionText = z.coerce.number().int().min(1).max(2_147_483_647)

/** Most entries that one page of the history holds. */
export const historyPageLimit = 200

const counts = z.object({ added: count, changed: count, removed: count })

/** One change set in the list of what happened: without the changes themselves. */
export const historyEntrySchema = z
  .object({
    revision: revisionSchema,
    id: z.string(),
    at: z.string().describe('instant, UTC'),
    actor: z.string().describe('the person, or `person/token`, or `cli`'),
    command: z.string(),
    summary: z.string(),
    undoOf: z.string().nullable().describe('the change set that this one takes back'),
    othersNodeIds: z.array(z.string()).readonly().describe('the nodes of others that it touched'),
    counts: counts.describe('records that it added, changed and removed'),
    entities: z.array(z.enum(entityNames)).readonly().describe('the kinds of record that it touched'),
    isStructural: z.boolean().describe('it added, removed or moved value areas, nodes or exchanges'),
  })
  .meta({ id: 'HistoryEntry' })

export type HistoryEntry = z.infer<typeof historyEntrySchema>

/** One record that differs between two moments, as lib/domain/history/compare.ts tells it. */
export const differenceSchema = z
  .object({
    entity: z.enum(entityNames),
    id: z.string(),
    kind: z.enum(['added', 'removed', 'changed']),
    name: z.string(),
    nodeId: z.string().nullable().describe('the node that it belongs to'),
    areaId: z.string().nullable(),
    fields: z
      .array(
        z.object({
          path: z.string().describe('such as `dueOn` or `metric.current`'),
          word: z.string().describe('what a person calls it'),
          before: z.string().nullable().describe('as people read it; null where there was nothing'),
          after: z.string().nullable(),
        }),
      )
      .readonly(),
    sentence: z.string(),
  })
  .meta({ id: 'Difference' })

/** What to list of the history. */
export const historyQuery = z.strictObject({
  before: revisionText.optional().describe('only change sets before this revision: `next` of the page before'),
  limit: z.coerce.number().int().min(1).max(historyPageLimit).default(50),
  from: calendarDay.optional().describe('the first day, in the time zone of the network'),
  to: calendarDay.optional().describe('the last day'),
  actor: word.optional().describe('the id of a person, whose tokens count too'),
  command: word.optional().describe('such as `node.update` or `undo`'),
  entity: z.enum(entityNames).optional().describe('only change sets that touched this kind of record'),
  record: word.optional().describe('only change sets that touched the record with this id'),
  node: word.optional().describe('only change sets that touched the node with this id, or what lives on it or lived on it when it was deleted'),
  reason: z.enum([...reasonKinds, 'none']).optional(),
  structural: z.literal('true').optional().describe('only changes of structure'),
})

export type HistoryQuery = z.output<typeof historyQuery>

/** Which moment of the network to read. */
export const momentQuery = z
  .strictObject({
    at: z
      .union([calendarDay, z.iso.datetime({ offset: true })])
      .optional()
      .describe('a day, which means its end in the time zone of the network, or an instant'),
    revision: revisionText.optional(),
  })
  .refine(({ at, revision }) => (at === undefined) !== (revision === undefined), 'give either at or revision')

export const daysSchema = z
  .object({
    first: z.string().describe('the instant of the first change set'),
    last: z.string(),
    days: z
      .array(
        z.object({
          day: z.string().describe('in the time zone of the network'),
          changeSets: count,
          changes: count,
          revision: revisionSchema.describe('the last revision of the day'),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'HistoryDays' })

export const rangeQuery = z
  .strictObject({ from: calendarDay, to: calendarDay })
  .refine(({ from, to }) => from <= to, { message: 'ends before it begins', path: ['to'] })

/** Most revisions that one group of the report names. */
export const reportRevisions = 50

export const reportSchema = z
  .object({
    from: z.string(),
    to: z.string(),
    groups: z
      .array(
        counts.extend({
          kind: z.enum(reasonKinds).nullable().describe('null: nobody said why'),
          changeSets: count,
          revisions: z.array(revisionSchema).readonly().describe(`newest first, at most ${reportRevisions}`),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'HistoryReport' })

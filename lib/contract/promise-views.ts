import { z } from 'zod'
import { waitingKinds } from '../domain/promise/waiting.ts'
import { calendarDay } from '../domain/time-schema.ts'
import { promiseStates, sides } from '../domain/vocabulary.ts'
import { revisionSchema } from './change.ts'
import { operation } from './operation.ts'
import { networkParams, recordParams } from './scope.ts'

const count = z.int().min(0)
const tag = 'Promises'
const errors = ['NOT_FOUND', 'VALIDATION'] as const
const seen = { revision: revisionSchema, on: z.string().describe('the day that it is about') }

const scope = {
  cycleId: z.string().max(200).optional().describe('only what belongs to this cycle; all unless given'),
  on: calendarDay.optional().describe('the day to judge by; today in the network’s time zone unless given'),
}

const counts = z
  .object({
    draft: count,
    open: count.describe('offered, asked, countered, answered later'),
    promised: count.describe('promised, delivered, accepted'),
    refused: count,
  })
  .meta({ id: 'AskCounts' })

const cell = z
  .object({
    supplierNodeId: z.string(),
    consumerNodeId: z.string(),
    counts,
    late: count.describe('promises past their day'),
    overdue: count.describe('asks past the day on which they were needed'),
    dependencyIds: z.array(z.string()).readonly(),
  })
  .meta({ id: 'AskCell', description: 'What one node is asked for by another one.' })

const ask = z
  .object({
    dependencyId: z.string(),
    state: z.enum(promiseStates),
    consumerKeyResultId: z.string(),
    consumerNodeId: z.string().nullable(),
    supplierKeyResultId: z.string().nullable(),
    supplierNodeId: z.string().nullable(),
    whoseMove: z.enum(sides),
    ageDays: count.nullable().describe('since the move for which it waits; null where its history is unknown'),
    neededInDays: z.int().nullable().describe('negative when past'),
  })
  .meta({ id: 'Ask' })

const share = z
  .object({
    count,
    of: count,
    share: z.number().min(0).max(1).nullable().describe('count ÷ of; null where there is nothing to share'),
    unknown: count.describe('what could not be counted, because it came without its history or without a day'),
  })
  .meta({ id: 'PromiseShare' })

const entry = z
  .object({
    dependencyId: z.string(),
    nodeId: z.string().nullable().describe('the other node'),
    what: z.string(),
    state: z.enum(promiseStates),
    dueOn: z.string().nullable().describe('the promised day, else the needed one'),
    lateDays: count,
    isPromised: z.boolean(),
    isSettled: z.boolean(),
  })
  .meta({ id: 'LedgerEntry' })

const inboxItem = z
  .object({
    id: z.string(),
    kind: z.enum([...waitingKinds, 'deliver', 'checkIn']),
    dependencyId: z.string().nullable(),
    keyResultId: z.string().nullable(),
    ageDays: count.nullable(),
    dueInDays: z.int().nullable(),
    sentence: z.string(),
  })
  .meta({ id: 'InboxItem' })

/** What can be read off all promises together. */
export const promiseViews = {
  board: operation({
    id: 'readAskBoard',
    method: 'GET',
    access: 'read',
    path: '/networks/{network}/asks',
    summary: 'The ask board: who is asked by whom, with counts',
    tag,
    params: networkParams,
    query: z.strictObject(scope),
    answer: z.object({
      ...seen,
      givers: z.array(z.string()).readonly(),
      takers: z.array(z.string()).readonly(),
      cells: z.array(cell).readonly(),
      counts,
      unanswered: z.array(ask).readonly().describe('oldest first'),
    }),
    errors,
  }),
  measures: operation({
    id: 'readPromiseMeasures',
    method: 'GET',
    access: 'read',
    path: '/networks/{network}/promise-measures',
    summary: 'How asking and promising goes',
    description: 'Of a node or of the whole network, never of a person. Defined in docs/spec/promise.md, PR90 to PR96. Undefined is null, never 0.',
    tag,
    params: networkParams,
    query: z.strictObject({ ...scope, node: z.string().max(200).optional().describe('of this node; of the whole network unless given') }),
    answer: z.object({
      ...seen,
      promised: share.describe('of what is needed: promised, delivered or accepted'),
      answered: share.describe('of the asks that were made: answered, whatever the answer'),
      daysToAnswer: z.object({ median: z.number().min(0).nullable(), count, unknown: count }),
      kept: share.describe('of the promises that were due: accepted on or before their day'),
      revoked: z.object({ early: count, late: count }),
    }),
    errors,
  }),
  ledger: operation({
    id: 'readLedger',
    method: 'GET',
    access: 'read',
    path: '/networks/{network}/nodes/{id}/ledger',
    summary: 'What a node owes and is owed',
    tag,
    params: recordParams('node'),
    query: z.strictObject(scope),
    answer: z.object({ ...seen, nodeId: z.string(), owes: z.array(entry).readonly(), owed: z.array(entry).readonly() }),
    errors,
  }),
  inbox: operation({
    id: 'readInbox',
    method: 'GET',
    access: 'self',
    path: '/networks/{network}/inbox',
    summary: 'What waits for you',
    description:
      'Answers, counters, changes and deliveries that wait for you, needs that were refused, promises due within a week, check-ins overdue; oldest first.',
    tag,
    params: networkParams,
    answer: z.object({ revision: revisionSchema, items: z.array(inboxItem).readonly() }),
    errors,
  }),
} as const

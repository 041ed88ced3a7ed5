import { z } from 'zod'
import { entityNames } from '../domain/ids.ts'
import { changeSetSchema, committedSchema, revisionSchema } from './change.ts'
import {
  daysSchema,
  differenceSchema,
  historyEntrySchema,
  historyQuery,
  momentQuery,
  rangeQuery,
  reportSchema,
  revisionText,
} from './history-schemas.ts'
import { operation } from './operation.ts'
import { clientIdSchema } from './presence.ts'
import { networkParams, writeErrors } from './scope.ts'

const tag = 'History'
const step = z.object({ id: z.string(), summary: z.string() }).nullable()
const writing = [
  'NOT_FOUND',
  'CROSS_SITE',
  'VALIDATION',
  'KEY_REUSED',
  'UNDO_CHANGED_SINCE',
  'UNDO_STILL_USED',
  'UNDO_TOO_LATE',
  'PROMISE_MOVED_ON',
  'RITUAL_OPEN',
] as const

const revisionParams = networkParams.extend({ revision: revisionText.describe('of one change set') })

/** Most change sets that one answer of `changes` holds. */
export const changesLimit = 500

/** What happened, the network as it was, bringing back what was deleted, and taking one's own last steps back. */
export const history = {
  changes: operation({
    id: 'listChanges',
    method: 'GET',
    access: 'read',
    path: '/networks/{network}/changes',
    summary: 'What changed after a revision',
    description:
      'Oldest first. `reset` instead of change sets means: too much changed, read the snapshot again. Where `more` is true, ask again from the revision of the last set.',
    tag,
    params: networkParams,
    query: z.strictObject({
      since: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).describe('a revision; 0 is the beginning'),
      limit: z.coerce.number().int().min(1).max(changesLimit).default(changesLimit),
    }),
    answer: z.object({ revision: revisionSchema, reset: z.boolean(), more: z.boolean(), changeSets: z.array(changeSetSchema).readonly() }),
    errors: ['NOT_FOUND', 'VALIDATION'],
  }),
  undoState: operation({
    id: 'readUndo',
    method: 'GET',
    access: 'read',
    path: '/networks/{network}/undo',
    summary: 'What undo and redo would do for you',
    tag,
    params: networkParams,
    answer: z.object({ undo: step, redo: step }).meta({ id: 'UndoState' }),
    errors: ['NOT_FOUND', 'VALIDATION'],
  }),
  undo: operation({
    id: 'undo',
    method: 'POST',
    access: 'write',
    path: '/networks/{network}/undo',
    summary: 'Take your last step back',
    tag,
    params: networkParams,
    answer: committedSchema,
    errors: [...writing, 'NOTHING_TO_UNDO'],
  }),
  redo: operation({
    id: 'redo',
    method: 'POST',
    access: 'write',
    path: '/networks/{network}/redo',
    summary: 'Bring back the step you took back',
    tag,
    params: networkParams,
    answer: committedSchema,
    errors: [...writing, 'NOTHING_TO_REDO'],
  }),
  events: operation({
    id: 'streamEvents',
    method: 'GET',
    access: 'read',
    path: '/networks/{network}/events',
    summary: 'Hear of every new revision',
    description:
      'Server-sent events. `revision` with `{"revision": n}`: there is something new; ask `changes` what it is. `reset` with `{"revision": n}`, after a gap: read the snapshot anew. `who`: ask again who you are here. `presence` with `{"people": […]}`: who is here now, for people who have signed in. `bye`: the server ends; come back after a moment. Send the last id as Last-Event-ID when you come back.',
    tag,
    params: networkParams,
    query: z.strictObject({
      client: clientIdSchema.optional(),
      after: z.string().max(300).optional().describe('the last id, where it cannot be sent as Last-Event-ID'),
    }),
    answer: z.string(),
    answerType: 'text/event-stream',
    errors: ['NOT_FOUND', 'UNAVAILABLE', 'VALIDATION'],
  }),
  list: operation({
    id: 'listHistory',
    method: 'GET',
    access: 'read',
    path: '/networks/{network}/history',
    summary: 'What happened, newest first',
    description: 'All filters together have to hold. Where `next` is not null, ask again with `before` = `next`.',
    tag,
    params: networkParams,
    query: historyQuery,
    answer: z.object({ entries: z.array(historyEntrySchema).readonly(), next: revisionSchema.nullable() }),
    errors: ['NOT_FOUND', 'VALIDATION'],
  }),
  report: operation({
    id: 'reportHistory',
    method: 'GET',
    access: 'read',
    path: '/networks/{network}/history/report',
    summary: 'Changes of structure by their reason',
    description: 'Counts value areas, nodes and exchanges that were added, removed, or moved, between two days, both included.',
    tag,
    params: networkParams,
    query: rangeQuery,
    answer: reportSchema,
    errors: ['NOT_FOUND', 'VALIDATION'],
  }),
  entry: operation({
    id: 'readHistoryEntry',
    method: 'GET',
    access: 'read',
    path: '/networks/{network}/history/{revision}',
    summary: 'One change set, record by record',
    tag,
    params: revisionParams,
    answer: z.object({ entry: historyEntrySchema, differences: z.array(differenceSchema).readonly() }),
    errors: ['NOT_FOUND', 'REVISION_UNKNOWN', 'VALIDATION'],
  }),
  restore: operation({
    id: 'restoreRecord',
    method: 'POST',
    access: 'write',
    path: '/networks/{network}/history/{revision}/restore',
    summary: 'Bring back a record that a change set deleted',
    description: 'With it comes what went with it in that change set, as far as it can. It is a new change set, which can be undone.',
    tag,
    params: revisionParams,
    body: z.strictObject({ entity: z.enum(entityNames), id: z.string().min(1).max(200) }),
    answer: committedSchema,
    errors: [...writeErrors, 'NOT_FOUND', 'REVISION_UNKNOWN', 'RESTORE_BLOCKED'],
  }),
  past: operation({
    id: 'readPast',
    method: 'GET',
    access: 'read',
    path: '/networks/{network}/past',
    summary: 'The whole network as it was',
    description:
      'As `snapshot`, with the instant of its revision as `at`. An answer to `revision` never changes, unless a person is erased; one to `at` is that of the last change set up to that moment.',
    tag,
    params: networkParams,
    query: momentQuery,
    answer: z.looseObject({ revision: revisionSchema, at: z.string() }).meta({ id: 'PastSnapshot' }),
    errors: ['NOT_FOUND', 'REVISION_UNKNOWN', 'VALIDATION'],
  }),
  days: operation({
    id: 'listHistoryDays',
    method: 'GET',
    access: 'read',
    path: '/networks/{network}/days',
    summary: 'The days on which something happened',
    tag,
    params: networkParams,
    answer: daysSchema,
    errors: ['NOT_FOUND', 'VALIDATION'],
  }),
} as const

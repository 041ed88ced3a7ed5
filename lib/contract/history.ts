import { z } from 'zod'
import { changeSetSchema, committedSchema, revisionSchema } from './change.ts'
import { operation } from './operation.ts'
import { networkParams } from './scope.ts'

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
] as const

/** Most change sets that one answer of `changes` holds. */
export const changesLimit = 500

/** What changed, in order, and taking one's own last steps back. */
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
    description: 'Server-sent events: `event: revision` with `data: {"revision": n}`. They are hints; ask `changes` for what changed.',
    tag,
    params: networkParams,
    answer: z.string(),
    answerType: 'text/event-stream',
    errors: ['NOT_FOUND', 'UNAVAILABLE', 'VALIDATION'],
  }),
} as const

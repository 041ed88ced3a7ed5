import { z } from 'zod'
import { entitySchemas } from '../domain/entity.ts'
import { committedSchema, revisionSchema } from './change.ts'
import { listQuery, pageOf } from './list.ts'
import { operation } from './operation.ts'
import { recordSchema } from './record-schema.ts'
import { networkParams, recordParams, writeErrors } from './scope.ts'

const record = recordSchema('comment', 'Comment')
const { id, subject, subjectId, parentId, text } = entitySchemas.comment.shape
const edited = committedSchema.extend({ item: record.nullable().describe('as it is now; null where this is a repeat and it was deleted since') })
const errors = [...writeErrors, 'NOT_FOUND', 'FORBIDDEN'] as const
const tag = 'Comments'
const all = '/networks/{network}/comments'
const single = `${all}/{id}` as const

/** What people say about a record, and what they answer. */
export const comments = {
  entity: 'comment',
  tag,
  description: 'What people say about any record, in Markdown, with answers one level deep. A mention of a person is @[ID]. The author is who asks.',
  list: operation({
    id: 'listComments',
    method: 'GET',
    access: 'read',
    path: all,
    summary: 'List comments',
    description: 'Those of one record by `subject` and `subjectId`; the threads alone by an empty `parentId`.',
    tag,
    params: networkParams,
    query: listQuery('comment'),
    answer: pageOf(record),
    errors: ['NOT_FOUND', 'VALIDATION'],
  }),
  get: operation({
    id: 'getComment',
    method: 'GET',
    access: 'read',
    path: single,
    summary: 'Read one comment',
    tag,
    params: recordParams('comment'),
    answer: z.object({ revision: revisionSchema, item: record }),
    errors: ['NOT_FOUND', 'VALIDATION'],
  }),
  create: operation({
    id: 'createComment',
    method: 'POST',
    access: 'write',
    path: all,
    summary: 'Say something about a record, or answer a comment',
    description: 'An answer to an answer joins the same thread. An answer opens a resolved thread again.',
    tag,
    params: networkParams,
    body: z.strictObject({ id: id.optional().describe('made by the server unless given'), subject, subjectId, parentId, text }),
    answer: committedSchema.extend({ item: record }),
    status: 201,
    errors: [...errors, 'UNKNOWN_REFERENCE', 'ID_TAKEN'],
    example: { body: { subject: 'keyResult', subjectId: 'kr_churn', text: '@[person_ana] does this count **trials**?' } },
  }),
  edit: operation({
    id: 'editComment',
    method: 'PATCH',
    access: 'write',
    path: single,
    summary: 'Say it in other words',
    description: 'Only the author may.',
    tag,
    params: recordParams('comment'),
    body: z.strictObject({ text }),
    answer: edited,
    errors: [...errors, 'UNKNOWN_REFERENCE'],
    example: { body: { text: 'Does this count *paid* trials?' } },
  }),
  resolve: operation({
    id: 'resolveComment',
    method: 'POST',
    access: 'write',
    path: `${single}/resolve`,
    summary: 'Close a thread, or open it again',
    tag,
    params: recordParams('comment'),
    body: z.strictObject({ isResolved: z.boolean() }),
    answer: edited,
    errors,
    example: { body: { isResolved: true } },
  }),
  remove: operation({
    id: 'deleteComment',
    method: 'DELETE',
    access: 'write',
    path: single,
    summary: 'Take a comment back',
    description: 'The author may, and an owner of the network. What others answered stays below an empty place. It can be undone.',
    tag,
    params: recordParams('comment'),
    answer: committedSchema,
    errors: ['NOT_FOUND', 'VALIDATION', 'CROSS_SITE', 'KEY_REUSED', 'FORBIDDEN'],
  }),
} as const

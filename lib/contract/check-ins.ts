import { z } from 'zod'
import { entitySchemas } from '../domain/entity.ts'
import { committedSchema, revisionSchema } from './change.ts'
import { listQuery, pageOf } from './list.ts'
import { operation } from './operation.ts'
import { creationSchema, recordSchema } from './record-schema.ts'
import { networkParams, recordParams, writeErrors } from './scope.ts'

const record = recordSchema('checkIn', 'CheckIn')
const { id, rank, at, value, confidence, note, personId } = entitySchemas.checkIn.shape
const written = committedSchema.extend({ item: record })
const errors = [...writeErrors, 'NOT_FOUND', 'UNKNOWN_REFERENCE', 'VALUE_MISFIT', 'ID_TAKEN'] as const
const tag = 'Check-ins'

/** Reports of key results. They are never changed: a wrong one is corrected by the next, or undone. */
export const checkIns = {
  entity: 'checkIn',
  tag,
  description: 'A value, a confidence and a note on a key result, at an instant. Reports are kept for ever and never changed.',
  list: operation({
    id: 'listCheckIns',
    method: 'GET',
    access: 'read',
    path: '/networks/{network}/check-ins',
    summary: 'List check-ins',
    tag,
    params: networkParams,
    query: listQuery('checkIn'),
    answer: pageOf(record),
    errors: ['NOT_FOUND', 'VALIDATION'],
  }),
  get: operation({
    id: 'getCheckIn',
    method: 'GET',
    access: 'read',
    path: '/networks/{network}/check-ins/{id}',
    summary: 'Read one check-in',
    tag,
    params: recordParams('checkIn'),
    answer: z.object({ revision: revisionSchema, item: record }),
    errors: ['NOT_FOUND', 'VALIDATION'],
  }),
  create: operation({
    id: 'createCheckIn',
    method: 'POST',
    access: 'write',
    token: 'check-in',
    path: '/networks/{network}/check-ins',
    summary: 'Report on a key result',
    tag,
    params: networkParams,
    body: creationSchema('checkIn'),
    answer: written,
    status: 201,
    errors,
    example: { body: { keyResultId: 'kr_churn', value: 5.2 } },
  }),
  report: operation({
    id: 'reportKeyResult',
    method: 'POST',
    access: 'write',
    token: 'check-in',
    path: '/networks/{network}/key-results/{id}/check-ins',
    summary: 'Push a number to a key result',
    description: 'The call for scripts. The key result takes the value over unless a later report is already there; `at` is now unless given.',
    tag,
    params: recordParams('keyResult'),
    body: z.strictObject({ id: id.optional(), rank: rank.optional(), at: at.optional(), value, confidence, note, personId }),
    answer: written,
    status: 201,
    errors,
    example: { body: { value: 5.2, confidence: 0.7, note: 'After the March release' } },
  }),
} as const

import { z } from 'zod'
import { promiseMoveInput } from '../domain/command/promise-move.ts'
import { moveNeeds } from '../domain/promise/machine.ts'
import { promiseMoves, promiseStates, sides } from '../domain/vocabulary.ts'
import { committedSchema, revisionSchema } from './change.ts'
import { dependencies } from './dependencies.ts'
import { listQuery, pageOf } from './list.ts'
import { operation } from './operation.ts'
import { recordSchema } from './record-schema.ts'
import { networkParams, recordParams, writeErrors } from './scope.ts'

const move = recordSchema('promiseMove', 'PromiseMove')
const need = dependencies.get.answer.shape.item
const { id: _need, moveId, ...said } = promiseMoveInput.shape
const path = '/networks/{network}/dependencies/{id}/moves'
const tag = 'Promises'

const openMove = z
  .object({
    move: z.enum(promiseMoves),
    to: z.enum(promiseStates),
    side: z.enum(sides).describe('for whom it is made'),
    needs: z.array(z.enum(moveNeeds)).readonly().describe('without these it is refused; `day` is `answerBy` of a deferral'),
    takes: z.array(z.enum(moveNeeds)).readonly().describe('these may be given; `day` is `promisedOn`'),
    key: z.string().nullable(),
    label: z.string(),
  })
  .meta({ id: 'OpenMove', description: 'A move that you can make now.' })

/** How a promise moves, and what was done with it. */
export const moves = {
  make: operation({
    id: 'movePromise',
    method: 'POST',
    access: 'write',
    path,
    summary: 'Move a promise',
    description:
      'The only way in which the state, the day and the terms of a promise change, by the side whose move it is: the leads of its node who can sign in, else editors and owners. Which moves are possible where, and what each needs, is the table of docs/spec/promise.md. A move can be undone for ten minutes, until somebody has moved after it.',
    tag,
    params: recordParams('dependency'),
    body: z.strictObject({ id: moveId.optional().describe('of the move; made by the server unless given'), ...said }),
    answer: committedSchema.extend({
      item: move,
      dependency: need.nullable().describe('as it is now; null where this is a repeat and it was deleted since'),
    }),
    status: 201,
    errors: [
      ...writeErrors,
      'NOT_FOUND',
      'ID_TAKEN',
      'UNKNOWN_REFERENCE',
      'SELF_DEPENDENCY',
      'REASON_MISSING',
      'TERMS_MISSING',
      'PROMISE_NO_SUCH_MOVE',
      'PROMISE_NOT_YOUR_MOVE',
    ],
    example: { body: { move: 'counter', terms: { on: '2027-03-12' }, reason: 'Two of us are away until then.' } },
  }),
  history: operation({
    id: 'listMovesOfDependency',
    method: 'GET',
    access: 'read',
    path,
    summary: 'What was done with one promise, and what you can do now',
    description: 'Every move, oldest first. A promise that came with a document without its moves has none.',
    tag,
    params: recordParams('dependency'),
    answer: z.object({
      revision: revisionSchema,
      items: z.array(move).readonly(),
      open: z.array(openMove).readonly().describe('in the order of the table'),
    }),
    errors: ['NOT_FOUND', 'VALIDATION'],
  }),
  list: operation({
    id: 'listPromiseMoves',
    method: 'GET',
    access: 'read',
    path: '/networks/{network}/promise-moves',
    summary: 'List the moves of all promises',
    tag,
    params: networkParams,
    query: listQuery('promiseMove'),
    answer: pageOf(move),
    errors: ['NOT_FOUND', 'VALIDATION'],
  }),
} as const

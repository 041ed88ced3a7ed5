import { z } from 'zod'
import { termsSchema } from '../domain/entity.ts'
import { calendarDay } from '../domain/time-schema.ts'
import { promiseMoves } from '../domain/vocabulary.ts'
import { operation } from './operation.ts'
import { bodyErrors } from './scope.ts'

const instant = z.string().describe('instant, UTC')
const tag = 'Answers'
const params = z.strictObject({ token: z.string().min(1).max(1_000).describe('the last part of a link in a mail') })
const over = ['LINK_OVER', 'TOO_MANY_REQUESTS', 'VALIDATION'] as const

/** What a move may ask for beside the click. */
const needs = z.enum(['reason', 'terms', 'day', 'keyResult'])

const answerView = z
  .object({
    state: z.enum(['open', 'done']).describe('open: the move can be made; done: it was made by this link'),
    network: z.object({ name: z.string() }),
    person: z.object({ name: z.string() }),
    move: z.enum(promiseMoves),
    label: z.string().describe('the words of the button'),
    sentence: z.string().describe('what the move would do, or did'),
    dependency: z.object({
      what: z.string(),
      consumer: z.string(),
      consumerKeyResult: z.string(),
      supplier: z.string(),
      supplierKeyResult: z.string().nullable(),
      neededOn: z.string().nullable(),
      promisedOn: z.string().nullable(),
      condition: z.string().nullable(),
    }),
    onTable: z
      .object({
        on: z.string().nullable(),
        what: z.string(),
        condition: z.string().nullable(),
        isProposed: z.boolean().describe('one side has proposed these, and the other has not answered'),
      })
      .describe('what would be settled now; a counter says what of it should be otherwise'),
    needs: z.array(needs).describe('what has to be given with the answer'),
    expiresAt: instant,
    canUndo: z.boolean(),
  })
  .meta({ id: 'AnswerView' })

/** One answer to one promise by a link from a mail, without signing in. */
export const answers = {
  read: operation({
    id: 'readAnswer',
    method: 'GET',
    access: 'public',
    path: '/answers/{token}',
    summary: 'See what an answer link would do',
    description: 'It changes nothing, so that a mail program may look at it. A link that is wrong, used up or over is answered in one way.',
    tag,
    params,
    answer: answerView,
    errors: over,
  }),
  give: operation({
    id: 'giveAnswer',
    method: 'POST',
    access: 'public',
    path: '/answers/{token}',
    summary: 'Give the answer of a link',
    tag,
    params,
    body: z.strictObject({
      reason: z.string().min(1).max(10_000).optional(),
      terms: termsSchema.omit({ by: true }).partial().optional().describe('what is proposed: another day, thing or proof'),
      promisedOn: calendarDay.optional(),
      answerBy: calendarDay.optional(),
      supplierKeyResultId: z.string().min(1).max(200).optional(),
    }),
    answer: answerView,
    errors: [...over, ...bodyErrors, 'REASON_MISSING', 'TERMS_MISSING'],
    example: { body: {} },
  }),
  undo: operation({
    id: 'undoAnswer',
    method: 'POST',
    access: 'public',
    path: '/answers/{token}/undo',
    summary: 'Take the answer of a link back',
    description: 'As long as the rule of promises allows it: until the other side moved, ten minutes at most.',
    tag,
    params,
    answer: answerView,
    errors: [...over, 'CROSS_SITE', 'UNDO_TOO_LATE', 'PROMISE_MOVED_ON', 'NOTHING_TO_UNDO', 'UNDO_CHANGED_SINCE'],
  }),
} as const

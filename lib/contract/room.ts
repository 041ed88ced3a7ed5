import { z } from 'zod'
import { idOf } from '../domain/id-schema.ts'
import { statementKeys } from '../domain/ritual/question.ts'
import { ritualKinds } from '../domain/vocabulary.ts'
import { committedSchema } from './change.ts'
import { operation } from './operation.ts'
import { bodyErrors, networkParams, writeErrors } from './scope.ts'

const tag = 'Sessions'
const roomPath = '/networks/{network}/rituals/{ritual}'

export const ritualParams = z.strictObject({ ...networkParams.shape, ritual: idOf('ritual').describe('id of a session') })

export const questionKey = z
  .string()
  .min(1)
  .max(80)
  .describe(
    'of a plan `confidence`, `confidence:2` for a second vote, `draft:NODE_ID`; of a check `s1` to `s5` and `value`, and what its team writes together: `change`, `share`',
  )

const answerParams = z.strictObject({ ...ritualParams.shape, question: questionKey })

const answerBody = z
  .unknown()
  .describe(
    'as the question has it: `{value: 0-5, why?}`, `{lines: [{id, kind, text}]}`, `{colour: 0 red | 1 yellow | 2 green, trend: -1 | 0 | 1}`, `{text, mark}`, `{kind: start | stop, text}` or `{percent: 0-100}`',
  )

const seatSchema = z
  .object({
    id: z.string(),
    personId: z.string().nullable().describe('null for a guest'),
    name: z.string(),
    nodeId: z.string().nullable(),
    isGuest: z.boolean(),
    isHere: z.boolean().describe('has not left'),
  })
  .meta({ id: 'Seat' })

const spreadSchema = z
  .object({
    nodeId: z.string().nullable().describe('null: of all'),
    counts: z.array(z.int().min(0)).readonly().describe('votes for each choice, lowest first'),
    trends: z.array(z.int().min(0)).readonly().describe('votes for falling, steady and rising; empty where there is no trend'),
    voters: z.int().min(0),
  })
  .meta({ id: 'Spread' })

export const seenQuestionSchema = z
  .object({
    question: z.string(),
    answered: z.array(z.string()).readonly().describe('ids of seats'),
    mine: z.unknown().describe('null where the caller has not answered'),
    isRevealed: z.boolean().describe('whether its answers are open to those who may read them'),
    open: z
      .array(z.object({ seatId: z.string().nullable(), nodeId: z.string().nullable(), body: z.unknown() }))
      .readonly()
      .nullable()
      .describe('what was said in words; null while it is sealed, or for a question without words'),
    spread: z.array(spreadSchema).readonly().nullable().describe('null while it is sealed, or for a question without votes'),
  })
  .meta({ id: 'SealedQuestion' })

const roomSchema = z
  .object({
    seats: z.array(seatSchema).readonly(),
    me: z.string().nullable().describe('the seat of the caller'),
    questions: z.array(seenQuestionSchema).readonly().describe('those that somebody has answered'),
  })
  .meta({ id: 'Room' })

/** The room of a session as somebody may see it. */
export type RoomBody = z.infer<typeof roomSchema>

/** A question of a room as somebody may see it. */
export type RoomQuestion = z.infer<typeof seenQuestionSchema>

const inRoom = { tag, access: 'self', token: 'write', params: ritualParams } as const
const roomErrors = ['NOT_FOUND', 'FORBIDDEN', 'RITUAL_OVER'] as const

export const room = {
  read: operation({
    id: 'readRoom',
    method: 'GET',
    access: 'read',
    path: `${roomPath}/room`,
    summary: 'Who is in the room of a session, and what is open of what they answered',
    description:
      'An answer is sealed: nobody but its author reads it before its question is revealed. The stream of events of the network says `event: room` with `{"ritual": ID}` when something in it has changed.',
    tag,
    params: ritualParams,
    answer: roomSchema,
    errors: ['NOT_FOUND', 'VALIDATION'],
  }),
  sit: operation({
    ...inRoom,
    id: 'takeSeat',
    method: 'PUT',
    path: `${roomPath}/seat`,
    summary: 'Take a seat in a session, or sit down for another node',
    body: z.strictObject({ nodeId: idOf('node').nullable().default(null).describe('the node for which one is here') }),
    answer: roomSchema,
    errors: [...bodyErrors, ...roomErrors, 'UNKNOWN_REFERENCE'],
    example: { body: { nodeId: 'node_platform' } },
  }),
  leave: operation({
    ...inRoom,
    id: 'leaveSeat',
    method: 'DELETE',
    path: `${roomPath}/seat`,
    summary: 'Leave a session; what was answered stays',
    answer: roomSchema,
    errors: ['CROSS_SITE', 'VALIDATION', ...roomErrors],
  }),
  answer: operation({
    ...inRoom,
    id: 'giveSealedAnswer',
    method: 'PUT',
    path: `${roomPath}/answers/{question}`,
    params: answerParams,
    summary: 'Answer a question under seal, or answer it anew',
    description: 'Refused with SEALED once the question is revealed.',
    body: z.strictObject({ body: answerBody }),
    answer: roomSchema,
    errors: [...bodyErrors, ...roomErrors, 'SEALED', 'SEAT_MISSING'],
    example: { body: { body: { value: 4, why: 'Two asks are open' } } },
  }),
  withdraw: operation({
    ...inRoom,
    id: 'withdrawSealedAnswer',
    method: 'DELETE',
    path: `${roomPath}/answers/{question}`,
    params: answerParams,
    summary: 'Take an own answer back while it is sealed',
    answer: roomSchema,
    errors: ['CROSS_SITE', 'VALIDATION', ...roomErrors, 'SEALED', 'SEAT_MISSING'],
  }),
  reveal: operation({
    ...inRoom,
    id: 'revealAnswers',
    method: 'POST',
    path: `${roomPath}/reveal`,
    summary: 'Open the answers to a question',
    description:
      'By who leads the session, at any time; a draft also by who speaks for its node; anything else by everybody in the room once all who are here have answered. A vote on the plan leaves a tally of each node and of all.',
    body: z.strictObject({ question: questionKey }),
    answer: committedSchema,
    errors: [...writeErrors, ...roomErrors, 'SEALED', 'SEAT_MISSING'],
    example: { body: { question: 'confidence' } },
  }),
  share: operation({
    ...inRoom,
    id: 'shareTallies',
    method: 'POST',
    path: `${roomPath}/tallies`,
    summary: 'Let statements of a check leave the team, as counts',
    description: 'By the people of its node, for statements that are revealed and have at least four voters.',
    body: z.strictObject({ keys: z.array(z.enum(statementKeys)).min(1).max(statementKeys.length) }),
    answer: committedSchema,
    errors: [...writeErrors, 'NOT_FOUND', 'FORBIDDEN', 'SEALED'],
    example: { body: { keys: ['s1', 's3'] } },
  }),
  openToGuests: operation({
    ...inRoom,
    id: 'makeGuestLink',
    method: 'POST',
    path: `${roomPath}/guest-link`,
    summary: 'Make a link by which guests take part in a check',
    description: '`path` is shown here and never again; a link that was there before ends.',
    answer: z.object({ path: z.string().describe('such as /join/TOKEN'), expiresAt: z.string().describe('instant, UTC') }),
    status: 201,
    errors: ['CROSS_SITE', 'VALIDATION', ...roomErrors],
  }),
  closeToGuests: operation({
    ...inRoom,
    id: 'endGuestLink',
    method: 'DELETE',
    path: `${roomPath}/guest-link`,
    summary: 'End the link of the guests at once',
    answer: z.object({ id: z.string().describe('of the session') }),
    errors: ['CROSS_SITE', 'VALIDATION', ...roomErrors],
  }),
  byCode: operation({
    id: 'findSession',
    method: 'GET',
    access: 'signedIn',
    path: '/rituals/by-code/{code}',
    summary: 'Find an open session of an own network by its code',
    tag,
    params: z.strictObject({
      code: z.string().min(1).max(40).describe('six capital letters or digits; spaces, hyphens and small letters are read over'),
    }),
    answer: z.object({ network: z.string().describe('slug, or id where it has none'), ritual: z.string(), kind: z.enum(ritualKinds) }),
    errors: ['NOT_FOUND', 'TOO_MANY_REQUESTS', 'VALIDATION'],
  }),
} as const

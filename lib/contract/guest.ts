import { z } from 'zod'
import { ritualKinds, ritualPhases, ritualStates } from '../domain/vocabulary.ts'
import { operation } from './operation.ts'
import { questionKey, seenQuestionSchema } from './room.ts'
import { bodyErrors } from './scope.ts'

const tag = 'Sessions'
const instant = z.string().describe('instant, UTC')
const secretParams = z.strictObject({ token: z.string().min(1).max(200).describe('the last part of the link') })
const name = z.string().trim().max(60)

const guestRoom = z
  .object({
    ritual: z.object({ id: z.string(), title: z.string(), kind: z.enum(ritualKinds), phase: z.enum(ritualPhases), state: z.enum(ritualStates) }),
    nodeName: z.string().nullable().describe('whose check it is'),
    here: z.int().min(0).describe('how many are in the room'),
    me: z.object({ id: z.string(), name: z.string() }).nullable().describe('the seat whose secret was sent'),
    questions: z
      .array(seenQuestionSchema.omit({ answered: true }).extend({ answered: z.int().min(0).describe('how many have answered') }))
      .readonly()
      .describe('those that somebody has answered; without seats and names of others'),
    expiresAt: instant,
  })
  .meta({ id: 'GuestRoom' })

/** What a guest sees of a session. */
export type GuestRoomBody = z.infer<typeof guestRoom>

const errors = ['LINK_OVER', 'SESSION_ENDED', 'TOO_MANY_REQUESTS', 'VALIDATION'] as const
const description = 'The secret of a seat travels in the header `Weft-Seat`.'

/** How guests take part in one check by a link, without an account. */
export const guest = {
  read: operation({
    id: 'readGuestRoom',
    method: 'GET',
    access: 'public',
    path: '/guest/{token}',
    summary: 'What a guest sees of a session',
    description,
    tag,
    params: secretParams,
    answer: guestRoom,
    errors,
  }),
  sit: operation({
    id: 'takeGuestSeat',
    method: 'PUT',
    access: 'public',
    path: '/guest/{token}/seat',
    summary: 'Take a seat as a guest, or change the name on an own one',
    description: `${description} Without it a new seat is taken, and its secret is shown here and never again.`,
    tag,
    params: secretParams,
    body: z.strictObject({ name: name.default('') }),
    answer: z.object({ secret: z.string(), room: guestRoom }),
    errors: [...bodyErrors, ...errors],
    example: { body: { name: 'Sam' } },
  }),
  answer: operation({
    id: 'giveGuestAnswer',
    method: 'PUT',
    access: 'public',
    path: '/guest/{token}/answers/{question}',
    summary: 'Answer a question of a check as a guest, under seal',
    description,
    tag,
    params: z.strictObject({ ...secretParams.shape, question: questionKey }),
    body: z.strictObject({ body: z.unknown().describe('as the question has it') }),
    answer: guestRoom,
    errors: [...bodyErrors, ...errors, 'SEALED', 'SEAT_MISSING'],
    example: { body: { body: { colour: 2, trend: 0 } } },
  }),
  events: operation({
    id: 'streamGuestRoom',
    method: 'GET',
    access: 'public',
    path: '/guest/{token}/events',
    summary: 'Hear when a session moves on, or something in its room has changed',
    tag,
    params: secretParams,
    answer: z.string(),
    answerType: 'text/event-stream',
    errors: [...errors, 'UNAVAILABLE'],
  }),
} as const

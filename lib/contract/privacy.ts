import { z } from 'zod'
import { entityNames } from '../domain/ids.ts'
import { proposalStates } from '../domain/vocabulary.ts'
import { committedSchema } from './change.ts'
import { operation } from './operation.ts'
import { recordSchema } from './record-schema.ts'
import { noParams, recordParams } from './scope.ts'

const instant = z.string().describe('instant, UTC')
const titled = z.object({ id: z.string(), title: z.string() })

const ownNetwork = z.object({
  id: z.string(),
  name: z.string(),
  role: z.string(),
  person: recordSchema('person', 'Person').nullable(),
  participations: z.array(recordSchema('participation', 'Participation')),
  objectives: z.array(titled).describe('those that you own'),
  keyResults: z.array(titled).describe('those that you own'),
  healthMetrics: z.array(z.object({ id: z.string(), name: z.string() })).describe('those that you own'),
  checkIns: z.array(recordSchema('checkIn', 'CheckIn')).describe('by you'),
  promiseMoves: z.array(recordSchema('promiseMove', 'PromiseMove')).describe('by you'),
  comments: z.array(recordSchema('comment', 'Comment')).describe('by you, and those that mention you'),
  resolved: z.array(z.object({ id: z.string(), at: instant.nullable() })).describe('comments that you resolved'),
  readings: z.array(recordSchema('healthReading', 'HealthReading')).describe('by you'),
  looks: z.array(recordSchema('exchangeCheck', 'ExchangeCheck')).describe('at relationships, by you'),
  reasons: z.array(recordSchema('reason', 'Reason')).describe('why something was changed, in your words'),
  namedSnapshots: z.array(recordSchema('mark', 'Mark')).describe('moments that you named'),
  proposals: z.array(recordSchema('proposal', 'Proposal')).describe('by you'),
  decisions: z
    .array(z.object({ id: z.string(), title: z.string(), state: z.enum(proposalStates), decision: z.string().nullable(), at: instant.nullable() }))
    .describe('on proposals, by you'),
  sessions: z
    .array(z.object({ id: z.string(), title: z.string(), at: instant, opened: z.boolean(), led: z.boolean() }))
    .describe('those that you opened or lead'),
  entries: z.array(recordSchema('ritualItem', 'SessionEntry')).describe('of sessions: written by you, and those that are yours to do'),
  signatures: z.array(recordSchema('signOff', 'SignOff')).describe('by you'),
  acceptedFindings: z.array(recordSchema('acceptance', 'Acceptance')).describe('those that you answer for'),
  whatIfs: z.array(recordSchema('whatIf', 'WhatIf')).describe('those that you keep'),
  attended: z.array(z.object({ id: z.string(), title: z.string(), at: instant })).describe('sessions at which you were present'),
  seats: z.array(z.object({ ritualId: z.string(), nodeId: z.string().nullable(), joinedAt: instant, leftAt: instant.nullable() })),
  sealedAnswers: z.array(z.object({ ritualId: z.string(), question: z.string(), body: z.unknown(), at: instant })).describe('your own, open or not'),
  notifications: z.array(z.object({ kind: z.string(), subject: z.string(), subjectId: z.string(), at: instant, readAt: instant.nullable() })),
  changeSets: z
    .array(z.object({ id: z.string(), revision: z.int(), at: instant, command: z.string(), summary: z.string() }))
    .describe('what you did'),
  tokens: z.array(z.object({ name: z.string(), scope: z.string(), createdAt: instant, expiresAt: instant, lastUsedAt: instant.nullable() })),
})

const ownData = z
  .object({
    format: z.literal('weft-own-data/1'),
    exportedAt: instant,
    account: z.object({
      id: z.string(),
      name: z.string(),
      email: z.string(),
      createdAt: instant,
      hasSecondFactor: z.boolean(),
      isInstanceOwner: z.boolean(),
      signIns: z.array(z.object({ provider: z.string(), createdAt: instant })).describe('how you can sign in'),
    }),
    sessions: z.array(
      z.object({ signedInAt: instant, lastSeenAt: instant, expiresAt: instant, address: z.string().nullable(), browser: z.string().nullable() }),
    ),
    networks: z.array(ownNetwork),
  })
  .meta({ id: 'OwnData' })

/** What is known of a person, and how it is forgotten. */
export const privacy = {
  exportOwnData: operation({
    id: 'exportOwnData',
    method: 'GET',
    access: 'signedIn',
    path: '/account/export',
    summary: 'Everything that this server knows about you',
    description: 'Your account without its secrets, and in each network your person, what you own, reported, moved, said and changed.',
    tag: 'Accounts',
    params: noParams,
    answer: ownData,
    errors: ['VALIDATION', 'FORBIDDEN'],
  }),
  erasePerson: operation({
    id: 'erasePerson',
    method: 'DELETE',
    access: 'self',
    path: '/networks/{network}/people/{id}/identity',
    summary: 'Erase name and address of a person, for good',
    description:
      'An owner of the network may, and the person. What the person did stays, told of a pseudonym such as “Former member 3”. Membership, invitations, tokens and notifications of the person end, and the account is deleted where it has no other network. It cannot be undone. What others wrote about the person in titles and notes stays as they wrote it.',
    tag: 'People',
    params: recordParams('person'),
    query: z.strictObject({ confirm: z.string().max(500).describe('the name of the person; the id, where the record was deleted before') }),
    answer: z.object({
      committed: committedSchema,
      pseudonym: z.string(),
      account: z.enum(['deleted', 'kept', 'none']).describe('kept: it has other networks, or is that of an owner of the server'),
      stillNamed: z
        .array(z.object({ entity: z.enum(entityNames), id: z.string(), field: z.string() }))
        .readonly()
        .describe('texts that people typed and in which the name or an address still stands; at most 100'),
    }),
    errors: ['NOT_FOUND', 'VALIDATION', 'CROSS_SITE', 'FORBIDDEN', 'LAST_OWNER'],
  }),
} as const

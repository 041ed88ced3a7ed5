import { z } from 'zod'
import { idOf } from '../domain/id-schema.ts'
import { roles } from '../domain/vocabulary.ts'
import { operation } from './operation.ts'
import { networkParams } from './scope.ts'

const tag = 'Members'
const role = z.enum(roles)
const writing = ['NOT_JSON', 'MEDIA_TYPE', 'CROSS_SITE', 'TOO_LARGE', 'VALIDATION', 'NOT_FOUND'] as const
const personParams = z.strictObject({ ...networkParams.shape, personId: idOf('person') })

const memberSchema = z
  .object({
    personId: z.string(),
    name: z.string(),
    email: z.string().nullable().describe('of the account; null unless you own the network'),
    role,
    joinedAt: z.string().describe('instant, UTC'),
    isDisabled: z.boolean().describe('the account cannot sign in'),
    isYou: z.boolean(),
  })
  .meta({ id: 'Member' })

export type Member = z.infer<typeof memberSchema>

const done = z.object({ personId: z.string() })

/** Who can sign in to a network, and with which role. */
export const members = {
  list: operation({
    id: 'listMembers',
    method: 'GET',
    access: 'read',
    path: '/networks/{network}/members',
    summary: 'List who can sign in to a network',
    tag,
    params: networkParams,
    answer: z.object({ items: z.array(memberSchema) }),
    errors: ['NOT_FOUND', 'VALIDATION'],
  }),
  change: operation({
    id: 'changeMember',
    method: 'PATCH',
    access: 'manage',
    path: '/networks/{network}/members/{personId}',
    summary: 'Give a member another role',
    description: 'It holds at once, for open pages too. A network keeps at least one owner.',
    tag,
    params: personParams,
    body: z.strictObject({ role }),
    answer: done,
    errors: [...writing, 'LAST_OWNER'],
  }),
  remove: operation({
    id: 'removeMember',
    method: 'DELETE',
    access: 'manage',
    path: '/networks/{network}/members/{personId}',
    summary: 'End a membership',
    description: 'The account loses the network at once, and the tokens made for it. The person and all that they did stay.',
    tag,
    params: personParams,
    answer: done,
    errors: ['CROSS_SITE', 'VALIDATION', 'NOT_FOUND', 'LAST_OWNER'],
  }),
  leave: operation({
    id: 'leaveNetwork',
    method: 'POST',
    access: 'self',
    path: '/networks/{network}/leave',
    summary: 'Leave a network',
    tag,
    params: networkParams,
    answer: done,
    errors: ['CROSS_SITE', 'VALIDATION', 'NOT_FOUND', 'LAST_OWNER'],
  }),
  join: operation({
    id: 'joinNetwork',
    method: 'POST',
    access: 'instance',
    path: '/networks/{network}/join',
    summary: 'Join a network of your server as its owner',
    description: 'For the owner of the server: makes them a person of the network, with the role owner, so that what they change is told as theirs.',
    tag,
    params: networkParams,
    answer: done,
    status: 201,
    errors: ['CROSS_SITE', 'VALIDATION', 'NOT_FOUND', 'ALREADY_MEMBER'],
  }),
} as const

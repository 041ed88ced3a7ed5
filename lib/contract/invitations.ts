import { z } from 'zod'
import { idOf } from '../domain/id-schema.ts'
import { textUpTo } from '../domain/text.ts'
import { roles, tiers } from '../domain/vocabulary.ts'
import { operation } from './operation.ts'
import { networkParams } from './scope.ts'
import { newPassword, personEmail } from './setup.ts'
import { rowId } from './tokens.ts'

const tag = 'Invitations'
const instant = z.string().describe('instant, UTC')
const writing = ['NOT_JSON', 'MEDIA_TYPE', 'CROSS_SITE', 'TOO_LARGE', 'VALIDATION'] as const

const invitationSchema = z
  .object({
    id: z.string(),
    role: z.enum(roles),
    personId: z.string().nullable(),
    nodeId: z.string().nullable(),
    tier: z.enum(tiers).nullable(),
    email: z.string().nullable(),
    createdAt: instant,
    expiresAt: instant,
    state: z.enum(['open', 'accepted', 'revoked', 'expired']),
  })
  .meta({ id: 'Invitation' })

export type Invitation = z.infer<typeof invitationSchema>

const made = z.object({
  item: invitationSchema,
  path: z.string().describe('such as /invite/TOKEN; shown here and never again'),
  isSent: z.boolean().describe('whether it went out by mail'),
})
const oneParams = z.strictObject({ ...networkParams.shape, id: rowId })
const secretParams = z.strictObject({ token: z.string().min(1).max(200).describe('the last part of the link') })

/** Ways in for people who have no part in a network yet. A link holds for seven days and for one person. */
export const invitations = {
  list: operation({
    id: 'listInvitations',
    method: 'GET',
    access: 'manage',
    path: '/networks/{network}/invitations',
    summary: 'List invitations',
    tag,
    params: networkParams,
    answer: z.object({ items: z.array(invitationSchema) }),
    errors: ['NOT_FOUND', 'VALIDATION'],
  }),
  create: operation({
    id: 'createInvitation',
    method: 'POST',
    access: 'manage',
    path: '/networks/{network}/invitations',
    summary: 'Invite somebody',
    description:
      'With `personId` the guest becomes that person, such as a placeholder; with `nodeId` and `tier` they take part in a node at once. With `email` only that address may accept, and the link goes out by mail where the server can send any.',
    tag,
    params: networkParams,
    body: z.strictObject({
      role: z.enum(roles),
      personId: idOf('person').nullable().default(null),
      nodeId: idOf('node').nullable().default(null),
      tier: z.enum(tiers).nullable().default(null),
      email: personEmail.nullable().default(null),
    }),
    answer: made,
    status: 201,
    errors: [...writing, 'NOT_FOUND', 'ALREADY_MEMBER'],
    example: { body: { role: 'contributor', nodeId: 'node_client', tier: 'lead', email: 'ben@example.org' } },
  }),
  renew: operation({
    id: 'renewInvitation',
    method: 'POST',
    access: 'manage',
    path: '/networks/{network}/invitations/{id}/renew',
    summary: 'Send an invitation again, with another link and seven more days',
    tag,
    params: oneParams,
    answer: made,
    errors: ['CROSS_SITE', 'VALIDATION', 'NOT_FOUND', 'LINK_OVER'],
  }),
  revoke: operation({
    id: 'revokeInvitation',
    method: 'DELETE',
    access: 'manage',
    path: '/networks/{network}/invitations/{id}',
    summary: 'Take an invitation back',
    tag,
    params: oneParams,
    answer: z.object({ id: z.string() }),
    errors: ['CROSS_SITE', 'VALIDATION', 'NOT_FOUND'],
  }),
  read: operation({
    id: 'readInvitation',
    method: 'GET',
    access: 'public',
    path: '/invitations/{token}',
    summary: 'What an invitation is to',
    tag,
    params: secretParams,
    answer: z.object({
      network: z.object({ name: z.string() }),
      inviter: z.string(),
      role: z.enum(roles),
      node: z.object({ name: z.string(), tier: z.enum(tiers) }).nullable(),
      person: z.string().nullable().describe('the name of the person that one will be'),
      email: z.string().nullable().describe('the only address that may accept'),
      expiresAt: instant,
    }),
    errors: ['LINK_OVER', 'TOO_MANY_REQUESTS', 'VALIDATION'],
  }),
  accept: operation({
    id: 'acceptInvitation',
    method: 'POST',
    access: 'public',
    path: '/invitations/{token}/accept',
    summary: 'Accept an invitation',
    description:
      'Signed in, nothing more is needed. A newcomer gives a name and a password, and an e-mail address unless the invitation holds one: that makes the account, which can sign in then.',
    tag,
    params: secretParams,
    body: z.strictObject({
      name: textUpTo(200).min(1).optional(),
      email: personEmail.optional(),
      password: newPassword.optional(),
    }),
    answer: z.object({
      network: z.object({ id: z.string(), slug: z.string().nullable(), name: z.string() }),
      personId: z.string(),
      isNewAccount: z.boolean(),
    }),
    errors: [...writing, 'LINK_OVER', 'TOO_MANY_REQUESTS', 'ALREADY_MEMBER', 'FORBIDDEN', 'NOT_FOUND'],
  }),
} as const

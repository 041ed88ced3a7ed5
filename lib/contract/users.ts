import { z } from 'zod'
import { operation } from './operation.ts'
import { noParams } from './scope.ts'

const tag = 'Users of the server'
const writing = ['NOT_JSON', 'MEDIA_TYPE', 'CROSS_SITE', 'TOO_LARGE', 'VALIDATION', 'NOT_FOUND'] as const
const userParams = z.strictObject({ id: z.string().min(1).max(100).describe('id of an account') })

const userSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    isInstanceOwner: z.boolean(),
    isDisabled: z.boolean(),
    hasSecondFactor: z.boolean(),
    createdAt: z.string().describe('instant, UTC'),
  })
  .meta({ id: 'User' })

const answer = z.object({ item: userSchema })

/** The accounts of a server, for its owners. */
export const users = {
  list: operation({
    id: 'listUsers',
    method: 'GET',
    access: 'instance',
    path: '/users',
    summary: 'List the accounts of this server',
    tag,
    params: noParams,
    answer: z.object({ items: z.array(userSchema) }),
    errors: ['VALIDATION'],
  }),
  update: operation({
    id: 'updateUser',
    method: 'PATCH',
    access: 'instance',
    path: '/users/{id}',
    summary: 'Disable an account, or make it an owner of this server',
    description: 'A disabled account is signed out everywhere within a second and cannot sign in. The last owner who can sign in stays one.',
    tag,
    params: userParams,
    body: z.strictObject({ isDisabled: z.boolean().optional(), isInstanceOwner: z.boolean().optional() }),
    answer,
    errors: [...writing, 'LAST_OWNER'],
  }),
  resetLink: operation({
    id: 'makeResetLink',
    method: 'POST',
    access: 'instance',
    path: '/users/{id}/reset-link',
    summary: 'Make a link by which somebody sets a new password',
    description: 'For servers that send no mail: hand it over yourself. It works once, for a day, and ends the links before it.',
    tag,
    params: userParams,
    answer: z.object({ link: z.string(), expiresAt: z.string().describe('instant, UTC') }),
    errors: ['CROSS_SITE', 'VALIDATION', 'NOT_FOUND'],
  }),
} as const

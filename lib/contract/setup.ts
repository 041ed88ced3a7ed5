import { z } from 'zod'
import { operation } from './operation.ts'
import { noParams } from './scope.ts'

const tag = 'Accounts'

/** Name, address and password of somebody who gets an account. How good a password has to be is said in docs/spec/accounts.md. */
export const personName = z.string().trim().min(1).max(200)
export const personEmail = z.email().max(320)
/** checked by the server against the common ones, too */
export const newPassword = z.string().min(1).max(1_000)

/** How a server gets its first owner. */
export const setup = {
  read: operation({
    id: 'readSetup',
    method: 'GET',
    access: 'public',
    path: '/setup',
    summary: 'Whether this server has its first owner',
    tag,
    params: noParams,
    answer: z.object({ isClaimed: z.boolean() }),
    errors: ['VALIDATION'],
  }),
  claim: operation({
    id: 'claimSetup',
    method: 'POST',
    access: 'public',
    path: '/setup',
    summary: 'Become the first owner of this server',
    description:
      'With the one-time token of the link that the server prints when it starts. Makes you owner of the server and of every network on it, and signs you in by a cookie.',
    tag,
    params: noParams,
    body: z.strictObject({ token: z.string().min(1).max(200), name: personName, email: personEmail, password: newPassword }),
    answer: z.object({ isClaimed: z.literal(true) }),
    status: 201,
    errors: ['NOT_JSON', 'MEDIA_TYPE', 'CROSS_SITE', 'TOO_LARGE', 'VALIDATION', 'LINK_OVER', 'TOO_MANY_REQUESTS'],
    example: { body: { token: 'the token of the start line', name: 'Ana Lind', email: 'ana@example.org', password: 'four words nobody guesses' } },
  }),
} as const

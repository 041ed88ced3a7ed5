import { z } from 'zod'
import { operation } from './operation.ts'
import { noParams } from './scope.ts'
import { newPassword, personEmail } from './setup.ts'

const tag = 'Accounts'
const writing = ['NOT_JSON', 'MEDIA_TYPE', 'CROSS_SITE', 'TOO_LARGE', 'VALIDATION'] as const
const instant = z.string().describe('instant, UTC')
const done = z.object({ isDone: z.literal(true) })

const signedIn = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    isInstanceOwner: z.boolean().describe('owner of this server'),
    hasSecondFactor: z.boolean(),
    hasPassword: z.boolean().describe('false for somebody who signs in elsewhere only'),
  })
  .meta({ id: 'SignedInUser' })

const sessionSchema = z
  .object({
    id: z.string(),
    isCurrent: z.boolean(),
    signedInAt: instant,
    lastSeenAt: instant.describe('to the hour'),
    expiresAt: instant,
    address: z.string().nullable(),
    browser: z.string().nullable().describe('what the browser says it is'),
  })
  .meta({ id: 'AccountSession' })

/** One’s own account: who is signed in where, and the way out. */
const own = {
  session: operation({
    id: 'readSession',
    method: 'GET',
    access: 'public',
    path: '/session',
    summary: 'Who is signed in, and how one can sign in here',
    tag,
    params: noParams,
    answer: z.object({
      user: signedIn.nullable(),
      isClaimed: z.boolean().describe('false until the server has its first owner'),
      ways: z.object({ password: z.boolean(), oidc: z.object({ name: z.string() }).nullable() }),
      hasMail: z.boolean().describe('whether this server can send mail'),
    }),
    errors: ['VALIDATION'],
  }),
  sessions: operation({
    id: 'listSessions',
    method: 'GET',
    access: 'signedIn',
    path: '/account/sessions',
    summary: 'Where you are signed in',
    tag,
    params: noParams,
    answer: z.object({ items: z.array(sessionSchema) }),
    errors: ['VALIDATION'],
  }),
  endSession: operation({
    id: 'endSession',
    method: 'DELETE',
    access: 'signedIn',
    path: '/account/sessions/{id}',
    summary: 'Sign out one of your browsers',
    tag,
    params: z.strictObject({ id: z.string().min(1).max(100).describe('id of a session') }),
    answer: done,
    errors: ['CROSS_SITE', 'VALIDATION', 'NOT_FOUND'],
  }),
  endOtherSessions: operation({
    id: 'endOtherSessions',
    method: 'DELETE',
    access: 'signedIn',
    path: '/account/sessions',
    summary: 'Sign out all your other browsers',
    tag,
    params: noParams,
    answer: done,
    errors: ['CROSS_SITE', 'VALIDATION'],
  }),
  remove: operation({
    id: 'deleteAccount',
    method: 'POST',
    access: 'signedIn',
    path: '/account/delete',
    summary: 'Delete your account',
    description: 'You leave every network; your name and address are erased from them, and history keeps a pseudonym. This cannot be undone.',
    tag,
    params: noParams,
    body: z.strictObject({
      email: z.string().max(320).describe('your own address, letter by letter'),
      password: z.string().max(1_000).nullable().default(null).describe('null for an account without one'),
    }),
    answer: done,
    errors: [...writing, 'LAST_OWNER', 'TOO_MANY_REQUESTS'],
  }),
} as const

/** A new password for somebody who cannot sign in. */
const reset = {
  requestReset: operation({
    id: 'requestPasswordReset',
    method: 'POST',
    access: 'public',
    path: '/password-reset',
    summary: 'Have a link sent by which a new password can be set',
    description:
      'The answer is the same whether or not there is such an account. Where the server sends no mail (`hasMail` of the session), its owner makes the link on the command line.',
    tag,
    params: noParams,
    body: z.strictObject({ email: personEmail }),
    answer: z.object({ isMailed: z.boolean().describe('whether this server sends mail at all') }),
    errors: [...writing, 'TOO_MANY_REQUESTS'],
  }),
  reset: operation({
    id: 'resetPassword',
    method: 'POST',
    access: 'public',
    path: '/password-reset/new',
    summary: 'Set a new password by a link',
    description: 'Ends every session of the account. A link works once: /reset/TOKEN.',
    tag,
    params: noParams,
    body: z.strictObject({ token: z.string().min(1).max(200), password: newPassword }),
    answer: z.object({ email: z.string() }),
    errors: [...writing, 'LINK_OVER', 'TOO_MANY_REQUESTS'],
  }),
} as const

export const account = { ...own, ...reset } as const

import { z } from 'zod'
import { longestPassword } from './passwords.ts'

/** How far the tries of an endpoint are limited: by the account that it names, by that of the session, or by the address alone. */
type Limit = 'account' | 'session' | 'address'

/** One endpoint of the account library that can be reached. */
export type Endpoint = {
  readonly method: 'GET' | 'POST'
  /** below /api/auth */
  readonly path: string
  /** what its body may hold, and nothing else; absent where there is none */
  readonly body?: z.ZodObject
  readonly limit?: Limit
}

const password = z.string().min(1).max(longestPassword)
const code = z.strictObject({ code: z.string().trim().min(4).max(40) })
const secret = z.strictObject({ password })
const nothing = z.strictObject({})

/** A page of this server to go back to: a path, so that no other site can be meant. */
const returnPath = z
  .string()
  .max(500)
  .regex(/^\/(?![/\\])[\x21-\x7e]*$/, 'has to be a path of this server')

/** Every endpoint of the account library that can be reached over HTTP; whatever is not here is 404. */
export const endpoints: readonly Endpoint[] = [
  {
    method: 'POST',
    path: '/sign-in/email',
    body: z.strictObject({ email: z.string().max(320), password, rememberMe: z.boolean().optional() }),
    limit: 'account',
  },
  {
    method: 'POST',
    path: '/sign-in/social',
    body: z.strictObject({ provider: z.literal('oidc'), callbackURL: returnPath.optional() }),
    limit: 'address',
  },
  { method: 'GET', path: '/callback/oidc' },
  { method: 'POST', path: '/sign-out', body: nothing },
  { method: 'GET', path: '/get-session' },
  {
    method: 'POST',
    path: '/change-password',
    body: z.strictObject({ currentPassword: password, newPassword: z.string().min(1).max(1_000) }),
    limit: 'session',
  },
  { method: 'POST', path: '/update-user', body: z.strictObject({ name: z.string().trim().min(1).max(200) }) },
  { method: 'POST', path: '/two-factor/enable', body: secret, limit: 'session' },
  { method: 'POST', path: '/two-factor/verify-totp', body: code, limit: 'address' },
  { method: 'POST', path: '/two-factor/verify-backup-code', body: code, limit: 'address' },
  { method: 'POST', path: '/two-factor/generate-backup-codes', body: secret, limit: 'session' },
  { method: 'POST', path: '/two-factor/disable', body: secret, limit: 'session' },
]

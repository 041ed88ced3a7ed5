import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { APIError } from 'better-auth/api'
import { betterAuth } from 'better-auth/minimal'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { v7 } from 'uuid'
import type { OidcConfig } from '../config.ts'
import type { Log } from '../log.ts'
import type { Store } from '../store-contract.ts'
import { withHashedSessions } from './hashed-sessions.ts'
import { admission, oidcPlugin } from './oidc.ts'
import { longestPassword, shortestPassword } from './passwords.ts'
import { absoluteDays } from './sessions.ts'

/** The answer to a right password of an account that may not sign in. */
const disabled = { code: 'ACCOUNT_DISABLED', message: 'This account cannot sign in.' }

export const authBase = '/api/auth'

/** The header in which the library is told the client's address; what a client sends under this name is dropped. */
export const addressHeader = 'x-weft-address'

export type LibraryOptions = {
  readonly secret: string
  /** scheme and host under which browsers reach the server */
  readonly origin: string
  readonly log: Pick<Log, 'error'>
  readonly oidc: OidcConfig | null
  readonly store: Store
  readonly clock: () => Date
}

/** `__Host-` binds a cookie to this host and to https; a browser takes it over https only. */
export function cookiePrefixOf(origin: string): string {
  return origin.startsWith('https:') ? '__Host-weft' : 'weft'
}

export function sessionCookieOf(origin: string): string {
  return `${cookiePrefixOf(origin)}.session_token`
}

/** The account library over our tables. It is reached through the list of `endpoints.ts` only, which also limits tries and checks passwords. */
export function openLibrary({ store, secret, origin, log, oidc, clock }: LibraryOptions) {
  const handle = store.accounts
  return betterAuth({
    appName: 'Weft',
    baseURL: origin,
    basePath: authBase,
    secret,
    database: withHashedSessions(drizzleAdapter(handle.db, { provider: handle.provider, schema: handle.tables, transaction: false })),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: shortestPassword, maxPasswordLength: longestPassword },
    user: {
      ...(oidc && { validateUserInfo: admission(store, oidc, clock) }),
      additionalFields: {
        isInstanceOwner: { type: 'boolean', required: false, input: false, defaultValue: false },
        disabledAt: { type: 'date', required: false, input: false },
      },
    },
    account: { updateAccountOnSignIn: false, encryptOAuthTokens: true, accountLinking: { enabled: true, requireLocalEmailVerified: false } },
    session: { expiresIn: absoluteDays * 86_400, disableSessionRefresh: true },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { level: 'error', log: (_level, message) => log.error({ about: 'accounts' }, message) },
    onAPIError: { errorURL: '/sign-in' },
    advanced: {
      cookiePrefix: cookiePrefixOf(origin),
      useSecureCookies: false,
      defaultCookieAttributes: { secure: origin.startsWith('https:'), httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { ipAddressHeaders: [addressHeader] },
      database: { generateId: ({ model }) => `${model}_${v7()}` },
    },
    plugins: [twoFactor({ issuer: 'Weft' }), ...(oidc ? [oidcPlugin(oidc)] : [])],
    databaseHooks: {
      session: {
        create: {
          before: async (session, context) => {
            const user = await context?.context.internalAdapter.findUserById(session.userId)
            if (!user || Reflect.get(user, 'disabledAt')) throw APIError.from('UNAUTHORIZED', disabled)
          },
        },
      },
    },
  })
}

export type Library = ReturnType<typeof openLibrary>

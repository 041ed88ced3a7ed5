import type { BetterAuthOptions } from 'better-auth'
import { genericOAuth } from 'better-auth/plugins/generic-oauth'
import { ask, tell } from '../../../db/query.ts'
import type { OidcConfig } from '../config.ts'
import type { Store } from '../store-contract.ts'
import { sameEmail } from './users.ts'

/** The name of the configured provider inside Weft: there is one at most. */
export const oidcProvider = 'oidc'

/** The provider as the library wants it: authorization code with PKCE, state and nonce; the ID token has to be signed by the provider's keys. */
export function oidcPlugin({ issuer, clientId, clientSecret, name }: OidcConfig) {
  return genericOAuth({
    config: [
      {
        providerId: oidcProvider,
        name,
        discoveryUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
        clientId,
        clientSecret,
        scopes: ['openid', 'email', 'profile'],
        pkce: true,
        requireIdTokenVerification: true,
      },
    ],
  })
}

type Validate = NonNullable<NonNullable<BetterAuthOptions['user']>['validateUserInfo']>

/**
 * Keeps an account to whom its address belongs: where nobody has proved that yet, a provider that has verified the address does, and whatever
 * somebody else may have set before (password, sessions, second factor) is gone.
 */
async function proveAddress(store: Store, userId: string): Promise<void> {
  await store.write('accounts', function* (statements) {
    const [user] = yield* ask(statements.userById, { userId })
    if (!user || user.emailVerified) return
    yield* tell(statements.removeCredential, { userId })
    yield* tell(statements.removeSecondFactor, { userId })
    yield* tell(statements.removeSessionsOf, { userId })
  })
}

async function isInvited(store: Store, email: string, now: Date): Promise<boolean> {
  const found = await store.ask((statements) => ask(statements.invitationsFor, { email: sameEmail(email) }))
  return found.some(({ acceptedAt, revokedAt, expiresAt }) => acceptedAt === null && revokedAt === null && expiresAt > now)
}

/** Decides who may come by the provider: users that are there; new ones who were invited, or whose domain is let in; verified addresses only. */
export function admission(store: Store, { allowedDomains }: Pick<OidcConfig, 'allowedDomains'>, clock: () => Date): Validate {
  return async ({ user, source }) => {
    if (source.action === 'sign-in') return
    const email = user.email ?? ''
    if (user.emailVerified !== true) return { error: 'email_not_verified' }
    if (source.action === 'link-account') return proveAddress(store, user.id ?? '')
    const domain = sameEmail(email).split('@').at(-1) ?? ''
    if (allowedDomains.includes(domain) || (await isInvited(store, email, clock()))) return
    return { error: 'not_invited' }
  }
}

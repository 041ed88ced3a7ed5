import { ask, tell } from '../../../db/query.ts'
import type { Access } from '../access/access.ts'
import type { OidcConfig } from '../config.ts'
import type { Log } from '../log.ts'
import type { Mail } from '../mail/mail.ts'
import type { Store } from '../store-contract.ts'
import { type Library, openLibrary, sessionCookieOf } from './library.ts'
import { type Limits, makeLimits } from './limits.ts'
import type { AuthMount } from './mount.ts'
import { makeSessions, type Sessions } from './sessions.ts'
import { makeSetup, type Setup } from './setup.ts'

/** Everything about users and sign-ins of this server. */
export type Accounts = {
  readonly store: Store
  readonly library: Library
  readonly sessions: Sessions
  readonly limits: Limits
  readonly setup: Setup
  /** scheme and host under which browsers reach the server */
  readonly origin: string
  readonly mount: AuthMount
  readonly clock: () => Date
  readonly log: Pick<Log, 'error'>
  /** null where no mail server is configured */
  readonly mail: Mail | null
  /** how else one can sign in; null where no provider is configured */
  readonly oidc: { readonly name: string } | null
  /** hashes a password as the library does */
  readonly hash: (password: string) => Promise<string>
  readonly verify: (given: { readonly hash: string; readonly password: string }) => Promise<boolean>
  /** Something about a user or a session has changed: what is remembered of it is forgotten. */
  readonly changed: () => void
  readonly close: () => void
}

export type AccountOptions = {
  readonly store: Store
  readonly secret: string
  readonly origin: string
  readonly log: Pick<Log, 'error'>
  readonly mail?: Mail | null
  readonly oidc?: OidcConfig | null
  readonly clock?: () => Date
  readonly access: Access
}

const hourMs = 3_600_000

/** Removes what is over, now and every hour: only space is at stake, so what fails is tried again later. */
function keepTidy(store: Store, limits: Limits, clock: () => Date): () => void {
  const tidy = async () => {
    await store.write('accounts', function* (statements) {
      yield* tell(statements.removeOverSessions, { now: clock() })
      yield* tell(statements.removeOverTokens, { now: clock() })
    })
    await limits.forgetOld()
  }
  const run = () => void tidy().catch(() => undefined)
  const timer = setInterval(run, hourMs).unref()
  run()
  return () => clearInterval(timer)
}

/** Opens the accounts of a server over its store. */
export function openAccounts({ store, secret, origin, log, mail = null, oidc = null, access, clock = () => new Date() }: AccountOptions): Accounts {
  const library = openLibrary({ store, secret, origin, log, oidc, clock })
  const sessions = makeSessions({ store, secret, cookieName: sessionCookieOf(origin), clock })
  const limits = makeLimits(store, clock)
  const hash = async (password: string) => (await library.$context).password.hash(password)
  const verify: Accounts['verify'] = async (given) => (await library.$context).password.verify(given)
  access.onChange(sessions.forget)
  const changed = () => access.changed()
  const ownWords = async (userId: string) => {
    const [user] = await store.ask((statements) => ask(statements.userById, { userId }))
    return user ? [user.name, user.email] : []
  }
  return {
    ...{ store, library, sessions, limits, origin, clock, log, mail, hash, verify, changed },
    oidc: oidc && { name: oidc.name },
    setup: makeSetup({ store, access, hash, clock }),
    mount: { library, sessions, limits, origin, ownWords, changed },
    close: keepTidy(store, limits, clock),
  }
}

/** The accounts of a process that has some. Without them, as in tests of other things, their operations are a mistake of the program. */
export function openedAccounts(accounts: Accounts | null): Accounts {
  if (accounts) return accounts
  throw new Error('no accounts are open in this process')
}

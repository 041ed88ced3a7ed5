import { createHash } from 'node:crypto'
import { ask, tell } from '../../../db/query.ts'
import { DomainError } from '../../domain/error.ts'
import type { Store } from '../store-contract.ts'

const windowMs = 15 * 60_000

/** How many wrong tries a quarter of an hour has for each thing that is limited. The try that reaches the number is refused unheard. */
const mostTries = { account: 10, address: 20 } as const

/** What is tried: a secret of an account, from an address. */
export type Tried = { readonly account: string | null; readonly address: string }

export type Limits = {
  /**
   * Counts a try before it is made, so that many at once are no way around.
   *
   * @returns what to call when the try was right: it is taken back, and the account's wrong ones are forgotten
   * @throws DomainError TOO_MANY_REQUESTS with `retryAfterSeconds`
   */
  readonly count: (tried: Tried) => Promise<() => Promise<void>>
  readonly forgetOld: () => Promise<void>
}

type Limited = { readonly key: string; readonly kind: keyof typeof mostTries }

/** Accounts are kept by a digest: the table tells nobody's address. */
function limitedBy({ account, address }: Tried): Limited[] {
  const byAddress: Limited = { key: `address ${address}`, kind: 'address' }
  if (account === null) return [byAddress]
  return [{ key: `account ${createHash('sha256').update(account.toLowerCase()).digest('base64url')}`, kind: 'account' }, byAddress]
}

function refusal(retryAfterSeconds: number): DomainError {
  const minutes = Math.ceil(retryAfterSeconds / 60)
  const message = `There were too many wrong tries. Wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`}, then try again.`
  return new DomainError('TOO_MANY_REQUESTS', message, { retryAfterSeconds })
}

/** Limits how often a secret can be guessed. The counts are in the database, so a restart forgets none. */
export function makeLimits(store: Pick<Store, 'write'>, clock: () => Date): Limits {
  const countOne = async ({ key, kind }: Limited): Promise<void> => {
    const now = clock()
    const cutoff = new Date(now.getTime() - windowMs)
    const [row] = await store.write(key, (statements) => ask(statements.countAttempt, { key, now, cutoff }))
    if (!row || row.count < mostTries[kind]) return
    throw refusal(Math.max(1, Math.ceil((row.since.getTime() + windowMs - now.getTime()) / 1_000)))
  }
  return {
    count: async (tried) => {
      const limited = limitedBy(tried)
      for (const each of limited) await countOne(each)
      return () =>
        store.write('accounts', function* (statements) {
          for (const { key, kind } of limited) yield* tell(kind === 'account' ? statements.forgetAttempts : statements.takeBackAttempt, { key })
        })
    },
    forgetOld: () => store.write('accounts', (statements) => tell(statements.forgetOldAttempts, { cutoff: new Date(clock().getTime() - windowMs) })),
  }
}

import { createHash, randomBytes } from 'node:crypto'
import { v7 } from 'uuid'
import { ask, tell } from '../../../db/query.ts'
import { DomainError } from '../../domain/error.ts'
import { formatInstant } from '../../domain/time.ts'
import type { Access } from '../access/access.ts'
import type { Account } from '../access/account.ts'
import { join } from '../access/join.ts'
import type { Store } from '../store-contract.ts'
import { requireGoodPassword } from './passwords.ts'
import { addUser, newUserId, putPassword, sameEmail } from './users.ts'

/** What the first owner says about themselves. */
export type Claim = { readonly token: string; readonly name: string; readonly email: string; readonly password: string }

export type Setup = {
  readonly isClaimed: () => Promise<boolean>
  /** A token that replaces the one before it; null where the server has its owner. */
  readonly newToken: () => Promise<string | null>
  /**
   * Makes the first owner: the user, then a person and a membership in each network. One that died on its way is finished by the next.
   *
   * @throws DomainError LINK_OVER where the token is wrong or the server has its owner
   */
  readonly claim: (claim: Claim) => Promise<void>
}

type Around = {
  readonly store: Store
  readonly access: Access
  readonly hash: (password: string) => Promise<string>
  readonly clock: () => Date
}

/** How long a claim holds the row; one that took longer died with its process. */
const claimMs = 30_000

export function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Takes the claim, and makes or renews its user, in one transaction. @returns the user; null where the claim is not to be had */
async function takeClaim({ store, clock }: Around, claimId: string, { token, name, email, password }: Claim): Promise<string | null> {
  const now = clock()
  const held = { claimId, now, tokenHash: digestOf(token), staleBefore: new Date(now.getTime() - claimMs) }
  return store.write('setup', function* (statements) {
    const [row] = yield* ask(statements.claimSetup, held)
    if (!row) return null
    const [begun] = row.userId === null ? [] : yield* ask(statements.userById, { userId: row.userId })
    if (begun) {
      yield* tell(statements.renameUser, { userId: begun.id, name, email, now })
      yield* putPassword(statements, begun.id, { password, now })
      return begun.id
    }
    const id = newUserId()
    yield* addUser(statements, { id, name, email, emailVerified: true, password, isInstanceOwner: true }, now)
    yield* tell(statements.nameClaimant, { claimId, userId: id })
    return id
  })
}

/** Makes the first owner a person and an owner of every network that there is; where that is done already, it stays. */
async function joinEveryNetwork({ store, access, clock }: Around, account: Account): Promise<void> {
  const around = { store, access, uuid: v7, now: formatInstant(clock().getTime()) }
  for (const { id: networkId } of await store.networks()) {
    access.memberships.drop(networkId)
    const { byUser } = await access.memberships.of(networkId)
    if (!byUser.has(account.id)) await join(around, { networkId, account, role: 'owner' })
  }
}

/** A server is claimed when its claim is through, or has another owner: made on the command line, or restored from a backup. */
function isClaimed(store: Pick<Store, 'ask'>): Promise<boolean> {
  return store.ask(function* (statements) {
    const [row] = yield* ask(statements.readSetup)
    if (row && row.doneAt !== null) return true
    const owners = yield* ask(statements.instanceOwners, { yes: true })
    return owners.some(({ id }) => id !== row?.userId)
  })
}

const over = 'This link does not work any more: the server has its owner, or was started again. Sign in, or take the link of its newest start line.'

async function claim(around: Around, given: Claim): Promise<void> {
  const { store, hash, clock } = around
  const [name, email] = [given.name.trim(), sameEmail(given.email)]
  requireGoodPassword(given.password, 'password', [name, email])
  const [row] = await store.ask((statements) => ask(statements.readSetup))
  if (!row || (await isClaimed(store)) || row.tokenHash !== digestOf(given.token)) throw new DomainError('LINK_OVER', over)
  const claimId = v7()
  const userId = await takeClaim(around, claimId, { token: given.token, name, email, password: await hash(given.password) })
  if (userId === null) throw new DomainError('LINK_OVER', 'Somebody else is setting up this server right now. Try again in a minute, or sign in.')
  try {
    await joinEveryNetwork(around, { id: userId, name, email })
    await store.write('setup', (statements) => tell(statements.finishSetup, { now: clock() }))
  } catch (error) {
    await store.write('setup', (statements) => tell(statements.releaseSetup, { claimId })).catch(() => undefined)
    throw error
  }
}

/** How this server gets its first owner. */
export function makeSetup(around: Around): Setup {
  const { store, clock } = around
  return {
    isClaimed: () => isClaimed(store),
    newToken: async () => {
      if (await isClaimed(store)) return null
      const token = randomBytes(24).toString('base64url')
      await store.write('setup', (statements) => tell(statements.putSetupToken, { tokenHash: digestOf(token), now: clock() }))
      return token
    },
    claim: (given) => claim(around, given),
  }
}

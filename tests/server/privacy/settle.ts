import { tell } from '../../../db/query.ts'
import type { Role } from '../../../lib/domain/vocabulary.ts'
import type { CommitContext, Store } from '../../../lib/server/store.ts'
import { now } from '../network-kit.ts'

const at = new Date(now)
const later = new Date('2028-01-01T00:00:00Z')

export type Settled = { readonly userId: string; readonly personId: string; readonly name: string; readonly email: string }

/** Makes an account with a password, a session, a second factor and a reset under way. */
export async function openAccountOf(store: Store, { userId, name, email }: Omit<Settled, 'personId'>, isInstanceOwner = false): Promise<void> {
  await store.write('accounts', function* (statements) {
    const user = {
      id: userId,
      name,
      email,
      emailVerified: true,
      createdAt: at,
      updatedAt: at,
      twoFactorEnabled: true,
      isInstanceOwner,
      disabledAt: null,
    }
    yield* tell(statements.insertUser, user)
    const credential = { id: `acc-${userId}`, accountId: email, providerId: 'credential', userId, password: 'hash', createdAt: at, updatedAt: at }
    yield* tell(statements.insertAccount, credential)
    const reset = { id: `ver-${userId}`, identifier: `reset:${userId}`, value: userId, expiresAt: later, createdAt: at, updatedAt: at }
    yield* tell(statements.insertToken, reset)
  })
}

/** Makes an account a member of a network, with an invitation, a token and a notification that are its own. */
export async function settle(store: Store, { networkId }: CommitContext, { userId, personId, name, email }: Settled, role: Role): Promise<void> {
  const own = `${networkId}-${userId}`
  await store.write(networkId, function* (statements) {
    yield* tell(statements.insertMembership, { networkId, userId, personId, role, createdAt: at })
    const invited = { role, personId, nodeId: null, tier: null, email, createdBy: userId, createdAt: at, expiresAt: later }
    const answered = { acceptedAt: at, acceptedBy: userId, revokedAt: null }
    yield* tell(statements.insertInvitation, { id: `inv-${own}`, networkId, tokenHash: `inv-${own}`, ...invited, ...answered })
    const token = {
      name: `${name}’s script`,
      hash: `hash-${own}`,
      hint: 'abcd',
      scope: 'read',
      createdAt: at,
      expiresAt: later,
      lastUsedAt: null,
      revokedAt: null,
    }
    yield* tell(statements.insertApiToken, { id: `tok-${own}`, networkId, userId, ...token })
    const heard = { personId, kind: 'mentioned', subject: 'node', subjectId: 'node-a', revision: 1, actor: 'somebody' }
    const told = { ...heard, at, readAt: null, isListed: true, mail: 'digest' }
    yield* tell(statements.insertNotification, { networkId, id: `told-${own}`, ...told })
  })
}

/** Gives somebody a seat in a room, an answer that is sealed there, and a link for guests that is their own. */
export async function seatIn(store: Store, { networkId, ritualId }: { readonly networkId: string; readonly ritualId: string }, personId: string) {
  await store.write(networkId, function* (statements) {
    const seat = { id: personId, personId, name: null, hash: null, nodeId: null, joinedAt: at, leftAt: null }
    yield* tell(statements.putSeat, { networkId, ritualId, ...seat })
    yield* tell(statements.putSealed, { networkId, ritualId, question: 's1', seatId: personId, body: { colour: 2, trend: 0 }, at })
    const link = { createdBy: personId, createdAt: at, expiresAt: later, revokedAt: null }
    yield* tell(statements.insertGuestLink, {
      id: `guest-${networkId}-${personId}`,
      networkId,
      ritualId,
      hash: `guest-${networkId}-${personId}`,
      ...link,
    })
  })
}

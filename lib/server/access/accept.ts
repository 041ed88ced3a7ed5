import { ask, type Steps, tell } from '../../../db/query.ts'
import type { Statements } from '../../../db/statements/index.ts'
import { DomainError } from '../../domain/error.ts'
import { find } from '../../domain/snapshot.ts'
import { addUser, newUserId, sameEmail } from '../auth/users.ts'
import { tellMember } from '../outbox/tell-member.ts'
import type { Account } from './account.ts'
import { type InvitationRow, openInvitation, roleIn, tierIn } from './invitations.ts'
import { type Around, join } from './join.ts'
import { linkOver } from './links.ts'

/** A guest without an account, who gets one by accepting. */
export type Guest = { readonly name: string; readonly email: string; readonly passwordHash: string }

/** Who accepts: somebody signed in, or a guest. */
export type Accepting = { readonly secret: string; readonly account: Account | null; readonly guest: Guest | null }

function refuseOtherAddress({ email }: InvitationRow, account: Account): void {
  if (email === null || sameEmail(account.email) === email) return
  throw new DomainError('FORBIDDEN', 'This invitation is for another e-mail address. Sign in with that one, or ask for another invitation.')
}

function* makeAccount(statements: Statements, { id, name, email }: Account, { passwordHash, now }: { passwordHash: string; now: Date }): Steps<void> {
  const [known] = yield* ask(statements.userByEmail, { email })
  if (known)
    throw new DomainError('UNAUTHENTICATED', 'There is an account with this e-mail address already. Sign in with it, then open the invitation again.')
  yield* addUser(statements, { id, name, email, emailVerified: false, password: passwordHash, isInstanceOwner: false }, now)
}

/** Uses an invitation up; of two who come at once, one is too late. */
function* useUp(statements: Statements, { secret, account, now }: { secret: string; account: Account; now: Date }): Steps<void> {
  const row = yield* openInvitation(statements, secret, now)
  if (!row) throw linkOver()
  yield* tell(statements.acceptInvitation, { networkId: row.networkId, id: row.id, acceptedAt: now, acceptedBy: account.id })
}

type Arrival = { readonly newcomer: string; readonly at: Date; readonly uuid: string }

/** Who invited hears that it worked, if still a member. */
function* tellInviter(statements: Statements, { networkId, createdBy }: InvitationRow, { newcomer, ...when }: Arrival): Steps<void> {
  const inviter = (yield* ask(statements.membersOf, { networkId })).find(({ userId }) => userId === createdBy)
  if (!inviter) return
  const about = { kind: 'member.joined', aboutPersonId: newcomer, actor: newcomer } as const
  yield* tellMember(statements, { networkId, personId: inviter.personId, ...about, ...when })
}

/** The person that was named may have been deleted, and the node: the guest is welcome without them. */
async function placeOf({ store }: Around, row: InvitationRow) {
  const snapshot = await store.read(row.networkId)
  const tier = tierIn(row)
  const nodeId = find(snapshot, 'node', row.nodeId)?.id ?? null
  return { personId: find(snapshot, 'person', row.personId)?.id ?? null, participation: nodeId && tier ? { nodeId, tier } : null }
}

/**
 * Accepts an invitation: the account where there is none yet, the person, the participation, the membership and the end of the invitation are
 * one transaction, so nothing is ever half done.
 *
 * @throws DomainError LINK_OVER, FORBIDDEN for another address, ALREADY_MEMBER, UNAUTHENTICATED where the guest has an account
 */
export async function accept(around: Around, { secret, account, guest }: Accepting) {
  const now = new Date(around.now)
  const row = await around.store.ask((statements) => openInvitation(statements, secret, now))
  if (!row) throw linkOver()
  const fresh = guest && { id: newUserId(), name: guest.name, email: row.email ?? sameEmail(guest.email) }
  const who = account ?? fresh
  if (!who) throw new DomainError('UNAUTHENTICATED', 'Sign in, or give a name, an e-mail address and a password for a new account.')
  refuseOtherAddress(row, who)
  const personId = await join(around, {
    ...{ networkId: row.networkId, account: who, role: roleIn(row), isKnownByEmail: row.email !== null, ...(await placeOf(around, row)) },
    also: function* (statements, newcomer) {
      yield* useUp(statements, { secret, account: who, now })
      yield* tellInviter(statements, row, { newcomer, at: now, uuid: around.uuid() })
      if (!account && guest) yield* makeAccount(statements, who, { passwordHash: guest.passwordHash, now })
    },
  })
  return { networkId: row.networkId, personId, isNewAccount: account === null }
}

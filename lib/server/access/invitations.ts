import { ask, type Steps, tell } from '../../../db/query.ts'
import type { Statements } from '../../../db/statements/index.ts'
import type { Invitation } from '../../contract/invitations.ts'
import type { Participation } from '../../domain/entity.ts'
import { DomainError } from '../../domain/error.ts'
import { find, get, type Snapshot } from '../../domain/snapshot.ts'
import { formatInstant } from '../../domain/time.ts'
import { type Role, roles, tiers } from '../../domain/vocabulary.ts'
import type { Store } from '../store-contract.ts'
import type { Around } from './join.ts'
import { linkOver } from './links.ts'
import { hashOf, isLinkSecret, newLinkSecret } from './secret.ts'

/** How long an invitation holds. */
const lifeMs = 7 * 86_400_000

export type InvitationRow = {
  readonly id: string
  readonly networkId: string
  readonly role: string
  readonly personId: string | null
  readonly nodeId: string | null
  readonly tier: string | null
  readonly email: string | null
  readonly createdBy: string
  readonly createdAt: Date
  readonly expiresAt: Date
  readonly acceptedAt: Date | null
  readonly revokedAt: Date | null
}

export function roleIn({ role }: Pick<InvitationRow, 'role'>): Role {
  return roles.find((each) => each === role) ?? 'viewer'
}

export function tierIn({ tier }: Pick<InvitationRow, 'tier'>): Participation['tier'] | null {
  return tiers.find((each) => each === tier) ?? null
}

function stateOf({ acceptedAt, revokedAt, expiresAt }: InvitationRow, now: Date): Invitation['state'] {
  if (acceptedAt !== null) return 'accepted'
  if (revokedAt !== null) return 'revoked'
  return expiresAt <= now ? 'expired' : 'open'
}

export function shownInvitation(row: InvitationRow, now: Date): Invitation {
  const { id, personId, nodeId, email, createdAt, expiresAt } = row
  const instants = { createdAt: formatInstant(createdAt.getTime()), expiresAt: formatInstant(expiresAt.getTime()) }
  return { id, role: roleIn(row), personId, nodeId, tier: tierIn(row), email, ...instants, state: stateOf(row, now) }
}

export type InvitationInput = Pick<InvitationRow, 'personId' | 'nodeId' | 'email'> & {
  readonly role: Role
  readonly tier: Participation['tier'] | null
}

function refuseMisfit(snapshot: Snapshot, { personId, nodeId, tier }: InvitationInput): void {
  if (personId !== null) get(snapshot, 'person', personId)
  if (nodeId !== null) get(snapshot, 'node', nodeId)
  if ((nodeId === null) === (tier === null)) return
  const path = nodeId === null ? 'nodeId' : 'tier'
  throw new DomainError('VALIDATION', 'A place in a node is a node and a tier. Give both, or neither.', { faults: [{ path, message: 'is missing' }] })
}

type Inviting = Around & { readonly networkId: string; readonly createdBy: string }

/** Invites somebody. @returns the invitation, and its secret, which nobody can read again. @throws DomainError NOT_FOUND, ALREADY_MEMBER, VALIDATION */
export async function invite({ store, access, uuid, now, networkId, createdBy }: Inviting, input: InvitationInput) {
  refuseMisfit(await store.read(networkId), input)
  if (input.personId !== null && (await access.memberships.of(networkId)).roles.has(input.personId))
    throw new DomainError('ALREADY_MEMBER', 'This person is a member of the network already.')
  const [secret, createdAt] = [newLinkSecret(), new Date(now)]
  const email = input.email?.trim().toLowerCase() ?? null
  const row: InvitationRow = {
    ...{ ...input, email, id: `invitation_${uuid()}`, networkId, createdBy, createdAt },
    ...{ expiresAt: new Date(createdAt.getTime() + lifeMs), acceptedAt: null, revokedAt: null },
  }
  await store.write(networkId, (statements) => tell(statements.insertInvitation, { ...row, tokenHash: hashOf(secret), acceptedBy: null }))
  return { row, secret }
}

export async function listInvitations(store: Pick<Store, 'ask'>, networkId: string): Promise<readonly InvitationRow[]> {
  return store.ask((statements) => ask(statements.invitationsOf, { networkId }))
}

type At = { readonly networkId: string; readonly id: string }

function* requireInvitation(statements: Statements, { networkId, id }: At): Steps<InvitationRow> {
  const rows = yield* ask(statements.invitationsOf, { networkId })
  const row = rows.find((each) => each.id === id)
  if (row) return row
  throw new DomainError('NOT_FOUND', 'There is no such invitation in this network.')
}

/** Gives an invitation another link and seven more days; the old link ends. @throws DomainError NOT_FOUND; LINK_OVER where it was accepted or taken back */
export async function renew({ store, now }: Pick<Around, 'store' | 'now'>, at: At) {
  const [secret, expiresAt] = [newLinkSecret(), new Date(Date.parse(now) + lifeMs)]
  const row = await store.write(at.networkId, function* (statements) {
    const found = yield* requireInvitation(statements, at)
    if (found.acceptedAt !== null || found.revokedAt !== null) throw linkOver()
    yield* tell(statements.renewInvitation, { ...at, tokenHash: hashOf(secret), expiresAt })
    return { ...found, expiresAt }
  })
  return { row, secret }
}

/** Takes an invitation back. @throws DomainError NOT_FOUND */
export async function revokeInvitation({ store, now }: Pick<Around, 'store' | 'now'>, at: At): Promise<void> {
  await store.write(at.networkId, function* (statements) {
    const { acceptedAt } = yield* requireInvitation(statements, at)
    if (acceptedAt === null) yield* tell(statements.revokeInvitation, { ...at, revokedAt: new Date(now) })
  })
}

/** The invitation that a secret opens. @returns null where it opens none now */
export function* openInvitation(statements: Statements, secret: string, now: Date): Steps<InvitationRow | null> {
  if (!isLinkSecret(secret)) return null
  const [row] = yield* ask(statements.invitationByHash, { hash: hashOf(secret) })
  return row && stateOf(row, now) === 'open' ? row : null
}

/** What an invitation is to, as its guest reads it. */
export function invitationWords(snapshot: Snapshot, row: InvitationRow) {
  const node = find(snapshot, 'node', row.nodeId)
  const tier = tierIn(row)
  return {
    role: roleIn(row),
    node: node && tier ? { name: node.name, tier } : null,
    person: find(snapshot, 'person', row.personId)?.name ?? null,
    email: row.email,
    expiresAt: formatInstant(row.expiresAt.getTime()),
  }
}

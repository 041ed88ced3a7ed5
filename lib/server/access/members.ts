import { ask, type Steps, tell } from '../../../db/query.ts'
import type { Statements } from '../../../db/statements/index.ts'
import { DomainError } from '../../domain/error.ts'
import type { Role } from '../../domain/vocabulary.ts'
import { tellMember } from '../outbox/tell-member.ts'
import type { Around } from './join.ts'

type InNetwork = { readonly networkId: string; readonly personId: string }

/** Guaranteed by the writers of memberships: they take roles from the contract. */
function roleOf(text: string): Role {
  return text as Role
}

/** The members as they are, with the right to change them: one at a time, so that two owners cannot leave at once. */
function* lockMembers(statements: Statements, { networkId, personId }: InNetwork) {
  yield* ask(statements.lockRevision, { networkId })
  const members = yield* ask(statements.membersOf, { networkId })
  const member = members.find((each) => each.personId === personId)
  if (!member) throw new DomainError('NOT_FOUND', 'This person is no member of the network.', { entity: 'person', id: personId })
  return { members, member }
}

function refuseLastOwner(
  members: readonly { readonly personId: string; readonly role: string; readonly disabledAt: Date | null }[],
  personId: string,
): void {
  const owners = members.filter(({ role, disabledAt }) => role === 'owner' && disabledAt === null)
  if (owners.some((each) => each.personId !== personId) || !owners.some((each) => each.personId === personId)) return
  throw new DomainError('LAST_OWNER', 'This is the only owner of the network. Make somebody else an owner first.')
}

function* giveRole(statements: Statements, at: InNetwork, role: Role): Steps<boolean> {
  const { members, member } = yield* lockMembers(statements, at)
  if (role !== 'owner') refuseLastOwner(members, at.personId)
  yield* tell(statements.setRole, { ...at, role })
  return member.role !== role
}

function* endMembership(statements: Statements, at: InNetwork, revokedAt: Date): Steps<void> {
  const { members, member } = yield* lockMembers(statements, at)
  refuseLastOwner(members, at.personId)
  yield* tell(statements.removeMembership, { ...at })
  yield* tell(statements.revokeApiTokensOf, { networkId: at.networkId, userId: member.userId, revokedAt })
}

/** Gives a member another role, at once, and tells the member. @throws DomainError NOT_FOUND, LAST_OWNER */
export async function changeRole({ store, access, uuid, now, actor }: Around & { readonly actor: string }, at: InNetwork, role: Role): Promise<void> {
  const news = { ...at, kind: 'role.changed', aboutPersonId: at.personId, actor, at: new Date(now), uuid: uuid() } as const
  await store.write(at.networkId, function* (statements) {
    if (yield* giveRole(statements, at, role)) yield* tellMember(statements, news)
  })
  access.changed(at.networkId)
}

/** Ends a membership at once, and the tokens that hung on it. The person and all that they did stay. @throws DomainError NOT_FOUND, LAST_OWNER */
export async function removeMember({ store, access, now }: Around, at: InNetwork): Promise<void> {
  await store.write(at.networkId, (statements) => endMembership(statements, at, new Date(now)))
  access.changed(at.networkId)
}

export type Member = {
  readonly personId: string
  readonly userId: string
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly joinedAt: Date
  readonly isDisabled: boolean
}

/** Everybody who can sign in to a network, longest first. */
export async function membersIn({ store }: Pick<Around, 'store'>, networkId: string): Promise<readonly Member[]> {
  const rows = await store.ask((statements) => ask(statements.membersOf, { networkId }))
  return rows.map(({ personId, userId, name, email, role, createdAt, disabledAt }) => ({
    ...{ personId, userId, name, email },
    role: roleOf(role),
    joinedAt: createdAt,
    isDisabled: disabledAt !== null,
  }))
}

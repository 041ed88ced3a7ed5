import { ask, type Steps, tell } from '../../../db/query.ts'
import type { Statements } from '../../../db/statements/index.ts'
import { system } from '../../domain/access.ts'
import { type CommandCall, call } from '../../domain/command/call.ts'
import { runCommands } from '../../domain/command/run.ts'
import type { Participation, Person } from '../../domain/entity.ts'
import { DomainError } from '../../domain/error.ts'
import { newId } from '../../domain/ids.ts'
import { todayIn } from '../../domain/own-nodes.ts'
import { find, get, listOf, type Snapshot } from '../../domain/snapshot.ts'
import type { Role } from '../../domain/vocabulary.ts'
import type { Store } from '../store-contract.ts'
import type { Access } from './access.ts'
import type { Account } from './account.ts'
import type { Members } from './memberships.ts'

/** Somebody who comes to a network. */
export type Joining = {
  readonly networkId: string
  readonly account: Account
  readonly role: Role
  /** the person of the network that the account is from now on; null makes one */
  readonly personId?: string | null
  /** takes the person with the same e-mail address, because somebody who may has said that the address is theirs */
  readonly isKnownByEmail?: boolean
  readonly participation?: { readonly nodeId: string; readonly tier: Participation['tier'] } | null
  /** what is written with the membership, in the same transaction */
  readonly also?: (statements: Statements, personId: string) => Steps<void>
}

/** What joining needs of the process around it. */
export type Around = { readonly store: Store; readonly access: Access; readonly uuid: () => string; readonly now: string }

function alreadyMember(): DomainError {
  return new DomainError('ALREADY_MEMBER', 'This person is a member of the network already.')
}

function sameAddress(a: string | null, b: string): boolean {
  return a !== null && a.trim().toLowerCase() === b.trim().toLowerCase()
}

/** The person that an account is in a network. @throws DomainError NOT_FOUND, ALREADY_MEMBER */
function personFor(
  snapshot: Snapshot,
  { byUser, roles }: Members,
  { account, personId = null, isKnownByEmail = false }: Joining,
  uuid: () => string,
): string {
  if (byUser.has(account.id) || (personId !== null && roles.has(personId))) throw alreadyMember()
  if (personId !== null) return get(snapshot, 'person', personId).id
  const isSame = ({ id, email }: Person) => isKnownByEmail && sameAddress(email, account.email) && !roles.has(id)
  return listOf(snapshot, 'person').find(isSame)?.id ?? newId('person', uuid())
}

/** A placeholder gets its name; somebody known keeps theirs. */
function personCall(snapshot: Snapshot, id: string, { name, email }: Account): CommandCall[] {
  const person = find(snapshot, 'person', id)
  if (!person) return [call('person.create', { id, name, email })]
  if (person.isPlaceholder) return [call('person.update', { id, set: { name, email, isPlaceholder: false } })]
  return person.email === null ? [call('person.update', { id, set: { email } })] : []
}

function commandsOf(snapshot: Snapshot, personId: string, { account, participation }: Joining, { uuid, now }: Around): CommandCall[] {
  const person = personCall(snapshot, personId, account)
  if (!participation) return person
  const { nodeId, tier } = participation
  const id = newId('participation', uuid())
  return [...person, call('participation.create', { id, nodeId, personId, tier, from: todayIn(snapshot, now) })]
}

function* enrol(statements: Statements, personId: string, { networkId, account, role, also }: Joining, createdAt: Date): Steps<void> {
  const members = yield* ask(statements.membersOf, { networkId })
  if (members.some((each) => each.userId === account.id || each.personId === personId)) throw alreadyMember()
  yield* tell(statements.insertMembership, { networkId, userId: account.id, personId, role, createdAt })
  if (also) yield* also(statements, personId)
}

/**
 * Makes an account a person and a member of a network: the records, the membership and what goes with it stand or fall together. What it
 * writes is no step that the newcomer could undo, so the log names it apart.
 *
 * @returns the id of the person
 * @throws DomainError ALREADY_MEMBER, NOT_FOUND
 */
export async function join(around: Around, joining: Joining): Promise<string> {
  const { store, access, uuid, now } = around
  const { networkId } = joining
  access.memberships.drop(networkId)
  const personId = personFor(await store.read(networkId), await access.memberships.of(networkId), joining, uuid)
  await store.commit(
    { actor: `${personId}/join`, who: system, networkId, now },
    { name: 'member.join', decide: (snapshot, ctx) => runCommands(snapshot, commandsOf(snapshot, personId, joining, around), ctx) },
    { also: (statements) => enrol(statements, personId, joining, new Date(now)) },
  )
  access.changed(networkId)
  return personId
}

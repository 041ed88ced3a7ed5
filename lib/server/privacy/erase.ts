import { ask, type Steps, tell } from '../../../db/query.ts'
import type { Statements } from '../../../db/statements/index.ts'
import { DomainError } from '../../domain/error.ts'
import { eraseIdentity, isErased } from '../../domain/people/erase.ts'
import { personToken } from '../../domain/people/named-text.ts'
import { isPseudonym, nextPseudonym } from '../../domain/people/pseudonym.ts'
import { type NamedAt, stillNaming } from '../../domain/people/still-named.ts'
import { find } from '../../domain/snapshot.ts'
import { type Outcome, type Work, write } from '../commit.ts'
import { dropCheckpoints } from '../history/checkpoints.ts'
import { readSet } from '../load.ts'
import { forgetInRooms } from '../room/forget.ts'
import type { Erased } from '../store-contract.ts'
import { eraseCommand } from './erase-command.ts'

type At = { readonly networkId: string; readonly personId: string }

/** A person of whom something may still be known: the record, where it is still there, and what the vault keeps. */
type Known = { readonly names: ReadonlySet<string>; readonly emails: ReadonlySet<string> }

function* knownOf(work: Work, at: At): Steps<Known> {
  const person = find(work.state.snapshot, 'person', at.personId)
  const kept = yield* ask(work.statements.personalValuesOf, at)
  if (!person && kept.length === 0)
    throw new DomainError('NOT_FOUND', `There is no person “${at.personId}” in this network, and there was none.`, {
      entity: 'person',
      id: at.personId,
    })
  const valuesOf = (field: string) => kept.flatMap((each) => (each.field === field ? [each.value] : []))
  const own = person ? [person] : []
  return {
    names: new Set([...own.map(({ name }) => name), ...valuesOf('name')]),
    emails: new Set([...own.flatMap(({ email }) => (email === null ? [] : [email])), ...valuesOf('email')]),
  }
}

/** The pseudonym that the person has, else the next one of the network. */
function* pseudonymFor({ statements, state }: Work, { networkId, personId }: At, { names }: Known): Steps<string> {
  const own = find(state.snapshot, 'person', personId)?.name ?? [...names].at(-1)
  if (own !== undefined && isPseudonym(own)) return own
  const kept = yield* ask(statements.personalNames, { networkId })
  const current = [...state.snapshot.tables.person.values()].map(({ name }) => name)
  return nextPseudonym([...kept.map(({ value }) => value), ...current])
}

/** Ends the membership of a person and what hangs on it. @returns the user; null where the person could not sign in */
function* endMembership(statements: Statements, at: At): Steps<string | null> {
  const members = yield* ask(statements.membersOf, { networkId: at.networkId })
  const member = members.find(({ personId }) => personId === at.personId)
  if (!member) return null
  const others = members.filter(({ role, disabledAt, personId }) => role === 'owner' && disabledAt === null && personId !== at.personId)
  if (member.role === 'owner' && others.length === 0)
    throw new DomainError('LAST_OWNER', 'This is the only owner of the network. Make somebody else an owner first.')
  const { networkId } = at
  yield* tell(statements.removeMembership, at)
  yield* tell(statements.removeApiTokensOf, { networkId, userId: member.userId })
  return member.userId
}

function* endInvitations(statements: Statements, at: At, { emails }: Known, userId: string | null): Steps<void> {
  const { networkId } = at
  const addresses = new Set([...emails].map((email) => email.toLowerCase()))
  for (const { id, personId, email, acceptedBy } of yield* ask(statements.invitationsOf, { networkId })) {
    const isOwn = personId === at.personId || (userId !== null && acceptedBy === userId)
    if (isOwn || (email !== null && addresses.has(email.toLowerCase()))) yield* tell(statements.removeInvitation, { networkId, id })
  }
}

/** An account that has no other network goes, with its sessions, passwords and second factor; that of an owner of the server stays. */
function* endAccount(statements: Statements, userId: string | null): Steps<Erased['account']> {
  if (userId === null) return 'none'
  const [user] = yield* ask(statements.userById, { userId })
  const memberships = yield* ask(statements.membershipsOf, { userId })
  if (!user || user.isInstanceOwner || memberships.length > 0) return 'kept'
  yield* tell(statements.removeVerificationsOf, { userId })
  yield* tell(statements.removeUser, { userId })
  return 'deleted'
}

/** The rows first, the log with the old name in the vault, then the vault: what the log tells of the person reads as the pseudonym from then on. */
function* eraseRecord(work: Work, { networkId, personId }: At, pseudonym: string): Steps<Outcome> {
  const { statements, state } = work
  const person = find(state.snapshot, 'person', personId)
  const change = person && !isErased(person) ? eraseIdentity(person, pseudonym) : null
  const summary = `Erased name and address of “${personToken(personId)}”`
  const outcome = yield* write(work, { command: eraseCommand, undoOf: null, changes: change ? [change] : [], summary })
  yield* tell(statements.renameInVault, { networkId, personId, name: pseudonym })
  yield* tell(statements.forgetInVault, { networkId, personId })
  const told = outcome.set && (yield* readSet(statements, networkId, { id: outcome.set.id }))
  if (!told) return outcome
  return { committed: { ...outcome.committed, changes: told.changes, summary: told.summary }, set: told }
}

/** Where the person is still named in words that others typed. A pseudonym of an earlier erasing is no name. */
function stillTold({ state }: Work, { names, emails }: Known, personId: string): readonly NamedAt[] {
  const words = [...names, ...emails].filter((word) => !isPseudonym(word))
  return stillNaming(state.snapshot, words).filter(({ id }) => id !== personId)
}

/**
 * Erases a person: name and address go from the record, the vault and every table beside them, and so does the way in. What the person did
 * stays, told of a pseudonym. It is no step that can be undone.
 *
 * @throws DomainError NOT_FOUND; LAST_OWNER
 */
export function* eraseSteps(work: Work, personId: string): Steps<Outcome & Omit<Erased, 'committed'>> {
  const { statements, ctx } = work
  const at = { networkId: ctx.networkId, personId }
  const known = yield* knownOf(work, at)
  const pseudonym = yield* pseudonymFor(work, at, known)
  const userId = yield* endMembership(statements, at)
  yield* endInvitations(statements, at, known, userId)
  const outcome = yield* eraseRecord(work, at, pseudonym)
  yield* tell(statements.removeNotificationsOf, at)
  yield* forgetInRooms(statements, at)
  yield* dropCheckpoints(statements, at.networkId, { id: work.newSetId(), at: ctx.now })
  return { ...outcome, pseudonym, account: yield* endAccount(statements, userId), stillNamed: stillTold(work, known, personId) }
}

import { api } from '../../contract/api.ts'
import { can, type Who } from '../../domain/access.ts'
import { DomainError } from '../../domain/error.ts'
import { find } from '../../domain/snapshot.ts'
import { formatInstant } from '../../domain/time.ts'
import { accountOf } from '../access/account.ts'
import { join } from '../access/join.ts'
import { changeRole, membersIn, removeMember } from '../access/members.ts'
import { type Route, route, type Services } from './context.ts'

const { members } = api

async function listMembers({ store }: Services, { personId: own, role }: Who, networkId: string) {
  const snapshot = await store.read(networkId)
  const seesMail = can(role, 'manage')
  return (await membersIn({ store }, networkId)).map(({ userId: _userId, joinedAt, ...member }) => ({
    ...member,
    name: find(snapshot, 'person', member.personId)?.name ?? member.name,
    email: seesMail || member.personId === own ? member.email : null,
    joinedAt: formatInstant(joinedAt.getTime()),
    isYou: member.personId === own,
  }))
}

/** Guaranteed by `admit`, which lets nobody without a person pass to one's own affairs; a program on this machine has none. */
function requirePerson({ personId }: Who): string {
  if (personId !== null) return personId
  throw new DomainError('FORBIDDEN', 'The command line is no member of a network.')
}

/** Who can sign in to a network. */
export const memberRoutes: readonly Route[] = [
  route(members.list, async (call) => ({ items: await listMembers(call, call.who, await call.store.resolve(call.params.network)) })),
  route(members.change, async (call) => {
    const { network, personId } = call.params
    await changeRole(call, { networkId: await call.store.resolve(network), personId }, call.body.role)
    return { personId }
  }),
  route(members.remove, async (call) => {
    const { network, personId } = call.params
    await removeMember(call, { networkId: await call.store.resolve(network), personId })
    return { personId }
  }),
  route(members.leave, async (call) => {
    const personId = requirePerson(call.who)
    await removeMember(call, { networkId: await call.store.resolve(call.params.network), personId })
    return { personId }
  }),
  route(members.join, async (call) => {
    const account = await accountOf(call.store, call.principal)
    if (!account) throw new DomainError('FORBIDDEN', 'The command line has no account that could join. Sign in and do it yourself.')
    return { personId: await join(call, { networkId: await call.store.resolve(call.params.network), account, role: 'owner', isKnownByEmail: true }) }
  }),
]

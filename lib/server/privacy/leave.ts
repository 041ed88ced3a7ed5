import { ask } from '../../../db/query.ts'
import { system } from '../../domain/access.ts'
import { DomainError } from '../../domain/error.ts'
import { networkOf } from '../../domain/snapshot.ts'
import type { Store } from '../store-contract.ts'

async function refuseOnlyOwner(store: Store, networkId: string, userId: string): Promise<void> {
  const members = await store.ask((statements) => ask(statements.membersOf, { networkId }))
  const owners = members.filter(({ role, disabledAt }) => role === 'owner' && disabledAt === null)
  if (!owners.some((each) => each.userId === userId) || owners.length > 1) return
  const { name } = networkOf(await store.read(networkId))
  throw new DomainError('LAST_OWNER', `You are the only owner of “${name}”. Make somebody else an owner, or delete the network, first.`, {
    networkId,
  })
}

/**
 * Erases the person that an account is in each of its networks: name and address go, the history keeps a pseudonym. Nothing is erased where
 * one of the networks would be left without an owner. It can be repeated.
 *
 * @throws DomainError LAST_OWNER
 */
export async function leaveEveryNetwork(store: Store, userId: string, now: string): Promise<void> {
  const places = await store.ask((statements) => ask(statements.membershipsOf, { userId }))
  for (const { networkId } of places) await refuseOnlyOwner(store, networkId, userId)
  for (const { networkId, personId } of places) await store.erasePerson({ actor: personId, who: system, networkId, now }, personId)
}

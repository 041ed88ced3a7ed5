import { ask } from '../../../db/query.ts'
import type { ListedNetwork } from '../../contract/handle.ts'
import type { Store } from '../store-contract.ts'
import type { Principal } from './principal.ts'

async function placesOf(store: Store, principal: Principal): Promise<ReadonlySet<string>> {
  if (principal.kind !== 'user' && principal.kind !== 'token') return new Set()
  const rows = await store.ask((statements) => ask(statements.membershipsOf, { userId: principal.userId }))
  return new Set(rows.map(({ networkId }) => networkId))
}

/** The networks that somebody may know of: one's own, that of a token, all of the server for its owner. */
export async function networksOf(store: Store, principal: Principal): Promise<readonly ListedNetwork[]> {
  if (principal.kind === 'anonymous') return []
  const [all, places] = await Promise.all([store.networks(), placesOf(store, principal)])
  const listed = all.map((network) => ({ ...network, isMember: places.has(network.id) }))
  if (principal.kind === 'local' || (principal.kind === 'user' && principal.isInstanceOwner)) return listed
  const own = listed.filter(({ isMember }) => isMember)
  return principal.kind === 'token' ? own.filter(({ id }) => id === principal.networkId) : own
}

import { ask } from '../../../db/query.ts'
import type { Me } from '../../contract/me.ts'
import type { Who } from '../../domain/access.ts'
import { find } from '../../domain/snapshot.ts'
import type { Store } from '../store-contract.ts'
import { accountOf } from './account.ts'
import type { Principal } from './principal.ts'

async function unreadOf(store: Store, networkId: string, personId: string | null): Promise<number> {
  if (personId === null) return 0
  const [row] = await store.ask((statements) => ask(statements.unread, { networkId, personId }))
  return row?.total ?? 0
}

type InNetwork = { readonly principal: Principal; readonly who: Who; readonly networkId: string }

/** Who somebody is in a network: what pages and scripts have to know before they offer anything. */
export async function meOf(store: Store, { principal, who, networkId }: InNetwork): Promise<Me> {
  const { personId, role, members } = who
  const account = await accountOf(store, principal)
  const person = find(await store.read(networkId), 'person', personId)
  return {
    userId: account?.id ?? null,
    personId,
    name: person?.name ?? account?.name ?? '',
    role,
    members: [...members].map(([id, each]) => ({ personId: id, role: each })),
    isInstanceOwner: principal.kind === 'local' || (principal.kind === 'user' && principal.isInstanceOwner),
    unread: await unreadOf(store, networkId, personId),
  }
}

import { api } from '../../contract/api.ts'
import { can } from '../../domain/access.ts'
import { DomainError } from '../../domain/error.ts'
import { requireAccount } from '../access/account.ts'
import { listTokens, makeToken, revokeToken } from '../access/token-list.ts'
import { type Route, route } from './context.ts'

const { tokens } = api

/** Tokens: one's own, and for owners of the network all of them. */
export const tokenRoutes: readonly Route[] = [
  route(tokens.list, async ({ store, access, params, principal, who }) => {
    const networkId = await store.resolve(params.network)
    const { id } = await requireAccount(store, principal)
    const all = await listTokens({ store, access }, networkId)
    const seen = can(who.role, 'manage') ? all : all.filter(({ userId }) => userId === id)
    return { items: seen.map(({ item }) => item) }
  }),
  route(tokens.create, async ({ store, params, principal, who, body, uuid, now }) => {
    const networkId = await store.resolve(params.network)
    const { id: userId } = await requireAccount(store, principal)
    return makeToken({ store, networkId, userId, personId: who.personId, id: `token_${uuid()}`, now }, body)
  }),
  route(tokens.revoke, async ({ store, access, params, principal, who, now }) => {
    const { network, id } = params
    const networkId = await store.resolve(network)
    const account = await requireAccount(store, principal)
    const found = (await listTokens({ store, access }, networkId)).find((token) => token.item.id === id)
    if (!found || (found.userId !== account.id && !can(who.role, 'manage')))
      throw new DomainError('NOT_FOUND', 'There is no such token of yours here.')
    await revokeToken(store, { networkId, id }, now)
    access.changed(networkId)
    return { id }
  }),
]

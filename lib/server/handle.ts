import { ask } from '../../db/query.ts'
import type { Cookies, Visitor, WeftHandle } from '../contract/handle.ts'
import { can, type Who } from '../domain/access.ts'
import { accountOf } from './access/account.ts'
import type { Identity } from './access/identity.ts'
import { meOf } from './access/me.ts'
import { networksOf } from './access/own-networks.ts'
import type { Principal } from './access/principal.ts'
import { noNetwork } from './load.ts'
import type { Store } from './store-contract.ts'

type Around = { readonly store: Store; readonly identity: Identity }

/** Pages know their visitor by cookies only: a token opens the API, not a page. */
function principalOf({ identity }: Around, cookies: Cookies): Promise<Principal> {
  return identity.principalOf(new Request('http://page.invalid/', { headers: cookies === null ? {} : { cookie: cookies } }))
}

function unauthenticated(): Error {
  return Object.assign(new Error('Nobody has signed in.'), { code: 'UNAUTHENTICATED' })
}

async function requirePrincipal(around: Around, cookies: Cookies): Promise<Principal> {
  const principal = await principalOf(around, cookies)
  if (principal.kind === 'anonymous') throw unauthenticated()
  return principal
}

type Entered = { readonly principal: Principal; readonly who: Who; readonly networkId: string }

/** The door of every page of a network. @throws Error with the code UNAUTHENTICATED or NOT_FOUND */
async function enter(around: Around, cookies: Cookies, idOrSlug: string): Promise<Entered> {
  const principal = await requirePrincipal(around, cookies)
  const networkId = await around.store.resolve(idOrSlug)
  const who = await around.identity.whoIn(principal, networkId)
  if (!who || !can(who.role, 'read')) throw noNetwork(idOrSlug)
  return { principal, who, networkId }
}

async function visitorOf(around: Around, cookies: Cookies): Promise<Visitor> {
  const principal = await principalOf(around, cookies)
  if (principal.kind === 'anonymous') {
    const owners = await around.store.ask((statements) => ask(statements.instanceOwners, { yes: true }))
    return { kind: owners.length > 0 ? 'stranger' : 'unclaimed' }
  }
  const account = await accountOf(around.store, principal)
  const isInstanceOwner = principal.kind === 'local' || (principal.kind === 'user' && principal.isInstanceOwner)
  return { kind: 'user', userId: account?.id ?? null, name: account?.name ?? '', email: account?.email ?? '', isInstanceOwner }
}

/** What pages may ask the store for, as plain data, each time for who asks. */
export function handleOf(around: Around): WeftHandle {
  const { store } = around
  return {
    visitor: (cookies) => visitorOf(around, cookies),
    networks: async (cookies) => networksOf(store, await requirePrincipal(around, cookies)),
    network: async (cookies, idOrSlug) => {
      const { networkId } = await enter(around, cookies, idOrSlug)
      const found = (await store.networks()).find(({ id }) => id === networkId)
      if (found) return found
      throw noNetwork(idOrSlug)
    },
    me: async (cookies, idOrSlug) => meOf(store, await enter(around, cookies, idOrSlug)),
    snapshotJson: async (cookies, idOrSlug) => {
      const { networkId } = await enter(around, cookies, idOrSlug)
      const { json } = await store.body(networkId)
      return new TextDecoder().decode(json)
    },
  }
}

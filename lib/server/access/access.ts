import { v7 } from 'uuid'
import type { Store } from '../store-contract.ts'
import { type Guesses, makeGuesses } from './guesses.ts'
import type { Identity } from './identity.ts'
import { type Memberships, makeMemberships } from './memberships.ts'
import type { Principal } from './principal.ts'
import { openTokenDoor } from './tokens.ts'
import { whoIn } from './who-in.ts'

/** Who may do what on this server, as far as it is kept in operational tables. */
export type Access = {
  readonly memberships: Memberships
  /** who tries links that do not work */
  readonly guesses: Guesses
  readonly whoIn: Identity['whoIn']
  /** who the text of an API token stands for */
  readonly principalOfToken: (token: string) => Promise<Principal>
  /** Something was taken away or given: what is remembered of it is forgotten, here and in the other processes, and open streams are asked again. */
  readonly changed: (networkId?: string) => void
  /** Calls back when `changed` is called, in whichever process. @returns how to stop */
  readonly onChange: (listener: () => void) => () => void
}

/** Opens the operational tables of access over a store. */
export function openAccess(store: Pick<Store, 'ask' | 'write' | 'broadcast'>, clock: () => Date = () => new Date()): Access {
  const memberships = makeMemberships(store)
  const listeners = new Set<() => void>()
  const own = v7()
  const forget = (networkId: string | undefined) => {
    memberships.drop(networkId)
    for (const listener of [...listeners]) listener()
  }
  store.broadcast.listen((channel, text) => {
    const [by, networkId = ''] = text.split(' ')
    if (channel === 'access' && by !== own) forget(networkId === '' ? undefined : networkId)
  })
  return {
    memberships,
    guesses: makeGuesses(),
    whoIn: (principal, networkId) => whoIn(memberships, principal, networkId),
    principalOfToken: openTokenDoor(store, clock).principalOf,
    changed: (networkId) => {
      forget(networkId)
      store.broadcast.send('access', `${own} ${networkId ?? ''}`)
    },
    onChange: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

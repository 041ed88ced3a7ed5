import { ask } from '../../../db/query.ts'
import type { Role } from '../../domain/vocabulary.ts'
import type { Store } from '../store-contract.ts'
import type { Membership } from './principal.ts'

/** Who belongs to a network, by user and by person. */
export type Members = { readonly byUser: ReadonlyMap<string, Membership>; readonly roles: ReadonlyMap<string, Role> }

export type Memberships = {
  readonly of: (networkId: string) => Promise<Members>
  /** forgets what is known, because it has changed; all networks where none is named */
  readonly drop: (networkId?: string) => void
}

/** How long another process may go on with members who changed here: half of the second that is promised. */
const freshMs = 500

/** Guaranteed by the writers of memberships: they take roles from the contract. */
function roleOf(text: string): Role {
  return text as Role
}

async function readMembers(store: Pick<Store, 'ask'>, networkId: string): Promise<Members> {
  const rows = await store.ask((statements) => ask(statements.membersOf, { networkId }))
  const active = rows.filter(({ disabledAt }) => disabledAt === null)
  return {
    byUser: new Map(active.map(({ userId, personId, role }) => [userId, { personId, role: roleOf(role) }])),
    roles: new Map(active.map(({ personId, role }) => [personId, roleOf(role)])),
  }
}

type Known = { readonly since: number; readonly members: Promise<Members> }

/** The members of networks, kept in memory for half a second and dropped at once when this process changes them. */
export function makeMemberships(store: Pick<Store, 'ask'>): Memberships {
  const known = new Map<string, Known>()
  return {
    of: (networkId) => {
      const found = known.get(networkId)
      if (found && performance.now() - found.since < freshMs) return found.members
      const fresh = { since: performance.now(), members: readMembers(store, networkId) }
      known.set(networkId, fresh)
      fresh.members.catch(() => known.get(networkId) === fresh && known.delete(networkId))
      return fresh.members
    },
    drop: (networkId) => {
      if (networkId === undefined) known.clear()
      else known.delete(networkId)
    },
  }
}

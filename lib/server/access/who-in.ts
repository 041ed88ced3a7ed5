import { system, type Who } from '../../domain/access.ts'
import type { Role } from '../../domain/vocabulary.ts'
import type { Memberships } from './memberships.ts'
import type { Principal, TokenScope } from './principal.ts'

/** What a token leaves of its person's role: a reading one is a viewer, and none of them is an owner. */
function capped(role: Role, scope: TokenScope): Role {
  if (scope === 'read') return 'viewer'
  return role === 'owner' ? 'editor' : role
}

/**
 * What a principal may do in a network; null where it has no part in it. The owner of the server who is no member reads everything and is
 * nobody there: no person, so no change of a record.
 */
export async function whoIn(memberships: Memberships, principal: Principal, networkId: string): Promise<Who | null> {
  if (principal.kind === 'anonymous') return null
  if (principal.kind === 'local') return system
  if (principal.kind === 'token' && principal.networkId !== networkId) return null
  const { byUser, roles: members } = await memberships.of(networkId)
  const own = byUser.get(principal.userId)
  if (own) return { personId: own.personId, role: principal.kind === 'token' ? capped(own.role, principal.scope) : own.role, members }
  return principal.kind === 'user' && principal.isInstanceOwner ? { personId: null, role: 'owner', members } : null
}

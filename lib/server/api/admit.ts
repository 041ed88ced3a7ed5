import type { Access } from '../../contract/operation.ts'
import { can, system, type Who } from '../../domain/access.ts'
import { DomainError } from '../../domain/error.ts'
import type { Principal } from '../access/principal.ts'
import { noNetwork } from '../load.ts'
import type { Services } from './context.ts'

/** Turns away who has not signed in, before anything of the request is read. @throws DomainError UNAUTHENTICATED */
export function refuseStranger(access: Access, { kind }: Principal): void {
  if (access === 'public' || kind !== 'anonymous') return
  throw new DomainError('UNAUTHENTICATED', 'Sign in, or send a token: Authorization: Bearer weft_…')
}

/** Outside every network there is nothing to write. */
const nobody: Who = { personId: null, role: 'viewer', members: new Map() }

function isInstanceOwner(principal: Principal): boolean {
  return principal.kind === 'local' || (principal.kind === 'user' && principal.isInstanceOwner)
}

/** Guaranteed by the schemas: the parameters of an operation in a network name it. */
function networkIn(params: unknown): string | null {
  const network: unknown = Reflect.get(Object(params), 'network')
  return typeof network === 'string' ? network : null
}

/**
 * What the caller may do, once it is known where.
 *
 * @throws DomainError FORBIDDEN; NOT_FOUND for a network in which the caller has no part, exactly as for one that is not there
 */
export async function admit({ store, identity }: Services, access: Access, principal: Principal, params: unknown): Promise<Who> {
  if (access === 'public' || access === 'signedIn') return nobody
  if (access === 'instance') {
    if (isInstanceOwner(principal)) return system
    throw new DomainError('FORBIDDEN', 'Only the owner of this server may do this.')
  }
  const network = networkIn(params) ?? ''
  const who = await identity.whoIn(principal, await store.resolve(network))
  if (!who) throw noNetwork(network)
  if (can(who.role, access)) return who
  throw new DomainError('FORBIDDEN', `Your role in this network is ${who.role}. An owner of the network can give you another one.`)
}

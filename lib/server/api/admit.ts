import { type Operation, type Access as OperationAccess, tokenScopeOf } from '../../contract/operation.ts'
import { can, system, type Who } from '../../domain/access.ts'
import { DomainError } from '../../domain/error.ts'
import { canSign } from '../access/actor.ts'
import { type Principal, tokenScopes } from '../access/principal.ts'
import { noNetwork } from '../load.ts'
import type { Services } from './context.ts'

/** What of an operation says who may call it. */
type Door = Pick<Operation, 'access' | 'token'>

/** Turns away who has not signed in, before anything of the request is read. @throws DomainError UNAUTHENTICATED */
export function refuseStranger({ access }: Door, { kind }: Principal): void {
  if (access === 'public' || kind !== 'anonymous') return
  throw new DomainError('UNAUTHENTICATED', 'Sign in, or send a token: Authorization: Bearer weft_…')
}

/** Keeps a token to what it was made for. Each scope holds the ones before it. @throws DomainError FORBIDDEN */
export function refuseBeyondScope(door: Door, principal: Principal): void {
  if (principal.kind !== 'token') return
  const scope = tokenScopeOf(door)
  if (scope === null) throw new DomainError('FORBIDDEN', 'A token cannot do this. Sign in and do it yourself.')
  if (tokenScopes.indexOf(principal.scope) >= tokenScopes.indexOf(scope)) return
  throw new DomainError(
    'FORBIDDEN',
    `This token may only ${principal.scope === 'read' ? 'read' : 'read and check in'}. Use one with the scope “${scope}”.`,
  )
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

/** Somebody who looks at a network as the owner of the server is no person there, whose writes could be told from others'. */
function refuseOnlooker(access: OperationAccess, who: Who): void {
  if ((access !== 'write' && access !== 'self') || canSign(who)) return
  throw new DomainError('FORBIDDEN', 'You see this network as the owner of the server. Join it first, under People & access.')
}

type Caller = { readonly principal: Principal; readonly params: unknown }

/**
 * What the caller may do, once it is known where.
 *
 * @throws DomainError FORBIDDEN; NOT_FOUND for a network in which the caller has no part, exactly as for one that is not there
 */
export async function admit({ store, identity }: Services, door: Door, { principal, params }: Caller): Promise<Who> {
  const { access } = door
  refuseBeyondScope(door, principal)
  if (access === 'public' || access === 'signedIn') return nobody
  if (access === 'instance') {
    if (isInstanceOwner(principal)) return system
    throw new DomainError('FORBIDDEN', 'Only the owner of this server may do this.')
  }
  const network = networkIn(params) ?? ''
  const who = await identity.whoIn(principal, await store.resolve(network))
  if (!who) throw noNetwork(network)
  if (!can(who.role, access))
    throw new DomainError('FORBIDDEN', `Your role in this network is ${who.role}. An owner of the network can give you another one.`)
  refuseOnlooker(access, who)
  return who
}

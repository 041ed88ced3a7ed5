import { system, type Who } from '../../domain/access.ts'
import type { Principal } from './principal.ts'

/** Tells who asks, and what that is worth in a network. */
export type Identity = {
  /** Who a request comes from. An unknown or revoked credential is `anonymous`; it is never an error. */
  readonly principalOf: (request: Request) => Promise<Principal>
  /** What a principal may do in a network; null where it has no part in it. */
  readonly whoIn: (principal: Principal, networkId: string) => Promise<Who | null>
}

/** Everybody is the command line of this machine: for tests of what has nothing to do with accounts. */
export const localIdentity: Identity = {
  principalOf: async () => ({ kind: 'local' }),
  whoIn: async () => system,
}

import { type TokenScope, tokenScopes } from '../../contract/operation.ts'
import type { Role } from '../../domain/vocabulary.ts'

export { type TokenScope, tokenScopes }

/** Who a request comes from, before any network is looked at. */
export type Principal =
  | { readonly kind: 'anonymous' }
  /** a program on this machine that knows the secret beside the database: the command line */
  | { readonly kind: 'local' }
  | { readonly kind: 'user'; readonly userId: string; readonly sessionId: string; readonly isInstanceOwner: boolean }
  | { readonly kind: 'token'; readonly tokenId: string; readonly userId: string; readonly networkId: string; readonly scope: TokenScope }

/** A user's place in a network. */
export type Membership = { readonly personId: string; readonly role: Role }

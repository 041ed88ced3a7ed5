import type { z } from 'zod'
import type { NetworkAction } from '../domain/access.ts'
import type { ApiErrorCode } from './error.ts'

/**
 * Who may call an operation: anybody; everybody who has signed in; the owner of this server; or, in the network of the path, everybody whose
 * role allows the action (lib/domain/access.ts).
 */
export type Access = 'public' | 'signedIn' | 'instance' | NetworkAction

/** What a token may do, each with what comes before it: read; report numbers on key results; write whatever its person may. */
export const tokenScopes = ['read', 'check-in', 'write'] as const
export type TokenScope = (typeof tokenScopes)[number]

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** One call of the API, as data: the server makes a route of it, the browser a typed fetch, the document an operation. */
export type Operation = {
  readonly id: string
  readonly method: Method
  /** below /api/v1, parameters in braces: `/networks/{network}/nodes/{id}` */
  readonly path: string
  readonly summary: string
  /** what a caller has to know beside the summary */
  readonly description?: string
  readonly tag: string
  /** who may call it */
  readonly access: Access
  /** the least scope of an API token that may call it, where that is not told by `access`: reading for `read`, writing for `write`, none for the rest */
  readonly token?: TokenScope
  readonly params: z.ZodObject
  readonly query?: z.ZodObject
  readonly body?: z.ZodType
  readonly answer: z.ZodType
  /** media type of the answer; application/json unless said otherwise */
  readonly answerType?: 'text/event-stream'
  /** status of success; 200 unless said otherwise */
  readonly status?: 200 | 201
  readonly errors: readonly ApiErrorCode[]
  /** largest body in bytes; `bodyLimit` unless said otherwise */
  readonly bodyLimit?: number
  readonly example?: { readonly body?: unknown; readonly answer?: unknown }
}

/** Largest body of an ordinary call: 1 MB. */
export const bodyLimit = 1_000_000

/** Largest body of an import: 64 MB. */
export const importLimit = 64_000_000

/** How deep a body may nest. */
export const depthLimit = 32

/** States an operation with its exact types. */
export function operation<const O extends Operation>(definition: O): O {
  return definition
}

const tokenByAccess: Record<Access, TokenScope | null> = {
  public: 'read',
  signedIn: null,
  instance: null,
  read: 'read',
  write: 'write',
  manage: null,
  self: null,
}

/** The least scope of a token for which an operation is open; null where none is, because only a person may do it. */
export function tokenScopeOf({ access, token }: Pick<Operation, 'access' | 'token'>): TokenScope | null {
  return token ?? tokenByAccess[access]
}

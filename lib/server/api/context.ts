import type { z } from 'zod'
import type { Operation } from '../../contract/operation.ts'
import type { Who } from '../../domain/access.ts'
import type { Access } from '../access/access.ts'
import type { Identity } from '../access/identity.ts'
import type { Principal } from '../access/principal.ts'
import type { Accounts } from '../auth/accounts.ts'
import type { Live } from '../live/events.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { Store } from '../store-contract.ts'

/** What the API needs from the process around it. */
export type Services = {
  readonly store: Store
  readonly live: Live
  readonly identity: Identity
  readonly access: Access
  /** users and sign-ins; null where the process has none */
  readonly accounts: Accounts | null
  /** how people and programs are told */
  readonly outbox: Outbox
  /** the instant of now */
  readonly clock: () => Date
  /** a version 7 UUID */
  readonly uuid: () => string
}

type Out<T> = T extends z.ZodType ? z.output<T> : undefined

export type Idempotency = { readonly key: string; readonly hash: string }

/** One request after all checks: what was asked, by whom. */
export type Call<O extends Operation> = Services & {
  readonly params: Out<O['params']>
  readonly query: Out<O['query']>
  readonly body: Out<O['body']>
  readonly actor: string
  readonly principal: Principal
  /** what the caller may do in the network of the path; the program itself where the path names none */
  readonly who: Who
  /** the instant of the request, UTC */
  readonly now: string
  readonly idempotency: Idempotency | undefined
  readonly request: Request
}

/** An operation with the function that answers it. A Response is sent as it is. */
export type Route = {
  readonly operation: Operation
  readonly handle: (call: Call<Operation>) => Promise<unknown>
}

/**
 * Binds an operation to its handler. The cast forgets the exact types of the input: the app gives each handler what the
 * schemas of its own operation have parsed.
 */
export function route<const O extends Operation>(operation: O, handle: (call: Call<O>) => Promise<z.input<O['answer']> | Response>): Route {
  return { operation, handle: handle as unknown as Route['handle'] }
}

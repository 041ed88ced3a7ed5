import type { z } from 'zod'
import type { ErrorCode } from '../domain/error.ts'

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

/** One call of the API, as data: the server makes a route of it, the browser a typed fetch, the document an operation. */
export type Operation = {
  readonly id: string
  readonly method: Method
  /** below /api/v1, parameters in braces: `/networks/{network}/nodes/{id}` */
  readonly path: string
  readonly summary: string
  readonly tag: string
  readonly params: z.ZodObject
  readonly query?: z.ZodObject
  readonly body?: z.ZodType
  readonly answer: z.ZodType | null
  /** status of success; 200 unless said otherwise */
  readonly status?: 200 | 201 | 202 | 204
  readonly errors: readonly ErrorCode[]
}

/** States an operation with its exact types. */
export function operation<const O extends Operation>(definition: O): O {
  return definition
}

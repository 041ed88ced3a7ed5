import { z } from 'zod'
import { idOf } from '../domain/id-schema.ts'
import type { EntityName } from '../domain/ids.ts'

/** The part of an address that names a network: its id or its slug. */
const network = z
  .string()
  .min(1)
  .max(200)
  .refine((text) => !/\p{Cc}/u.test(text), 'must not contain control characters')
  .describe('id or slug of a network')

/** Parameters of a call that has none. */
export const noParams = z.strictObject({})

/** Parameters of a call about a network. */
export const networkParams = z.strictObject({ network })

/** Parameters of a call about one record of a network. */
export function recordParams<E extends EntityName>(entity: E) {
  return z.strictObject({ network, id: idOf(entity) })
}

/** What can refuse every call with a body. */
export const bodyErrors = ['NOT_JSON', 'MEDIA_TYPE', 'CROSS_SITE', 'TOO_LARGE', 'VALIDATION'] as const

/** What can refuse every write of a change set: it may be repeated under its Idempotency-Key. */
export const writeErrors = [...bodyErrors, 'KEY_REUSED'] as const

import { z } from 'zod'
import type { EntityName } from './ids.ts'

/** Schema of an id: kept verbatim inside its network, so anything printable that fits a URL segment after encoding. */
export function idOf<E extends EntityName>(entity: E) {
  return z
    .string()
    .min(1)
    .max(200)
    .refine((text) => !/[\p{Cc}\p{Cs}]/u.test(text), 'must not contain control characters')
    .brand<E>()
    .describe(`id of a ${entity}`)
}

import { z } from 'zod'
import { documentSchema } from './document.ts'

/**
 * The JSON Schema (draft 2020-12) of a document, for editors and for programs in other languages. It cannot say the rules
 * that span records; `parseDocument` checks those too.
 *
 * Cost O(size of the schema).
 */
export function documentJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(documentSchema, { io: 'input' })
  return { ...schema, title: 'weft/1', description: 'One network: its value network, its OKRs and what depends on what.' }
}

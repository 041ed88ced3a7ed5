import { z } from 'zod'
import { entityNames } from '../domain/ids.ts'
import { promiseStates } from '../domain/vocabulary.ts'

/** What a delete would carry: counted, as a sentence, and one by one. */
export const deletePreviewSchema = z
  .object({
    total: z.int().min(0).describe('records that go with it, beside itself'),
    counts: z.array(z.object({ entity: z.enum(entityNames), count: z.int() })).readonly(),
    sentence: z.string().describe('such as “2 objectives, 5 key results and 3 needs”'),
    goes: z.array(z.object({ entity: z.enum(entityNames), id: z.string(), name: z.string() })).describe('the first 200 of them'),
    loosened: z
      .array(z.object({ entity: z.enum(entityNames), id: z.string(), name: z.string() }))
      .describe('the first 200 records that stay and lose a reference'),
    promises: z
      .array(z.object({ id: z.string(), name: z.string(), state: z.enum(promiseStates), becomes: z.enum(['goes', 'loosened']) }))
      .readonly()
      .describe('every promise in force that goes with it, or stays without the key result or node that stood behind it'),
  })
  .meta({ id: 'DeletePreview' })

export type DeletePreview = z.infer<typeof deletePreviewSchema>

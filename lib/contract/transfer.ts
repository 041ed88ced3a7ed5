import { z } from 'zod'
import { committedSchema } from './change.ts'
import { importLimit, operation } from './operation.ts'
import { recordSchema } from './record-schema.ts'
import { networkParams, noParams, writeErrors } from './scope.ts'

const tag = 'Import and export'

/** A weft/1 document as it comes; lib/domain/format reads it and names every fault by its path. */
const documentSchema = z.looseObject({ format: z.literal('weft/1') }).meta({ id: 'Document' })

export const transfer = {
  import: operation({
    id: 'importNetwork',
    method: 'POST',
    access: 'instance',
    path: '/import',
    summary: 'Import a network from a weft/1 document',
    description:
      'All or nothing: a document with faults is refused whole, with every fault by its path. A network id or slug that is taken gets a new one, which `renamed` tells. Up to 64 MB.',
    tag,
    params: noParams,
    body: z.unknown().meta({ id: 'AnyDocument', description: 'a weft/1 document' }),
    bodyLimit: importLimit,
    answer: committedSchema.omit({ changes: true }).extend({
      item: recordSchema('network', 'Network'),
      counts: z.record(z.string(), z.int()),
      renamed: z.array(z.object({ field: z.enum(['id', 'slug']), from: z.string(), to: z.string() })),
    }),
    status: 201,
    errors: [...writeErrors, 'IMPORT_FAULTS'],
  }),
  export: operation({
    id: 'exportNetwork',
    method: 'GET',
    access: 'read',
    path: '/networks/{network}/export',
    summary: 'Export a network as a weft/1 document',
    tag,
    params: networkParams,
    answer: documentSchema,
    errors: ['NOT_FOUND', 'VALIDATION'],
  }),
} as const

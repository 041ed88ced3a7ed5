import { z } from 'zod'
import { entityNames } from '../domain/ids.ts'

const fields = z.record(z.string(), z.unknown()).nullable()

export const revisionSchema = z.int().min(0).describe('how many change sets the network has seen')

/** One record's before and after, as `Change` in lib/domain/change.ts. */
export const changeSchema = z
  .object({
    entity: z.enum(entityNames),
    id: z.string(),
    before: fields.describe('the whole record where it was deleted, the old values where it was edited; null where it is new'),
    after: fields.describe('the whole record where it is new, the new values where it was edited; null where it was deleted'),
  })
  .meta({ id: 'Change' })

/** The answer to every write: what it changed, as one step that can be undone. */
export const committedSchema = z
  .object({
    networkId: z.string(),
    revision: revisionSchema,
    changeSetId: z.string().describe('empty where nothing had to change'),
    changes: z.array(changeSchema).readonly(),
    summary: z.string().describe('such as “Added node “Growth””'),
    replayed: z.boolean().describe('true where the Idempotency-Key had been used: this is the answer of that first time'),
  })
  .meta({ id: 'Committed' })

export const changeSetSchema = z
  .object({
    id: z.string(),
    revision: revisionSchema,
    command: z.string(),
    actor: z.string(),
    undoOf: z.string().nullable().describe('the change set that this one takes back'),
    at: z.string().describe('instant, UTC'),
    summary: z.string(),
    changes: z.array(changeSchema).readonly(),
    othersNodeIds: z.array(z.string()).readonly().describe('the nodes of others that it touched: the actor takes no part in them'),
  })
  .meta({ id: 'ChangeSet' })

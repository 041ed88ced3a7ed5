import { z } from 'zod'
import { entitySchemas } from '../domain/entity.ts'
import { templateKeys } from '../domain/template/choice.ts'
import { committedSchema, revisionSchema } from './change.ts'
import type { ListedNetwork } from './handle.ts'
import { operation } from './operation.ts'
import { patchBody, recordSchema } from './record-schema.ts'
import { networkParams, noParams, writeErrors } from './scope.ts'

const tag = 'Networks'
const record = recordSchema('network', 'Network')
const { name, slug, timeZone } = entitySchemas.network.shape

const count = z.int().min(0)
const summary: z.ZodType<ListedNetwork> = z
  .object({
    id: z.string(),
    slug: z.string().nullable(),
    name: z.string(),
    revision: revisionSchema,
    source: z.string().nullable(),
    createdAt: z.string().describe('instant, UTC'),
    isMember: z.boolean().describe('false where the owner of the server sees a network without having joined it'),
    counts: z.object({ nodes: count, objectives: count, keyResults: count, dependencies: count }),
  })
  .meta({ id: 'NetworkSummary' })

const created = committedSchema.extend({ item: record })

/** The networks of this server, and one as a whole. */
export const networks = {
  list: operation({
    id: 'listNetworks',
    method: 'GET',
    access: 'signedIn',
    token: 'read',
    path: '/networks',
    summary: 'List the networks in which you take part',
    tag,
    params: noParams,
    answer: z.object({ items: z.array(summary) }),
    errors: ['VALIDATION'],
  }),
  create: operation({
    id: 'createNetwork',
    method: 'POST',
    access: 'instance',
    path: '/networks',
    summary: 'Start a network from a template',
    tag,
    params: noParams,
    body: z.strictObject({ name, slug, timeZone, template: z.enum(templateKeys).default('value-network') }),
    answer: created,
    status: 201,
    errors: [...writeErrors, 'SLUG_TAKEN'],
    example: { body: { name: 'Bright Clinics', template: 'value-network', timeZone: 'Europe/Berlin' } },
  }),
  get: operation({
    id: 'getNetwork',
    method: 'GET',
    access: 'read',
    path: '/networks/{network}',
    summary: 'Read a network’s own record',
    tag,
    params: networkParams,
    answer: z.object({ revision: revisionSchema, item: record }),
    errors: ['NOT_FOUND', 'VALIDATION'],
  }),
  update: operation({
    id: 'updateNetwork',
    method: 'PATCH',
    access: 'write',
    path: '/networks/{network}',
    summary: 'Change a network’s name, purpose or time zone',
    tag,
    params: networkParams,
    body: patchBody('network'),
    answer: created,
    errors: [...writeErrors, 'NOT_FOUND', 'STALE_EDIT', 'SLUG_TAKEN'],
  }),
  remove: operation({
    id: 'deleteNetwork',
    method: 'DELETE',
    access: 'manage',
    path: '/networks/{network}',
    summary: 'Delete a network with everything in it',
    description: 'This cannot be undone: export or back up first. `confirm` has to be the name of the network.',
    tag,
    params: networkParams,
    query: z.strictObject({ confirm: z.string().max(500).describe('the name of the network, letter by letter') }),
    answer: z.object({ id: z.string(), name: z.string() }),
    errors: ['NOT_FOUND', 'CROSS_SITE', 'VALIDATION'],
  }),
  snapshot: operation({
    id: 'readSnapshot',
    method: 'GET',
    access: 'read',
    path: '/networks/{network}/snapshot',
    summary: 'The whole network at once',
    description:
      'In columns, with the check-ins of the last eight weeks and the latest of each key result; compressed once per revision. Send `If-None-Match` with the ETag to hear 304 where nothing changed.',
    tag,
    params: networkParams,
    answer: z.looseObject({ revision: revisionSchema }).meta({ id: 'Snapshot' }),
    errors: ['NOT_FOUND', 'VALIDATION'],
  }),
} as const

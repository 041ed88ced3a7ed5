import { z } from 'zod'
import { textUpTo } from '../domain/text.ts'
import { operation, tokenScopes } from './operation.ts'
import { networkParams } from './scope.ts'

const tag = 'API tokens'
const instant = z.string().describe('instant, UTC')

/** Longest life of a token, in days. */
export const mostTokenDays = 365

const tokenSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    scope: z.enum(tokenScopes),
    hint: z.string().describe('its last four signs'),
    personId: z.string().nullable().describe('for whom it acts; null where the membership has ended'),
    createdAt: instant,
    expiresAt: instant,
    lastUsedAt: instant.nullable().describe('to the minute'),
    revokedAt: instant.nullable(),
  })
  .meta({ id: 'ApiToken' })

export type ApiToken = z.infer<typeof tokenSchema>

/** The name of an operational row, as this server makes it. */
export const rowId = z
  .string()
  .regex(/^[a-z]+_[0-9a-f-]{36}$/, 'must be an id that this server made')
  .describe('id of the one that is meant')

export const tokens = {
  list: operation({
    id: 'listTokens',
    method: 'GET',
    access: 'self',
    path: '/networks/{network}/tokens',
    summary: 'List API tokens: your own, or all of them for an owner of the network',
    tag,
    params: networkParams,
    answer: z.object({ items: z.array(tokenSchema) }),
    errors: ['NOT_FOUND', 'VALIDATION'],
  }),
  create: operation({
    id: 'createToken',
    method: 'POST',
    access: 'self',
    path: '/networks/{network}/tokens',
    summary: 'Make an API token for this network',
    description:
      'It acts for you, with at most your role: `read` reads, `check-in` also reports numbers, `write` does what an editor with your nodes may. `token` is shown here and never again.',
    tag,
    params: networkParams,
    body: z.strictObject({
      name: textUpTo(100).min(1),
      scope: z.enum(tokenScopes),
      days: z.int().min(1).max(mostTokenDays).default(90).describe(`after how many days it expires, at most ${mostTokenDays}`),
    }),
    answer: z.object({ item: tokenSchema, token: z.string() }),
    status: 201,
    errors: ['NOT_JSON', 'MEDIA_TYPE', 'CROSS_SITE', 'TOO_LARGE', 'VALIDATION', 'NOT_FOUND'],
    example: { body: { name: 'Nightly numbers', scope: 'check-in', days: 90 } },
  }),
  revoke: operation({
    id: 'revokeToken',
    method: 'DELETE',
    access: 'self',
    path: '/networks/{network}/tokens/{id}',
    summary: 'Revoke an API token at once',
    description: 'One’s own; for an owner of the network any.',
    tag,
    params: z.strictObject({ ...networkParams.shape, id: rowId }),
    answer: z.object({ id: z.string() }),
    errors: ['CROSS_SITE', 'VALIDATION', 'NOT_FOUND'],
  }),
} as const

import { z } from 'zod'
import { textUpTo } from '../domain/text.ts'
import { operation } from './operation.ts'
import { networkParams } from './scope.ts'
import { rowId } from './tokens.ts'

const tag = 'Share links'
const instant = z.string().describe('instant, UTC')

/** The views that can be shared. */
export const sharedViews = ['map', 'chain', 'outline', 'timeline'] as const
export type SharedView = (typeof sharedViews)[number]

const view = z.enum(sharedViews)
const query = z
  .string()
  .max(1_000)
  .regex(/^[^\p{Cc}\p{Cs}#?]*$/u, 'must be the part of an address after the question mark')
  .describe('what stands behind the question mark in the address of the view; `cycle` also bounds what the link shows')

const linkSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    view,
    query,
    createdAt: instant,
    expiresAt: instant,
    lastUsedAt: instant.nullable().describe('to the minute'),
    revokedAt: instant.nullable(),
  })
  .meta({ id: 'ShareLink' })

export type ShareLink = z.infer<typeof linkSchema>

const secretParams = z.strictObject({ token: z.string().min(1).max(200).describe('the last part of the link') })

export const shareLinks = {
  list: operation({
    id: 'listShareLinks',
    method: 'GET',
    access: 'manage',
    path: '/networks/{network}/share-links',
    summary: 'List share links',
    tag,
    params: networkParams,
    answer: z.object({ items: z.array(linkSchema) }),
    errors: ['NOT_FOUND', 'VALIDATION'],
  }),
  create: operation({
    id: 'createShareLink',
    method: 'POST',
    access: 'manage',
    path: '/networks/{network}/share-links',
    summary: 'Make a link by which anybody can read one view',
    description: '`path` is shown here and never again.',
    tag,
    params: networkParams,
    body: z.strictObject({ name: textUpTo(100).min(1), view, query: query.default(''), days: z.int().min(1).max(365).default(30) }),
    answer: z.object({ item: linkSchema, path: z.string().describe('such as /share/TOKEN') }),
    status: 201,
    errors: ['NOT_JSON', 'MEDIA_TYPE', 'CROSS_SITE', 'TOO_LARGE', 'VALIDATION', 'NOT_FOUND'],
    example: { body: { name: 'Board', view: 'map', query: 'cycle=q1', days: 30 } },
  }),
  revoke: operation({
    id: 'revokeShareLink',
    method: 'DELETE',
    access: 'manage',
    path: '/networks/{network}/share-links/{id}',
    summary: 'Revoke a share link at once',
    tag,
    params: z.strictObject({ ...networkParams.shape, id: rowId }),
    answer: z.object({ id: z.string() }),
    errors: ['CROSS_SITE', 'VALIDATION', 'NOT_FOUND'],
  }),
  read: operation({
    id: 'readShared',
    method: 'GET',
    access: 'public',
    path: '/shared/{token}',
    summary: 'What a share link shows',
    description: 'The records that the view draws: without e-mail addresses, comments, notes and sources, and of people only the names of owners.',
    tag,
    params: secretParams,
    answer: z.object({
      name: z.string().describe('of the network'),
      view,
      query,
      expiresAt: instant,
      snapshot: z.looseObject({ revision: z.int() }).describe('as the snapshot of a network'),
    }),
    errors: ['LINK_OVER', 'TOO_MANY_REQUESTS', 'VALIDATION'],
  }),
  events: operation({
    id: 'streamShared',
    method: 'GET',
    access: 'public',
    path: '/shared/{token}/events',
    summary: 'Hear of every new revision of what a share link shows',
    tag,
    params: secretParams,
    answer: z.string(),
    answerType: 'text/event-stream',
    errors: ['LINK_OVER', 'TOO_MANY_REQUESTS', 'UNAVAILABLE', 'VALIDATION'],
  }),
} as const

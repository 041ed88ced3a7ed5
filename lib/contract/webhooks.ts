import { z } from 'zod'
import { webhookEvents, webhookShapes } from '../domain/notify/kinds.ts'
import { textUpTo } from '../domain/text.ts'
import { operation } from './operation.ts'
import { bodyErrors, networkParams } from './scope.ts'

const instant = z.string().describe('instant, UTC')
const tag = 'Webhooks'
const refused = ['FORBIDDEN', 'UNAUTHENTICATED', 'NOT_FOUND'] as const
const reading = [...refused, 'VALIDATION'] as const
const writing = [...refused, ...bodyErrors] as const
const plainWriting = [...refused, 'CROSS_SITE', 'VALIDATION'] as const

const id = z.string().min(1).max(200)
const one = networkParams.extend({ id: id.describe('id of a webhook') })

const name = textUpTo(200).min(1)
const url = z
  .string()
  .max(2_000)
  .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), 'must be an address that begins with https:// or http://')
  .refine((text) => URL.canParse(text) && new URL(text).username === '' && new URL(text).password === '', 'must not hold a user name or password')
const events = z
  .array(z.enum(webhookEvents))
  .min(1)
  .max(webhookEvents.length)
  .refine((all) => new Set(all).size === all.length, 'must not name an event twice')
const shape = z
  .enum(webhookShapes)
  .describe('standard: plain data for programs; slack: a message with blocks; teams: a message with an Adaptive Card')

/** How a delivery stands: it waits for its time, was answered, or was given up. */
const deliveryStates = ['waiting', 'sent', 'failed'] as const

const webhook = z
  .object({
    id,
    name,
    url: z.string(),
    shape,
    events: z.array(z.enum(webhookEvents)),
    createdAt: instant,
    createdBy: z.string().nullable().describe('the person who made it; null where it was the command line, or the person is gone'),
    isEnabled: z.boolean(),
    disabledAt: instant.nullable(),
    disabledBecause: z.string().nullable(),
    waiting: z.int().min(0).describe('deliveries that are still to be sent'),
    failed: z.int().min(0).describe('deliveries that were given up'),
  })
  .meta({ id: 'Webhook' })

const delivery = z
  .object({
    id: z.string().describe('also the header webhook-id'),
    type: z.string(),
    revision: z.int().min(0),
    state: z.enum(deliveryStates),
    attempts: z.int().min(0),
    createdAt: instant,
    nextAt: instant.nullable().describe('when it is tried next; null where it is not'),
    sentAt: instant.nullable(),
    error: z.string().nullable().describe('why the last try failed; never what the receiver wrote'),
  })
  .meta({ id: 'Delivery' })

/** What programs are told, signed in the form of Standard Webhooks. */
export const webhooks = {
  list: operation({
    id: 'listWebhooks',
    method: 'GET',
    access: 'manage',
    path: '/networks/{network}/webhooks',
    summary: 'List webhooks',
    tag,
    params: networkParams,
    answer: z.object({ items: z.array(webhook) }),
    errors: reading,
  }),
  create: operation({
    id: 'createWebhook',
    method: 'POST',
    access: 'manage',
    path: '/networks/{network}/webhooks',
    summary: 'Add a webhook',
    description:
      'Each delivery is a POST with the headers webhook-id, webhook-timestamp and webhook-signature (HMAC-SHA256 over id.timestamp.body). It is tried again for 24 hours; the id stays the same, so that a repeat can be told. The secret is in this answer and in no other.',
    tag,
    params: networkParams,
    body: z.strictObject({ name, url, shape: shape.default('standard'), events }),
    answer: z.object({ item: webhook, secret: z.string().describe('whsec_ and the key in base64') }),
    status: 201,
    errors: writing,
    example: { body: { name: 'Data warehouse', url: 'https://hooks.example.org/weft', events: ['promise.asked', 'promise.moved'] } },
  }),
  update: operation({
    id: 'updateWebhook',
    method: 'PATCH',
    access: 'manage',
    path: '/networks/{network}/webhooks/{id}',
    summary: 'Change a webhook, or switch it on or off',
    tag,
    params: one,
    body: z.strictObject({
      name: name.optional(),
      url: url.optional(),
      shape: shape.optional(),
      events: events.optional(),
      isEnabled: z.boolean().optional(),
    }),
    answer: z.object({ item: webhook }),
    errors: writing,
    example: { body: { isEnabled: true } },
  }),
  remove: operation({
    id: 'deleteWebhook',
    method: 'DELETE',
    access: 'manage',
    path: '/networks/{network}/webhooks/{id}',
    summary: 'Delete a webhook and its deliveries',
    tag,
    params: one,
    answer: z.object({ id }),
    errors: plainWriting,
  }),
  test: operation({
    id: 'testWebhook',
    method: 'POST',
    access: 'manage',
    path: '/networks/{network}/webhooks/{id}/test',
    summary: 'Send a test delivery now',
    description: 'It is sent once, whether the webhook is switched on or not, and the answer says what came of it.',
    tag,
    params: one,
    answer: z.object({ item: delivery }),
    errors: plainWriting,
  }),
  deliveries: operation({
    id: 'listDeliveries',
    method: 'GET',
    access: 'manage',
    path: '/networks/{network}/webhooks/{id}/deliveries',
    summary: 'List the deliveries of a webhook',
    description: 'Newest first, at most 100; they are kept for 30 days.',
    tag,
    params: one,
    answer: z.object({ items: z.array(delivery) }),
    errors: reading,
  }),
  replay: operation({
    id: 'replayDelivery',
    method: 'POST',
    access: 'manage',
    path: '/networks/{network}/webhooks/{id}/deliveries/{delivery}/replay',
    summary: 'Send a delivery again',
    description: 'It keeps its id, so that a receiver can tell that it has seen it.',
    tag,
    params: one.extend({ delivery: id.describe('id of a delivery') }),
    answer: z.object({ item: delivery }),
    errors: plainWriting,
  }),
} as const

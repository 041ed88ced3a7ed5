import { z } from 'zod'
import { digestChoices, notificationKinds } from '../domain/notify/kinds.ts'
import { channels, topics } from '../domain/notify/topics.ts'
import { operation } from './operation.ts'
import { networkParams } from './scope.ts'

const instant = z.string().describe('instant, UTC')
const tag = 'Notifications'
const unread = z.int().min(0).describe('how many are not read yet')
const writing = ['NOT_FOUND', 'CROSS_SITE', 'VALIDATION', 'FORBIDDEN', 'UNAUTHENTICATED'] as const
const reading = ['NOT_FOUND', 'VALIDATION', 'FORBIDDEN', 'UNAUTHENTICATED'] as const

/** Most notifications that one page holds. */
const pageLimit = 100

const notification = z
  .object({
    id: z.string(),
    kind: z.enum(notificationKinds),
    sentence: z.string().describe('what happened, with the names of now'),
    path: z.string().nullable().describe('where it leads, below the address of the network; null where nothing is left to see'),
    subject: z.string().describe('the kind of record that it is about'),
    subjectId: z.string(),
    actor: z.object({ personId: z.string().nullable(), name: z.string() }).describe('who did it'),
    revision: z.int().min(0),
    at: instant,
    isRead: z.boolean(),
  })
  .meta({ id: 'Notification' })

const digest = z
  .object({
    choice: z.enum(digestChoices),
    canMail: z.boolean().describe('whether this server sends mail at all'),
    hasAddress: z.boolean().describe('whether the account has an e-mail address'),
  })
  .meta({ id: 'Digest' })

const ways = z.array(z.enum(channels)).max(channels.length).readonly()

const told = z
  .object({
    topics: z
      .array(
        z.object({
          topic: z.enum(topics),
          channels: ways.describe('on which ways you are told of it: `inApp` in the list of the product, `mail` by e-mail'),
          mail: z.enum(['atOnce', 'digest']).describe('whether a mail of its own comes, or a line in the digest of those who want one'),
        }),
      )
      .readonly(),
    digest: z.enum(digestChoices),
    canMail: z.boolean().describe('whether this server sends mail at all'),
    hasAddress: z.boolean().describe('whether the account has an e-mail address'),
  })
  .meta({ id: 'ToldBy' })

/** What a person is told inside the product, and how often by mail. */
export const notifications = {
  list: operation({
    id: 'listNotifications',
    method: 'GET',
    access: 'self',
    path: '/networks/{network}/notifications',
    summary: 'List your notifications',
    description: 'Newest first. They are kept for 90 days.',
    tag,
    params: networkParams,
    query: z.strictObject({
      only: z.enum(['all', 'unread']).default('all'),
      limit: z.coerce.number().int().min(1).max(pageLimit).default(30),
      before: z.string().max(200).optional().describe('`nextCursor` of the page before'),
    }),
    answer: z.object({ items: z.array(notification), unread, nextCursor: z.string().nullable() }),
    errors: reading,
  }),
  unread: operation({
    id: 'countUnread',
    method: 'GET',
    access: 'self',
    path: '/networks/{network}/notifications/unread',
    summary: 'Count your unread notifications',
    tag,
    params: networkParams,
    answer: z.object({ unread }),
    errors: reading,
  }),
  read: operation({
    id: 'readNotification',
    method: 'POST',
    access: 'self',
    path: '/networks/{network}/notifications/{id}/read',
    summary: 'Mark one notification as read',
    tag,
    params: networkParams.extend({ id: z.string().min(1).max(200).describe('id of a notification') }),
    answer: z.object({ unread }),
    errors: writing,
  }),
  readAll: operation({
    id: 'readAllNotifications',
    method: 'POST',
    access: 'self',
    path: '/networks/{network}/notifications/read',
    summary: 'Mark all your notifications as read',
    tag,
    params: networkParams,
    answer: z.object({ unread }),
    errors: writing,
  }),
  digest: operation({
    id: 'readDigest',
    method: 'GET',
    access: 'self',
    path: '/networks/{network}/digest',
    summary: 'How often you get a mail about what waits',
    tag,
    params: networkParams,
    answer: digest,
    errors: reading,
  }),
  setDigest: operation({
    id: 'setDigest',
    method: 'PATCH',
    access: 'self',
    path: '/networks/{network}/digest',
    summary: 'Choose how often you get a mail about what waits',
    description: 'At 07:00 in the time zone of the network, weekly on the day on which its week starts; never where nothing waits.',
    tag,
    params: networkParams,
    body: z.strictObject({ choice: z.enum(digestChoices) }),
    answer: digest,
    errors: [...writing, 'NOT_JSON', 'MEDIA_TYPE', 'TOO_LARGE'],
    example: { body: { choice: 'daily' } },
  }),
  toldBy: operation({
    id: 'readToldBy',
    method: 'GET',
    access: 'self',
    path: '/networks/{network}/told-by',
    summary: 'On which ways you are told of what',
    description: 'Unless you choose otherwise, of everything in the product and by mail.',
    tag,
    params: networkParams,
    answer: told,
    errors: reading,
  }),
  setToldBy: operation({
    id: 'setToldBy',
    method: 'PATCH',
    access: 'self',
    path: '/networks/{network}/told-by',
    summary: 'Choose on which ways you are told of something',
    description:
      'It counts from now on; what you were told before stays as it is. An empty list is silence: what waits for you still stands in your inbox.',
    tag,
    params: networkParams,
    body: z.strictObject({ topic: z.enum(topics), channels: ways }),
    answer: told,
    errors: [...writing, 'NOT_JSON', 'MEDIA_TYPE', 'TOO_LARGE'],
    example: { body: { topic: 'minutes', channels: ['inApp'] } },
  }),
} as const

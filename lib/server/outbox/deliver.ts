import { ask, type Steps, tell } from '../../../db/query.ts'
import type { Statements } from '../../../db/statements/index.ts'
import { eventSentence } from '../../domain/notify/event-words.ts'
import type { WebhookEvent } from '../../domain/notify/events.ts'
import type { WebhookShape } from '../../domain/notify/kinds.ts'
import { actorName, personIdOf } from '../../domain/notify/names.ts'
import { placeOf } from '../../domain/notify/telling.ts'
import { find, networkOf, type Snapshot } from '../../domain/snapshot.ts'
import type { Store } from '../store-contract.ts'
import type { Post, Posted } from './post.ts'
import { bodyOf, type Content } from './shapes.ts'
import { signatureOf } from './signature.ts'
import type { Vault } from './vault.ts'
import { choicesOf, waysFor } from './ways.ts'

/** What a delivery needs from the process around it. */
export type Courier = {
  readonly store: Pick<Store, 'ask' | 'write' | 'read' | 'snapshotAt'>
  readonly post: Post
  readonly vault: Vault
  readonly clock: () => Date
  /** where people reach this server, without a slash at the end; null where nobody has said */
  readonly baseUrl: string | null
}

/** The type of a delivery that only tries whether deliveries arrive. */
export const testType = 'webhook.test'

export type Payload = (WebhookEvent | { readonly type: typeof testType; readonly data: Readonly<Record<string, never>> }) & {
  readonly at: string
  readonly actor: string
  readonly changeSetId: string | null
}

/** Guaranteed by `announce` and by the test delivery, which alone write payloads. */
function payloadOf(json: unknown): Payload {
  return json as Payload
}

function pathOf(snapshot: Snapshot, event: Payload): string {
  switch (event.type) {
    case 'promise.asked':
    case 'promise.moved':
      return placeOf('dependency', event.data.dependency.id) ?? ''
    case 'comment.added': {
      const { entity, id } = event.data.subject
      const keyResultId = find(snapshot, 'checkIn', entity === 'checkIn' ? id : null)?.keyResultId
      return (keyResultId ? placeOf('keyResult', keyResultId) : placeOf(entity, id)) ?? ''
    }
    case 'checkin.added':
      return placeOf('keyResult', event.data.keyResult.id) ?? ''
    default:
      return event.type === testType ? 'settings' : 'map'
  }
}

/** The address of a network's page; null where the server does not know its own. */
export function linkTo(baseUrl: string | null, snapshot: Snapshot, path: string): string | null {
  const { id, slug } = networkOf(snapshot)
  return baseUrl === null ? null : `${baseUrl}/${encodeURIComponent(slug ?? id)}/${path}`
}

function sentenceOf(event: Payload, actor: string): string {
  return event.type === testType ? `${actor} sent this test. Deliveries arrive.` : eventSentence(event, actor)
}

/** What a delivery says; the names of people are looked up now, and are nowhere kept. */
function contentOf(
  { baseUrl }: Courier,
  snapshot: Snapshot,
  { payload, revision }: { readonly payload: Payload; readonly revision: number },
): Content {
  const { type, at, actor, changeSetId, data } = payload
  const { id, name, slug } = networkOf(snapshot)
  const link = linkTo(baseUrl, snapshot, pathOf(snapshot, payload))
  const personId = personIdOf(actor)
  const by = { personId: find(snapshot, 'person', personId) ? personId : null, name: actorName(snapshot, actor) }
  const common = { network: { id, slug, name }, revision, changeSetId, actor: by, link }
  return { type, at, data: { ...common, ...data }, sentence: sentenceOf(payload, by.name), networkName: name, link }
}

/** A delivery as the database keeps it. */
export type DeliveryRow = NonNullable<Awaited<ReturnType<typeof readDelivery>>>

export function readDelivery(store: Pick<Store, 'ask'>, targetId: string, id: string) {
  return store.ask(function* (statements) {
    const [row] = yield* ask(statements.deliveryById, { targetId, id })
    return row ?? null
  })
}

/** A webhook as the database keeps it. */
export type WebhookRow = NonNullable<Awaited<ReturnType<typeof readWebhook>>>

export function readWebhook(store: Pick<Store, 'ask'>, id: string) {
  return store.ask(function* (statements) {
    const [row] = yield* ask(statements.webhookById, { id })
    return row ?? null
  })
}

/** Guaranteed by the contract, through which alone webhooks are written. */
function shapeOf(text: string): WebhookShape {
  return text as WebhookShape
}

/** Sends one delivery once, signed. What went wrong on our own side is thrown; what went wrong on the way is told. */
export async function sendOnce(courier: Courier, webhook: WebhookRow, row: DeliveryRow): Promise<Posted> {
  const snapshot = await courier.store.read(row.networkId)
  const content = contentOf(courier, snapshot, { payload: payloadOf(row.payload), revision: row.revision })
  const body = bodyOf(shapeOf(webhook.shape), content)
  const timestamp = Math.floor(courier.clock().getTime() / 1_000)
  const signature = signatureOf(courier.vault.unseal(webhook.secret), { id: row.id, timestamp, body })
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Weft',
    'webhook-id': row.id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signature,
  }
  return courier.post({ url: webhook.url, headers, body })
}

/** Why a try did not count as delivered, in words without anything that the receiver wrote; null where it did. */
export function failureOf(posted: Posted): string | null {
  if (posted.kind === 'failed') return posted.reason
  const { status } = posted
  if (status >= 200 && status < 300) return null
  return status >= 300 && status < 400 ? `answered ${status}; redirects are not followed` : `answered ${status}`
}

/** Switches a webhook off and tells the person who made it; only the first of several tells. */
export function* disable(statements: Statements, webhook: WebhookRow, { at, because, revision }: Ending): Steps<void> {
  const [off] = yield* ask(statements.disableWebhook, { id: webhook.id, disabledAt: at, disabledBecause: because })
  if (!off) return
  yield* tell(statements.failWaiting, { targetId: webhook.id, at, error: 'the webhook was switched off' })
  const whom = { networkId: webhook.networkId, personId: webhook.createdBy }
  const ways = waysFor(yield* choicesOf(statements, whom), 'webhook.disabled')
  if (!ways) return
  const told = { ...whom, ...ways, kind: 'webhook.disabled', subject: 'webhook', subjectId: webhook.id }
  yield* tell(statements.putNotification, { ...told, id: `told_${webhook.id}_${at.getTime()}`, revision, actor: 'weft', at, readAt: null })
}

export type Ending = { readonly at: Date; readonly because: string; readonly revision: number }

import { ask, type Steps, tell } from '../../../db/query.ts'
import type { Statements } from '../../../db/statements/index.ts'
import { DomainError } from '../../domain/error.ts'
import type { WebhookEventName, WebhookShape } from '../../domain/notify/kinds.ts'
import { find, type Snapshot } from '../../domain/snapshot.ts'
import { formatInstant } from '../../domain/time.ts'
import type { Store } from '../store-contract.ts'
import { refusalOfUrl } from './addresses.ts'
import { type DeliveryRow, failureOf, type Payload, readDelivery, sendOnce, testType, type WebhookRow } from './deliver.ts'
import type { Outbox } from './outbox.ts'
import { newWebhookSecret } from './signature.ts'

/** Guaranteed by the contract, through which alone webhooks are written. */
function castWebhook(row: WebhookRow) {
  return { shape: row.shape as WebhookShape, events: row.events as WebhookEventName[] }
}

type Counts = ReadonlyMap<string, number>
type Totals = { readonly waiting: Counts; readonly failed: Counts }

function* totalsOf(statements: Statements, networkId: string): Steps<Totals> {
  const [waiting, failed] = [yield* ask(statements.countWaiting, { networkId }), yield* ask(statements.countFailed, { networkId })]
  const counts = (rows: typeof waiting) => new Map(rows.map(({ targetId, total }) => [targetId, Number(total)]))
  return { waiting: counts(waiting), failed: counts(failed) }
}

function instantOf(at: Date | null): string | null {
  return at && formatInstant(at.getTime())
}

function itemOf(row: WebhookRow, snapshot: Snapshot, { waiting, failed }: Totals) {
  const { id, name, url, createdBy, createdAt, disabledAt, disabledBecause } = row
  return {
    id,
    name,
    url,
    ...castWebhook(row),
    createdAt: formatInstant(createdAt.getTime()),
    createdBy: find(snapshot, 'person', createdBy)?.id ?? null,
    isEnabled: disabledAt === null,
    disabledAt: instantOf(disabledAt),
    disabledBecause,
    waiting: waiting.get(id) ?? 0,
    failed: failed.get(id) ?? 0,
  }
}

/** A delivery as its list shows it. */
export function deliveryOf({ id, kind, revision, sentAt, failedAt, attempts, createdAt, nextAt, lastError }: DeliveryRow) {
  const state = sentAt ? ('sent' as const) : failedAt ? ('failed' as const) : ('waiting' as const)
  const times = { createdAt: formatInstant(createdAt.getTime()), nextAt: state === 'waiting' ? instantOf(nextAt) : null, sentAt: instantOf(sentAt) }
  return { id, type: kind, revision, state, attempts, ...times, error: lastError }
}

/** The webhooks of a network, oldest first. */
export async function listWebhooks(store: Pick<Store, 'ask' | 'read'>, networkId: string) {
  const snapshot = await store.read(networkId)
  return store.ask(function* (statements) {
    const rows = yield* ask(statements.webhooksOf, { networkId })
    const totals = yield* totalsOf(statements, networkId)
    return rows.map((row) => itemOf(row, snapshot, totals))
  })
}

function missing(id: string): DomainError {
  return new DomainError('NOT_FOUND', `There is no webhook “${id}” in this network. It may have been deleted.`, { entity: 'webhook', id })
}

/** The webhook as the database keeps it. @throws DomainError NOT_FOUND, exactly so for one of another network */
export async function getWebhook(store: Pick<Store, 'ask'>, networkId: string, id: string): Promise<WebhookRow> {
  const [row] = await store.ask((statements) => ask(statements.webhookById, { id }))
  if (row?.networkId === networkId) return row
  throw missing(id)
}

export async function showWebhook(store: Pick<Store, 'ask' | 'read'>, networkId: string, id: string) {
  const item = (await listWebhooks(store, networkId)).find((each) => each.id === id)
  if (item) return item
  throw missing(id)
}

/** @throws DomainError VALIDATION for an address that would be refused whatever its name leads to */
function refuseUrl({ allowedHosts }: Outbox, text: string): void {
  const refusal = refusalOfUrl(allowedHosts, new URL(text))
  if (refusal === null) return
  const remedy = 'Give a public address on port 80 or 443, or let the operator of this server name the host in WEBHOOK_ALLOWED_HOSTS.'
  throw new DomainError('VALIDATION', `This address cannot be used: ${refusal}. ${remedy}`, { faults: [{ path: 'url', message: refusal, remedy }] })
}

export type NewWebhook = {
  readonly id: string
  readonly networkId: string
  readonly name: string
  readonly url: string
  readonly shape: WebhookShape
  readonly events: readonly WebhookEventName[]
  readonly createdBy: string
}

/** Adds a webhook. @returns its secret, which is shown this once */
export async function addWebhook(outbox: Outbox, webhook: NewWebhook): Promise<string> {
  refuseUrl(outbox, webhook.url)
  const secret = newWebhookSecret()
  const kept = { secret: outbox.vault.seal(secret), createdAt: outbox.clock(), disabledAt: null, disabledBecause: null }
  await outbox.store.write('outbox', (statements) => tell(statements.insertWebhook, { ...webhook, ...kept }))
  return secret
}

export type WebhookPatch = {
  readonly name?: string | undefined
  readonly url?: string | undefined
  readonly shape?: WebhookShape | undefined
  readonly events?: readonly WebhookEventName[] | undefined
  readonly isEnabled?: boolean | undefined
}

const byHand = 'it was switched off by hand'

function switched(row: WebhookRow, isEnabled: boolean | undefined, now: Date) {
  if (isEnabled === undefined || isEnabled === (row.disabledAt === null)) return { disabledAt: row.disabledAt, disabledBecause: row.disabledBecause }
  return isEnabled ? { disabledAt: null, disabledBecause: null } : { disabledAt: now, disabledBecause: byHand }
}

/** Changes a webhook, or switches it; what still waits of one that is switched off is given up and can be sent again. */
export async function changeWebhook(outbox: Outbox, row: WebhookRow, { isEnabled, ...patch }: WebhookPatch): Promise<void> {
  if (patch.url !== undefined) refuseUrl(outbox, patch.url)
  const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
  const state = switched(row, isEnabled, outbox.clock())
  await outbox.store.write('outbox', function* (statements) {
    yield* tell(statements.updateWebhook, { ...row, ...given, ...state })
    if (state.disabledAt) yield* tell(statements.failWaiting, { targetId: row.id, at: state.disabledAt, error: 'the webhook was switched off' })
  })
}

export function deleteWebhook({ store }: Outbox, { networkId, id }: WebhookRow): Promise<void> {
  return store.write('outbox', function* (statements) {
    yield* tell(statements.removeOutboxOf, { targetId: id })
    yield* tell(statements.removeWebhook, { networkId, id })
  })
}

const testLeaseMs = 60_000

/** Sends a test once, now; it stands in the list of deliveries like any other. */
export async function testWebhook(outbox: Outbox, webhook: WebhookRow, by: { readonly actor: string; readonly id: string }) {
  const { store, clock } = outbox
  const now = clock()
  const lease = new Date(now.getTime() + testLeaseMs)
  const payload: Payload = { type: testType, data: {}, at: formatInstant(now.getTime()), actor: by.actor, changeSetId: null }
  const { revision } = await store.read(webhook.networkId)
  const row: DeliveryRow = {
    id: by.id,
    networkId: webhook.networkId,
    kind: testType,
    targetId: webhook.id,
    revision,
    payload,
    createdAt: now,
    nextAt: now,
    attempts: 0,
    leasedUntil: lease,
    sentAt: null,
    failedAt: null,
    lastError: null,
  }
  await store.write('outbox', (statements) => tell(statements.insertOutbox, { ...row }))
  const error = failureOf(await sendOnce(outbox, webhook, row))
  const ended = { id: row.id, lease, at: clock(), attempts: 1, error }
  await store.write('outbox', (statements) => tell(error === null ? statements.settleSent : statements.settleFailed, ended))
  return showDelivery(store, webhook.id, row.id)
}

/** @throws DomainError NOT_FOUND */
export async function showDelivery(store: Pick<Store, 'ask'>, targetId: string, id: string) {
  const row = await readDelivery(store, targetId, id)
  if (row) return deliveryOf(row)
  throw new DomainError('NOT_FOUND', `There is no delivery “${id}” of this webhook. Deliveries are kept for 30 days.`, { entity: 'delivery', id })
}

/** Lets a delivery be sent again, under its old id. @throws DomainError NOT_FOUND; VALIDATION where the webhook is off */
export async function replayDelivery({ store, clock }: Outbox, webhook: WebhookRow, id: string) {
  await showDelivery(store, webhook.id, id)
  if (webhook.disabledAt !== null) throw new DomainError('VALIDATION', 'The webhook is switched off. Switch it on, then send the delivery again.', {})
  await store.write('outbox', (statements) => tell(statements.replayDelivery, { targetId: webhook.id, id, now: clock() }))
  return showDelivery(store, webhook.id, id)
}

const mostListed = 100

export async function listDeliveries(store: Pick<Store, 'ask'>, { id }: WebhookRow) {
  const rows = await store.ask((statements) => ask(statements.deliveriesOf, { targetId: id, limit: mostListed }))
  return rows.map(deliveryOf)
}

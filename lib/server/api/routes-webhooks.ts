import { api } from '../../contract/api.ts'
import type { Operation } from '../../contract/operation.ts'
import {
  addWebhook,
  changeWebhook,
  deleteWebhook,
  getWebhook,
  listDeliveries,
  listWebhooks,
  replayDelivery,
  showWebhook,
  testWebhook,
} from '../outbox/webhooks.ts'
import { type Call, type Route, route } from './context.ts'

type OfWebhook = Pick<Call<Operation>, 'store'> & { readonly params: { readonly network: string; readonly id: string } }

async function webhookOf({ store, params }: OfWebhook) {
  return getWebhook(store, await store.resolve(params.network), params.id)
}

const { webhooks } = api

/** What programs are told. */
export const webhookRoutes: readonly Route[] = [
  route(webhooks.list, async ({ store, params }) => ({ items: await listWebhooks(store, await store.resolve(params.network)) })),
  route(webhooks.create, async ({ store, outbox, params, body, actor, who, uuid }) => {
    const networkId = await store.resolve(params.network)
    const id = `hook_${uuid()}`
    const secret = await addWebhook(outbox, { id, networkId, ...body, createdBy: who.personId ?? actor })
    return { item: await showWebhook(store, networkId, id), secret }
  }),
  route(webhooks.update, async (call) => {
    const row = await webhookOf(call)
    await changeWebhook(call.outbox, row, call.body)
    return { item: await showWebhook(call.store, row.networkId, row.id) }
  }),
  route(webhooks.remove, async (call) => {
    const row = await webhookOf(call)
    await deleteWebhook(call.outbox, row)
    return { id: row.id }
  }),
  route(webhooks.test, async (call) => ({
    item: await testWebhook(call.outbox, await webhookOf(call), { actor: call.actor, id: `msg_${call.uuid()}` }),
  })),
  route(webhooks.deliveries, async (call) => ({ items: await listDeliveries(call.store, await webhookOf(call)) })),
  route(webhooks.replay, async (call) => ({ item: await replayDelivery(call.outbox, await webhookOf(call), call.params.delivery) })),
]

import { ask, tell } from '../../../db/query.ts'
import { api } from '../../contract/api.ts'
import type { Operation } from '../../contract/operation.ts'
import { DomainError } from '../../domain/error.ts'
import type { DigestChoice } from '../../domain/notify/kinds.ts'
import { channels, channelsFor, mailOf, topics } from '../../domain/notify/topics.ts'
import { countUnread, type Reader, readTold } from '../outbox/told.ts'
import { choicesOf } from '../outbox/ways.ts'
import { type Call, type Route, route } from './context.ts'

type InNetwork = Pick<Call<Operation>, 'store' | 'who'> & { readonly params: { readonly network: string } }

/** @throws DomainError FORBIDDEN for somebody who is no person of the network, such as the owner of the server who has not joined */
async function readerOf({ store, who, params }: InNetwork): Promise<Reader> {
  const networkId = await store.resolve(params.network)
  if (who.personId !== null) return { networkId, personId: who.personId, role: who.role }
  throw new DomainError('FORBIDDEN', 'Only a member of the network is told something. Join the network first.')
}

function unreadNow({ store }: InNetwork, reader: Reader): Promise<number> {
  return store.ask((statements) => countUnread(statements, reader))
}

/** Guaranteed by the contract, through which alone the choice is written. */
function choiceOf(text: string): DigestChoice {
  return text as DigestChoice
}

async function digestOf({ store, outbox }: Pick<Call<Operation>, 'store' | 'outbox'>, { networkId, personId }: Reader) {
  const [row] = await store.ask((statements) => ask(statements.digestOf, { networkId, personId }))
  return { choice: choiceOf(row?.digest ?? 'off'), canMail: outbox.mail !== null, hasAddress: Boolean(row?.email) }
}

async function toldByOf({ store, outbox }: Pick<Call<Operation>, 'store' | 'outbox'>, reader: Reader) {
  const { choice: digest, ...mail } = await digestOf({ store, outbox }, reader)
  const choices = await store.ask((statements) => choicesOf(statements, reader))
  return { topics: topics.map((topic) => ({ topic, channels: channelsFor(choices, topic), mail: mailOf(topic) })), digest, ...mail }
}

const { notifications } = api

/** What a person is told, and how often by mail. */
export const notificationRoutes: readonly Route[] = [
  route(notifications.list, async (call) => {
    const { only, limit, before = null } = call.query
    return readTold(call.store, await readerOf(call), { only, limit, before })
  }),
  route(notifications.unread, async (call) => ({ unread: await unreadNow(call, await readerOf(call)) })),
  route(notifications.read, async (call) => {
    const reader = await readerOf(call)
    await call.store.write(`told ${reader.networkId}`, (statements) =>
      tell(statements.markRead, { ...reader, id: call.params.id, now: new Date(call.now) }),
    )
    return { unread: await unreadNow(call, reader) }
  }),
  route(notifications.readAll, async (call) => {
    const reader = await readerOf(call)
    await call.store.write(`told ${reader.networkId}`, (statements) => tell(statements.markAllRead, { ...reader, now: new Date(call.now) }))
    return { unread: await unreadNow(call, reader) }
  }),
  route(notifications.digest, async (call) => digestOf(call, await readerOf(call))),
  route(notifications.setDigest, async (call) => {
    const reader = await readerOf(call)
    // What waits now was seen by whoever asks for mails: the first one comes at the next hour of mails, not at once.
    await call.store.write(`told ${reader.networkId}`, (statements) =>
      tell(statements.setDigest, { ...reader, digest: call.body.choice, now: new Date(call.now) }),
    )
    return digestOf(call, reader)
  }),
  route(notifications.toldBy, async (call) => toldByOf(call, await readerOf(call))),
  route(notifications.setToldBy, async (call) => {
    const reader = await readerOf(call)
    const { topic, channels: chosen } = call.body
    await call.store.write(`told ${reader.networkId}`, function* (statements) {
      const before = yield* choicesOf(statements, reader)
      const toldBy = { ...before, [topic]: channels.filter((channel) => chosen.includes(channel)) }
      yield* tell(statements.setToldBy, { ...reader, toldBy })
    })
    return toldByOf(call, reader)
  }),
]

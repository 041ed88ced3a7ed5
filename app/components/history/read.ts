import { request } from '../../../lib/client/request.ts'
import type { api } from '../../../lib/contract/api.ts'
import type { EntityName } from '../../../lib/domain/ids.ts'

type History = typeof api.history
type Query = Readonly<Record<string, string | number | undefined>>

/** One page of what changed, newest first. */
export function readHistory(network: string, query: Query) {
  return request<History['list']>({ method: 'GET', path: '/networks/{network}/history' }, { params: { network }, query })
}

/** One change set with what it made different. */
export function readChange(network: string, revision: number) {
  const params = { network, revision: String(revision) }
  return request<History['entry']>({ method: 'GET', path: '/networks/{network}/history/{revision}' }, { params })
}

/** How much changed on each day. */
export function readDays(network: string) {
  return request<History['days']>({ method: 'GET', path: '/networks/{network}/days' }, { params: { network } })
}

/** The changes of structure by reason. */
export function readReport(network: string, query: { readonly from: string; readonly to: string }) {
  return request<History['report']>({ method: 'GET', path: '/networks/{network}/history/report' }, { params: { network }, query })
}

type Restored = { readonly revision: number; readonly entity: EntityName; readonly id: string; readonly key: string }

/** Brings back a record that a change set deleted, with what went with it. */
export function restoreRecord(network: string, { revision, entity, id, key }: Restored) {
  const params = { network, revision: String(revision) }
  const sent = { params, body: { entity, id }, idempotencyKey: key }
  return request<History['restore']>({ method: 'POST', path: '/networks/{network}/history/{revision}/restore' }, sent)
}

/** The changes of one change set as they were committed; null where they are too many to be sent. */
export async function readChanges(network: string, revision: number) {
  const query = { since: revision - 1, limit: 1 }
  const answer = await request<History['changes']>({ method: 'GET', path: '/networks/{network}/changes' }, { params: { network }, query })
  return answer.changeSets.find((set) => set.revision === revision)?.changes ?? null
}

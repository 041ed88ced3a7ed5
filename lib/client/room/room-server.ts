import type { RoomBody, room } from '../../contract/room.ts'
import { asId } from '../../domain/ids.ts'
import { request } from '../request.ts'

/** What a window asks of the server about one room. Each of them may be sent again: it says how things shall be. */
export type RoomServer = {
  readonly read: () => Promise<RoomBody>
  readonly join: (nodeId: string | null) => Promise<RoomBody>
  readonly leave: () => Promise<RoomBody>
  readonly answer: (question: string, body: unknown) => Promise<RoomBody>
  readonly withdraw: (question: string) => Promise<RoomBody>
  readonly reveal: (question: string) => Promise<unknown>
}

const answerMs = 30_000
const base = '/networks/{network}/rituals/{ritual}'
const routes = {
  read: { method: 'GET', path: `${base}/room` },
  sit: { method: 'PUT', path: `${base}/seat` },
  leave: { method: 'DELETE', path: `${base}/seat` },
  answer: { method: 'PUT', path: `${base}/answers/{question}` },
  withdraw: { method: 'DELETE', path: `${base}/answers/{question}` },
  reveal: { method: 'POST', path: `${base}/reveal` },
} as const

type Api = typeof room

export function roomServer(network: string, ritual: string): RoomServer {
  const params = { network, ritual }
  const inTime = () => ({ signal: AbortSignal.timeout(answerMs) })
  return {
    read: () => request<Api['read']>(routes.read, { params, ...inTime() }),
    join: (nodeId) => request<Api['sit']>(routes.sit, { params, body: { nodeId: nodeId === null ? null : asId<'node'>(nodeId) }, ...inTime() }),
    leave: () => request<Api['leave']>(routes.leave, { params, ...inTime() }),
    answer: (question, body) => request<Api['answer']>(routes.answer, { params: { ...params, question }, body: { body }, ...inTime() }),
    withdraw: (question) => request<Api['withdraw']>(routes.withdraw, { params: { ...params, question }, ...inTime() }),
    reveal: (question) => request<Api['reveal']>(routes.reveal, { params, body: { question }, ...inTime() }),
  }
}

import { decodeSnapshot } from '../../contract/decode-snapshot.ts'
import type { SnapshotBody } from '../../contract/snapshot-columns.ts'
import { send } from '../request.ts'
import type { Days } from './days.ts'
import type { OpenPast } from './past.ts'

/** Guaranteed by the server: the answer has passed the schema of its operation. */
async function read<T>(response: Response): Promise<T> {
  return (await response.json()) as T
}

/** The network as it was after a revision. @throws DomainError REVISION_UNKNOWN */
export async function readPast(network: string, revision: number, signal: AbortSignal): Promise<OpenPast> {
  const response = await send({ method: 'GET', path: '/networks/{network}/past' }, { params: { network }, query: { revision }, signal })
  const { at, ...body } = await read<SnapshotBody & { readonly at: string }>(response)
  return { snapshot: decodeSnapshot(body), at }
}

/** The days on which the network changed. */
export async function readDays(network: string): Promise<Days> {
  return read<Days>(await send({ method: 'GET', path: '/networks/{network}/days' }, { params: { network } }))
}

import { decodeSnapshot } from '../../contract/decode-snapshot.ts'
import { DomainError } from '../../domain/error.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { send } from '../request.ts'
import { untilSignedIn } from '../signed-out.ts'
import type { Batch, ChangesAnswer, Committed } from './batch.ts'

/** What the browser asks of the server about one network. */
export type NetworkServer = {
  readonly snapshot: () => Promise<Snapshot>
  readonly changesSince: (revision: number) => Promise<ChangesAnswer>
  readonly commit: (batch: Pick<Batch, 'key' | 'calls'>) => Promise<Committed>
  readonly undo: (key: string) => Promise<Committed>
  readonly redo: (key: string) => Promise<Committed>
}

/** Guaranteed by the server: the answer has passed the schema of its operation. */
async function read<T>(response: Promise<Response>): Promise<T> {
  return (await (await response).json()) as T
}

export function networkServer(network: string): NetworkServer {
  const params = { network }
  return {
    snapshot: async () => decodeSnapshot(await read(send({ method: 'GET', path: '/networks/{network}/snapshot' }, { params }))),
    changesSince: (since) => read(send({ method: 'GET', path: '/networks/{network}/changes' }, { params, query: { since } })),
    commit: ({ key, calls }) =>
      read(send({ method: 'POST', path: '/networks/{network}/commands' }, { params, idempotencyKey: key, body: { commands: calls } })),
    undo: (key) => read(send({ method: 'POST', path: '/networks/{network}/undo' }, { params, idempotencyKey: key })),
    redo: (key) => read(send({ method: 'POST', path: '/networks/{network}/redo' }, { params, idempotencyKey: key })),
  }
}

/** Whether an error means that the server could not be reached or was not ready, so that the same request may be sent again. */
export function isOutage(error: unknown): boolean {
  return error instanceof TypeError || (error instanceof DomainError && (error.code === 'UNAVAILABLE' || error.code === 'STORAGE_FULL'))
}

/** Whether an error means that nobody is signed in any more: the same request may be sent again when somebody is. */
function isSignedOut(error: unknown): boolean {
  return error instanceof DomainError && error.code === 'UNAUTHENTICATED'
}

const longestWaitMs = 8_000

/**
 * Sends until the server answers, and waits while nobody is signed in. The request carries an idempotency key, so sending it again is applied once.
 *
 * @param onOutage told once the server does not answer, and again when it does
 */
export async function persist<T>(attempt: () => Promise<T>, onOutage: (isOut: boolean) => void): Promise<T> {
  for (let waitMs = 500; ; waitMs = Math.min(waitMs * 2, longestWaitMs)) {
    try {
      const answer = await attempt()
      onOutage(false)
      return answer
    } catch (error) {
      const isOut = isOutage(error)
      onOutage(isOut)
      if (isSignedOut(error)) await untilSignedIn()
      else if (isOut) await new Promise((resolve) => setTimeout(resolve, waitMs))
      else throw error
    }
  }
}

import { decodeSnapshot } from '../../contract/decode-snapshot.ts'
import { DomainError } from '../../domain/error.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { type RequestOptions, send } from '../request.ts'
import { isSomebodyElse, untilSignedIn } from '../signed-out.ts'
import type { Batch, ChangesAnswer, Committed } from './batch.ts'
import { noteTrouble } from './trouble.ts'

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

/** How long an answer is waited for: a connection that died without a word never gives one. */
const answerMs = 30_000
const snapshotMs = 120_000

function inTime(ms = answerMs): { readonly signal: AbortSignal } {
  return { signal: AbortSignal.timeout(ms) }
}

export function networkServer(network: string): NetworkServer {
  const params = { network }
  const post = (path: string, more: RequestOptions) => read<Committed>(send({ method: 'POST', path }, { params, ...more, ...inTime() }))
  return {
    snapshot: async () =>
      decodeSnapshot(await read(send({ method: 'GET', path: '/networks/{network}/snapshot' }, { params, ...inTime(snapshotMs) }))),
    changesSince: (since) => read(send({ method: 'GET', path: '/networks/{network}/changes' }, { params, query: { since }, ...inTime() })),
    commit: ({ key, calls }) => post('/networks/{network}/commands', { idempotencyKey: key, body: { commands: calls } }),
    undo: (key) => post('/networks/{network}/undo', { idempotencyKey: key }),
    redo: (key) => post('/networks/{network}/redo', { idempotencyKey: key }),
  }
}

/** Whether an error means that the server could not be reached, did not answer in time or was not ready, so that the same request may be sent again. */
export function isOutage(error: unknown): boolean {
  if (error instanceof DomainError) return error.code === 'UNAVAILABLE' || error.code === 'STORAGE_FULL' || error.code === 'TOO_MANY_REQUESTS'
  return error instanceof TypeError || (error instanceof DOMException && error.name === 'TimeoutError')
}

/** Whether an error means that nobody is signed in any more: the same request may be sent again when somebody is. */
function isSignedOut(error: unknown): boolean {
  return error instanceof DomainError && error.code === 'UNAUTHENTICATED'
}

const longestWaitMs = 8_000

export type Patience = {
  /** told once the server does not answer, and again when it does */
  readonly onOutage: (isOut: boolean) => void
  /** waits before the next try: so long, or until the server is heard of */
  readonly pause: (ms: number) => Promise<void>
  /** the account in whose name is sent; null where there is none */
  readonly userId?: string | null
}

/**
 * Sends until the server answers, and waits while its person is not signed in, or somebody else is. What is sent may be sent again: it reads, or
 * carries an idempotency key.
 */
export async function persist<T>(attempt: () => Promise<T>, { onOutage, pause, userId = null }: Patience): Promise<T> {
  for (let waitMs = 500; ; waitMs = Math.min(waitMs * 2, longestWaitMs)) {
    if (isSomebodyElse(userId)) await untilSignedIn(userId)
    try {
      const answer = await attempt()
      noteTrouble(null)
      onOutage(false)
      return answer
    } catch (error) {
      const isOut = isOutage(error)
      noteTrouble(error)
      onOutage(isOut)
      if (isSignedOut(error)) await untilSignedIn(userId)
      else if (isOut) await pause(waitMs)
      else throw error
    }
  }
}

/** Pauses that end early when the server is heard of. */
export function makeAlarm(): { readonly pause: Patience['pause']; readonly ring: () => void } {
  const waiting = new Set<() => void>()
  return {
    pause: (ms) =>
      new Promise((resolve) => {
        const wake = () => {
          clearTimeout(timer)
          waiting.delete(wake)
          resolve()
        }
        const timer = setTimeout(wake, ms)
        waiting.add(wake)
      }),
    ring: () => {
      for (const wake of [...waiting]) wake()
    },
  }
}

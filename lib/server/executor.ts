import type { AccountHandle } from '../../db/accounts.ts'
import { failureOf } from '../../db/failure.ts'
import type { Steps } from '../../db/query.ts'
import type { Statements } from '../../db/statements/index.ts'
import { DomainError } from '../domain/error.ts'

/** A write: its steps, run in one transaction (again, if they have to wait), and what to do once they are through. */
export type Job<T> = {
  readonly networkId: string
  readonly steps: () => Steps<T>
  /** the revision that other processes are told of; null where there is none */
  readonly revisionOf?: (outcome: T) => number | null
  /** takes the outcome into memory; what is taken before the transaction is durable is undone by `dropped` */
  readonly applied?: (outcome: T) => void
  /** after the outcome is durable */
  readonly published?: (outcome: T) => void
  /** what was applied never became durable */
  readonly dropped?: () => void
}

/** What processes on one database tell each other beside revisions; nothing of it is kept, and some of it may be lost. */
export type BroadcastChannel = 'presence' | 'access'

/** Words between the processes on one database. A process may hear itself. */
export type Broadcast = {
  /** @param text less than 8,000 bytes. Never fails: what cannot be sent now is lost */
  readonly send: (channel: BroadcastChannel, text: string) => void
  readonly listen: (onText: (channel: BroadcastChannel, text: string) => void) => void
}

/** A process that is alone has nobody to tell. */
export const aloneBroadcast: Broadcast = { send: () => undefined, listen: () => undefined }

/** How a database runs steps: the only thing that the two stores do differently. */
export type Executor = {
  readonly dialect: 'sqlite' | 'postgres'
  readonly statements: Statements
  /** what the account library writes through */
  readonly accounts: AccountHandle
  /** no other process writes to this database, so memory is never behind */
  readonly isAlone: boolean
  readonly write: <T>(job: Job<T>) => Promise<T>
  /** Steps that only ask, all of them seeing one state of the database. */
  readonly ask: <T>(steps: () => Steps<T>) => Promise<T>
  readonly listen: (onRevision: (networkId: string, revision: number) => void) => void
  /** words to the other processes; left out where there can be none */
  readonly broadcast?: Broadcast
  /** Takes what was deleted out of the files, as far as the program can: SQLite's log of writes is emptied, PostgreSQL does so by itself in time. */
  readonly purge: () => Promise<void>
  readonly check: () => Promise<ExecutorCheck>
  readonly close: () => Promise<void>
}

export type ExecutorCheck = {
  readonly version: string
  readonly migration: string
  readonly faults: readonly string[]
  readonly settings: Readonly<Record<string, string>>
}

const sentences = {
  busy: 'The database is busy with another program. Try again in a moment.',
  full: 'The disk of the database is full. Nothing was saved; make room, then try again.',
  readOnly: 'The database cannot be written: its file or folder is read-only. Nothing was saved.',
  corrupt: 'The database file is damaged. Stop the server and restore a backup with `weft restore`.',
  unreachable: 'The database cannot be reached. If this was a write, it may or may not have been saved: repeat it with the same Idempotency-Key.',
} as const

/** What a user is told about a failure of the database; anything else passes as it is. */
export function explain(error: unknown): unknown {
  if (error instanceof DomainError) return error
  const failure = failureOf(error)
  if (failure === 'badText')
    return new DomainError('VALIDATION', 'The database cannot keep one of these values, such as the character U+0000 or a date out of range.', {})
  if (failure === 'duplicate' || failure === 'dangling' || failure === 'other') return error
  const refusal = new DomainError(failure === 'full' ? 'STORAGE_FULL' : 'UNAVAILABLE', sentences[failure], { reason: failure })
  refusal.cause = error
  return refusal
}

import type { AccountHandle } from '../../db/accounts.ts'
import { failureOf } from '../../db/failure.ts'
import type { Steps } from '../../db/query.ts'
import type { Statements } from '../../db/statements/index.ts'
import { DomainError } from '../domain/error.ts'

/** A write: its steps, run in one transaction (again, if they have to wait), and what to do once they are through. */
export type Job<T> = {
  readonly networkId: string
  readonly steps: () => Steps<T>
  /** the change set that it makes: other processes are told of its revision, and by its id it is found again; null where it makes none */
  readonly setOf?: (outcome: T) => { readonly id: string; readonly revision: number } | null
  /** takes the outcome into memory; what is taken before the transaction is durable is undone by `dropped` */
  readonly applied?: (outcome: T) => void
  /** after the outcome is durable */
  readonly published?: (outcome: T) => void
  /** what was applied never became durable */
  readonly dropped?: () => void
}

/** What processes on one database tell each other beside revisions; nothing of it is kept, and some of it may be lost. */
export type BroadcastChannel = 'presence' | 'access' | 'room'

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
  /** @param onGap called when some may have been missed */
  readonly listen: (onRevision: (networkId: string, revision: number) => void, onGap: () => Promise<void>) => void
  /** words to the other processes; left out where there can be none */
  readonly broadcast?: Broadcast
  /** Takes what was deleted out of the files, as far as the program can: SQLite's log of writes is emptied, PostgreSQL does so by itself in time. */
  readonly purge: () => Promise<void>
  readonly check: () => Promise<ExecutorCheck>
  /** how large the database is on its disk */
  readonly bytes: () => Promise<number>
  readonly close: () => Promise<void>
}

/** What keeps a database from being used, and what to do. */
export type DatabaseFault = { readonly about: 'database' | 'schema' | 'disk'; readonly message: string }

/** The fault that a failure stands for. */
export function faultOf(error: unknown): DatabaseFault {
  const reason = explain(error)
  return { about: 'database', message: reason instanceof Error ? reason.message : String(reason) }
}

/** Whether the schema is still the one that this program opened. */
export function schemaFaults(known: string, found: string): DatabaseFault[] {
  if (known === found) return []
  return [{ about: 'schema', message: `The schema is ${found || 'gone'} by now, and this program is of ${known}. Start the version that fits.` }]
}

export type ExecutorCheck = {
  readonly version: string
  readonly migration: string
  readonly faults: readonly DatabaseFault[]
  readonly settings: Readonly<Record<string, string>>
}

const sentences = {
  busy: 'The database is busy with another program. Try again in a moment.',
  full: 'The disk of the database is full. Nothing was saved; make room, then try again.',
  readOnly: 'The database cannot be written: its file or folder is read-only. Nothing was saved.',
  corrupt: 'The database file is damaged. Stop the server and restore a backup with `weft restore`.',
  unreachable: 'The database cannot be reached. Nothing was saved; try again in a moment.',
  standby: 'The database only answers questions for now (it is a standby). Nothing was saved; try again in a moment.',
  slow: 'The database took too long for this, and nothing was saved. Try again when it has less to do.',
  unknown: 'The database was lost before it could say whether this was saved. Repeat it with the same Idempotency-Key: it is saved once.',
} as const

/** What a user is told about a failure of the database; anything else passes as it is. */
export function explain(error: unknown, failure = failureOf(error)): unknown {
  if (error instanceof DomainError) return error
  if (failure === 'badText')
    return new DomainError('VALIDATION', 'The database cannot keep one of these values, such as the character U+0000 or a date out of range.', {})
  if (failure === 'duplicate' || failure === 'dangling' || failure === 'other') return error
  const refusal = new DomainError(failure === 'full' ? 'STORAGE_FULL' : 'UNAVAILABLE', sentences[failure], { reason: failure })
  refusal.cause = error
  return refusal
}

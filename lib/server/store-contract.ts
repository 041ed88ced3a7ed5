import type { AccountHandle } from '../../db/accounts.ts'
import type { Steps } from '../../db/query.ts'
import type { Statements } from '../../db/statements/index.ts'
import type { NetworkSummary } from '../contract/handle.ts'
import type { Who } from '../domain/access.ts'
import type { Change } from '../domain/change.ts'
import type { CommandContext } from '../domain/command/command.ts'
import type { NamedAt } from '../domain/people/still-named.ts'
import type { Snapshot } from '../domain/snapshot.ts'
import type { Broadcast, DatabaseFault } from './executor.ts'
import type { History } from './history/history.ts'
import type { Restored } from './history/restore-steps.ts'

export type { NetworkSummary }

/** Who writes where and when. */
export type CommitContext = {
  readonly actor: string
  /** what the actor may do in this network */
  readonly who: Who
  readonly networkId: string
  /** the instant of the request, UTC */
  readonly now: string
}

/** What was written. Where nothing had to change, `changes` is empty, the revision is the old one and `changeSetId` is ''. */
export type Committed = {
  readonly networkId: string
  readonly revision: number
  readonly changeSetId: string
  readonly changes: readonly Change[]
  readonly summary: string
  /** an earlier request under the same Idempotency-Key wrote this */
  readonly replayed: boolean
}

/**
 * Says what changes: synchronous, without I/O. It may advance the snapshot in place by what it returns (`runCommands`
 * does) or leave it alone; where it throws, the snapshot is as it was.
 */
export type Decide = (snapshot: Snapshot, ctx: CommandContext) => Change[]

/** A command that is decided by operational rows, too. */
export type DecideWith<T> = {
  readonly name: string
  readonly read: (statements: Statements) => Steps<T>
  readonly decide: (snapshot: Snapshot, ctx: CommandContext, rows: T) => Change[]
}

/** The client's key of a request, and a hash of its body. */
export type Idempotency = { readonly key: string; readonly hash: string }

/** Writes operational rows that stand or fall with a change set: a membership with the person's record. Left out where a request is a repeat. */
export type Also = (statements: Statements, committed: Committed) => Steps<void>

export type WriteOptions = { readonly idempotency?: Idempotency | undefined; readonly also?: Also | undefined }

export type CreateOptions = WriteOptions & { readonly name?: string }

export type ChangeSet = {
  readonly id: string
  readonly revision: number
  readonly command: string
  readonly actor: string
  /** the change set that this one took back or brought back */
  readonly undoOf: string | null
  readonly at: string
  readonly changes: readonly Change[]
  readonly summary: string
  /** the nodes of others on whose content it touched */
  readonly othersNodeIds: readonly string[]
}

/** What became of somebody who was erased. */
export type Erased = {
  readonly committed: Committed
  /** what the person is called from now on */
  readonly pseudonym: string
  /** what became of the account: kept where it has other networks or is that of an owner of the server, none where the person had none */
  readonly account: 'deleted' | 'kept' | 'none'
  /** texts that people typed, in which the name or an address still stands */
  readonly stillNamed: readonly NamedAt[]
}

export type UndoStep = { readonly id: string; readonly summary: string }

/** The whole network at one revision as bytes, in each encoding. */
export type Body = {
  readonly revision: number
  readonly etag: string
  readonly brotli: Uint8Array<ArrayBuffer>
  readonly gzip: Uint8Array<ArrayBuffer>
  readonly json: Uint8Array<ArrayBuffer>
}

export type StoreCheck = {
  readonly ok: boolean
  readonly dialect: 'sqlite' | 'postgres'
  /** of the database program */
  readonly version: string
  readonly migration: string
  /** what is wrong, each with what to do */
  readonly faults: readonly DatabaseFault[]
  /** settings worth showing: journal mode, synchronous, file */
  readonly settings: Readonly<Record<string, string>>
}

/** The one door to the data: everything that reads or writes a network goes through it. */
export type Store = {
  readonly dialect: 'sqlite' | 'postgres'
  /** what the account library writes through; everything else uses `ask` and `write` */
  readonly accounts: AccountHandle
  networks(): Promise<readonly NetworkSummary[]>
  /** @returns the network's id. @throws DomainError NOT_FOUND */
  resolve(idOrSlug: string): Promise<string>
  /** The network now; shared by all, so never change it. @throws DomainError NOT_FOUND */
  read(networkId: string): Promise<Snapshot>
  commit(ctx: CommitContext, command: { readonly name: string; readonly decide: Decide }, options?: WriteOptions): Promise<Committed>
  /** A new network in one change set. @throws DomainError ID_TAKEN, SLUG_TAKEN */
  create(ctx: CommitContext, records: readonly Change[], options?: CreateOptions): Promise<Committed>
  undo(ctx: CommitContext, options?: WriteOptions): Promise<Committed>
  redo(ctx: CommitContext, options?: WriteOptions): Promise<Committed>
  undoState(ctx: Pick<CommitContext, 'actor' | 'networkId'>): Promise<{ readonly undo: UndoStep | null; readonly redo: UndoStep | null }>
  /** Change sets after a revision, oldest first, at most `limit`; 'reset' where reading the snapshot again is cheaper. */
  changesSince(networkId: string, revision: number, limit: number): Promise<readonly ChangeSet[] | 'reset'>
  /** Erases name and address of a person, and the way in, for good. @throws DomainError NOT_FOUND, LAST_OWNER */
  erasePerson(ctx: CommitContext, personId: string): Promise<Erased>
  /** Deletes a network and its history for good. */
  removeNetwork(networkId: string): Promise<void>
  body(networkId: string): Promise<Body>
  /** The network as it was; shared by all, so never change it. @throws DomainError NOT_FOUND, REVISION_UNKNOWN */
  snapshotAt(networkId: string, revision: number): Promise<Snapshot>
  /** what happened in a network, and when */
  readonly history: History
  /** Brings a deleted record back. @throws DomainError NOT_FOUND, REVISION_UNKNOWN, RESTORE_BLOCKED, FORBIDDEN */
  restore(ctx: CommitContext, restored: Restored, options?: WriteOptions): Promise<Committed>
  /** Commits what operational rows and records decide together: the rows are read in the transaction of the commit. */
  commitWith<T>(ctx: CommitContext, command: DecideWith<T>, options?: WriteOptions): Promise<Committed>
  /** Writes operational rows while the records of the network stand still; shows them as they are now. */
  within<T>(networkId: string, steps: (snapshot: Snapshot, statements: Statements) => Steps<T>): Promise<T>
  /** Calls back after each commit of a network, whoever made it. @returns how to stop */
  listen(networkId: string, onRevision: (revision: number) => void): () => void
  /** words to and from the other processes on this database */
  readonly broadcast: Broadcast
  /** Asks operational tables (members, links, what is still to be sent): they are no records, and no log tells of them. */
  ask<T>(steps: (statements: Statements) => Steps<T>): Promise<T>
  /** Writes operational tables in one transaction; those of one lane run one after the other. */
  write<T>(lane: string, steps: (statements: Statements) => Steps<T>): Promise<T>
  /** Whether the database can be written and is what this program needs; never throws. */
  check(): Promise<StoreCheck>
  /** how large the database is on its disk */
  bytes(): Promise<number>
  close(): Promise<void>
}

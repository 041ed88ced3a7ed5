import type { ChangeSetBody, CommittedBody } from '../contract/change.ts'
import type { Change } from '../domain/change.ts'
import type { CommandContext } from '../domain/command/command.ts'
import type { Snapshot } from '../domain/snapshot.ts'

export type CommitContext = { readonly actor: string; readonly networkId: string; readonly now: string }
export type Committed = CommittedBody
export type ChangeSet = ChangeSetBody
export type Decide = (snapshot: Snapshot, ctx: CommandContext) => Change[]
export type Idempotency = { readonly key: string; readonly hash: string }
export type UndoStep = { readonly id: string; readonly summary: string } | null
export type NetworkSummary = { readonly id: string; readonly slug: string | null; readonly name: string; readonly revision: number }

/** The one door to the data: reads give shared snapshots, writes are change sets. */
export type Store = {
  readonly dialect: 'sqlite' | 'postgres'
  networks(): Promise<readonly NetworkSummary[]>
  resolve(idOrSlug: string): Promise<string>
  read(networkId: string): Promise<Snapshot>
  commit(ctx: CommitContext, command: { readonly name: string; readonly decide: Decide }, options?: { readonly idempotency?: Idempotency }): Promise<Committed>
  create(ctx: CommitContext, records: readonly Change[], options?: { readonly name: string; readonly idempotency?: Idempotency }): Promise<Committed>
  undo(ctx: CommitContext): Promise<Committed>
  redo(ctx: CommitContext): Promise<Committed>
  undoState(ctx: CommitContext): Promise<{ readonly undo: UndoStep; readonly redo: UndoStep }>
  changesSince(networkId: string, revision: number, limit: number): Promise<readonly ChangeSet[] | 'reset'>
  removeNetwork(networkId: string): Promise<void>
  body(networkId: string): Promise<{ readonly revision: number; readonly etag: string; readonly brotli: Uint8Array; readonly gzip: Uint8Array; readonly json: Uint8Array }>
  listen(networkId: string, onRevision: (revision: number) => void): () => void
  check(): Promise<unknown>
  close(): Promise<void>
}

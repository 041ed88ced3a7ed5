import type { api } from '../../contract/api.ts'
import { decodeSnapshot } from '../../contract/decode-snapshot.ts'
import type { SnapshotBody } from '../../contract/snapshot-columns.ts'
import { DomainError } from '../../domain/error.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { addressOf, request } from '../request.ts'
import type { NetworkServer } from './server.ts'

export type Shared = {
  readonly name: string
  readonly view: 'map' | 'chain' | 'outline' | 'timeline'
  readonly query: string
  readonly expiresAt: string
  readonly snapshot: Snapshot
}

/** Guaranteed by the server: what a link shows has the form of a snapshot. */
function castBody(snapshot: unknown): SnapshotBody {
  return snapshot as SnapshotBody
}

/** Reads what a share link shows. @throws DomainError LINK_OVER */
export async function readShared(token: string): Promise<Shared> {
  const { snapshot, ...rest } = await request<typeof api.shareLinks.read>({ method: 'GET', path: '/shared/{token}' }, { params: { token } })
  return { ...rest, snapshot: decodeSnapshot(castBody(snapshot)) }
}

export function sharedEvents(token: string): string {
  return addressOf({ path: '/shared/{token}/events' }, { params: { token } })
}

function refuse(): never {
  throw new DomainError('FORBIDDEN', 'This link reads and changes nothing.')
}

/** The server as who has a link sees it: the whole picture again at each change, and nothing to write. */
export function sharedServer(token: string): NetworkServer {
  return {
    snapshot: async () => (await readShared(token)).snapshot,
    changesSince: async (revision) => ({ revision, reset: true, more: false, changeSets: [] }),
    commit: async () => refuse(),
    undo: async () => refuse(),
    redo: async () => refuse(),
  }
}

import { encodeSnapshot } from '../../contract/snapshot-body.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { packBody } from '../body.ts'
import type { Body } from '../store-contract.ts'

/** A moment: a revision, the instant of its change set, and the stamp of the last erasing. */
export type PastMoment = { readonly networkId: string; readonly revision: number; readonly at: string; readonly stamp: string | null }

/**
 * The network at a moment as bytes, with the check-ins that one saw then. The same moment gives the same records until a person is erased,
 * or the database is restored from a copy and counts its revisions anew: then they have another version.
 */
export function pastBody(snapshot: Snapshot, { networkId, revision, at, stamp }: PastMoment): Promise<Body> {
  const json = new TextEncoder().encode(JSON.stringify({ ...encodeSnapshot(snapshot, at), at }))
  return packBody({ networkId, revision, version: `${stamp ?? ''} ${at}` }, json)
}

import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { encodeTable, type Order, type Orders, orderOf, referrersOf } from '../contract/snapshot-body.ts'
import type { Change } from '../domain/change.ts'
import { type EntityName, entityNames } from '../domain/ids.ts'
import type { Snapshot } from '../domain/snapshot.ts'
import type { Body } from './store-contract.ts'

/** The parts of a network's body that are still true, and the whole of the last revision that was asked for. */
export type BodyCache = {
  readonly orders: Map<EntityName, Order>
  /** each table as JSON text */
  readonly tables: Map<EntityName, string>
  built: { readonly revision: number; readonly body: Promise<Body> } | null
}

export function newBodyCache(): BodyCache {
  return { orders: new Map(), tables: new Map(), built: null }
}

/** Forgets the tables that a change set changed, and those that refer to one whose order it changed. */
export function markChanged({ orders, tables }: BodyCache, changes: readonly Change[]): void {
  for (const { entity, before, after } of changes) {
    tables.delete(entity)
    if (before !== null && after !== null) continue
    if (!orders.delete(entity)) continue
    for (const referrer of referrersOf(entity)) tables.delete(referrer)
  }
}

/** Check-ins travel by age as of when their order was made; it is made anew when one is added or deleted. */
function ordersNow({ orders }: BodyCache, snapshot: Snapshot, now: string): Orders {
  for (const entity of entityNames) if (!orders.has(entity)) orders.set(entity, orderOf(snapshot, entity, now))
  return castOrders(Object.fromEntries(orders))
}

/** Guaranteed by `ordersNow`: all entity names are there. */
function castOrders(byName: Record<string, Order>): Orders {
  return byName as Orders
}

function jsonOf(cache: BodyCache, snapshot: Snapshot, now: string): string {
  const orders = ordersNow(cache, snapshot, now)
  const parts = entityNames.map((entity) => {
    const text = cache.tables.get(entity) ?? JSON.stringify(encodeTable(snapshot, entity, orders))
    cache.tables.set(entity, text)
    return `${JSON.stringify(entity)}:${text}`
  })
  return `{"format":"weft-snapshot/1","revision":${snapshot.revision},"tables":{${parts.join(',')}}}`
}

const packBrotli = promisify(brotliCompress)
const packGzip = promisify(gzip)

/** What a body is of; `version` tells apart what the same revision reads as at different times. */
type Packed = { readonly networkId: string; readonly revision: number; readonly version: string }

/** Compresses a body, and names its version. */
export async function packBody({ networkId, revision, version }: Packed, json: Uint8Array<ArrayBuffer>): Promise<Body> {
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: json.byteLength } }
  const [brotli, gzipped] = await Promise.all([packBrotli(json, options), packGzip(json, { level: 5 })])
  const network = createHash('sha256')
    .update(version === '' ? networkId : `${networkId} ${version}`)
    .digest('base64url')
    .slice(0, 8)
  return { revision, etag: `"${network}-${revision}"`, brotli, gzip: gzipped, json }
}

/** The network as bytes, built once for each revision; tables that did not change are not written again. */
export function bodyOf(cache: BodyCache, networkId: string, snapshot: Snapshot, now: string): Promise<Body> {
  if (cache.built?.revision === snapshot.revision) return cache.built.body
  const json = new TextEncoder().encode(jsonOf(cache, snapshot, now))
  const body = packBody({ networkId, revision: snapshot.revision, version: '' }, json)
  cache.built = { revision: snapshot.revision, body }
  return body
}

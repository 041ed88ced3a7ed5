import { setImmediate } from 'node:timers/promises'
import { promisify } from 'node:util'
import { brotliCompress, brotliDecompress, constants } from 'node:zlib'
import { decodeSnapshot } from '../../contract/decode-snapshot.ts'
import { encodeTable, type Order, type Orders } from '../../contract/snapshot-body.ts'
import type { SnapshotBody, TableBody } from '../../contract/snapshot-columns.ts'
import type { AnyEntity } from '../../domain/entity.ts'
import { completed } from '../../domain/history/complete.ts'
import { type EntityName, entityNames } from '../../domain/ids.ts'
import { makeSnapshot, type Snapshot } from '../../domain/snapshot.ts'

const pack = promisify(brotliCompress)
const unpack = promisify(brotliDecompress)

const format = 'weft-snapshot/1'

/** The order of every record: a checkpoint holds all of them, however old. Guaranteed: there is one for each entity. */
function wholeOrders(snapshot: Snapshot): Orders {
  const orders = entityNames.map((entity): [EntityName, Order] => {
    const ids = [...snapshot.tables[entity].keys()]
    return [entity, { ids, placeById: new Map(ids.map((id, place) => [id, place])) }]
  })
  return Object.fromEntries(orders) as unknown as Orders
}

/**
 * A whole network as a checkpoint keeps it: the columns of the snapshot on the wire with all check-ins. Others have their turn after each table.
 *
 * @param snapshot must not change meanwhile
 */
export async function encodeCheckpoint(snapshot: Snapshot): Promise<Buffer> {
  const orders = wholeOrders(snapshot)
  const parts: string[] = []
  for (const entity of entityNames) {
    parts.push(`${JSON.stringify(entity)}:${JSON.stringify(encodeTable(snapshot, entity, orders))}`)
    await setImmediate()
  }
  const text = Buffer.from(`{"format":"${format}","revision":${snapshot.revision},"tables":{${parts.join(',')}}}`)
  return pack(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: text.byteLength } })
}

const noTable: TableBody = { count: 0, columns: {} }

/** Guaranteed by `encodeCheckpoint`, the only writer, of this program or an older one: tables that came since are empty. */
function castBody(body: { readonly revision?: unknown; readonly tables?: unknown }): SnapshotBody {
  const tables = Object.fromEntries(entityNames.map((entity) => [entity, Reflect.get(Object(body.tables), entity) ?? noTable]))
  return { format, revision: Number(body.revision), tables } as unknown as SnapshotBody
}

/** The records of a table in which fields are missing that came since. Guaranteed by `completed`: the result has every field. */
function completedTable(snapshot: Snapshot, entity: EntityName): readonly AnyEntity[] {
  return [...snapshot.tables[entity].values()].map((record) => completed(entity, record) as unknown as AnyEntity)
}

/** Reads a checkpoint, also one of an older program. @returns null where it is of another form: then it is no help */
export async function decodeCheckpoint(bytes: Uint8Array): Promise<Snapshot | null> {
  const body: unknown = JSON.parse((await unpack(bytes)).toString())
  if (Reflect.get(Object(body), 'format') !== format) return null
  const snapshot = decodeSnapshot(castBody(Object(body)))
  const records = entityNames.map((entity) => [entity, completedTable(snapshot, entity)])
  return makeSnapshot(Object.fromEntries(records), snapshot.revision)
}

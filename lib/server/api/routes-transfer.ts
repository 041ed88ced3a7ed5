import { api } from '../../contract/api.ts'
import { documentFrom } from '../../domain/format/from-snapshot.ts'
import { networkOf } from '../../domain/snapshot.ts'
import { accountOf } from '../access/account.ts'
import { importDocument } from '../import/import-document.ts'
import { type Route, route } from './context.ts'

const { transfer } = api

/** A header's file name: what is neither letter, digit, dot nor hyphen becomes a hyphen. */
function fileName(text: string): string {
  return `${text.replace(/[^\w.-]+/g, '-').slice(0, 80)}.weft.json`
}

/** Networks as weft/1 documents, in and out. */
export const transferRoutes: readonly Route[] = [
  route(transfer.import, async (call) => {
    const { committed, network, counts, renamed } = await importDocument({ ...call, founder: await accountOf(call.store, call.principal) }, call.body)
    call.access.changed(network.id)
    const { changes: _changes, ...step } = committed
    return { ...step, item: network, counts, renamed: [...renamed] }
  }),
  route(transfer.export, async ({ store, params, now }) => {
    const snapshot = await store.read(await store.resolve(params.network))
    const { slug, id } = networkOf(snapshot)
    const headers = { 'content-disposition': `attachment; filename="${fileName(slug ?? id)}"`, 'cache-control': 'no-store' }
    return Response.json(documentFrom(snapshot, { exportedAt: now }), { headers })
  }),
]

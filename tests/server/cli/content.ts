import { join } from 'node:path'
import { openStore } from '../../../lib/server/store.ts'
import { planNetwork } from '../network-kit.ts'
import { recordsOf } from '../records.ts'

export const golden = 'tests/fixtures/value-network.weft.json'

/** Everything that a database says about its networks: records, history, undo. */
export async function contentOf(databaseUrl: string) {
  const store = await openStore(databaseUrl)
  try {
    const networks = await store.networks()
    return await Promise.all(
      networks.map(async ({ id, ...summary }) => {
        const [snapshot, changes, undo] = [
          await store.read(id),
          await store.changesSince(id, 0, 1_000),
          await store.undoState({ networkId: id, actor: 'ana' }),
        ]
        return { id, ...summary, revision: snapshot.revision, records: structuredClone(recordsOf(snapshot)), changes, undo }
      }),
    )
  } finally {
    await store.close()
  }
}

/** A SQLite file that nobody holds, with a network of every kind of record. */
export async function fileWithNetwork(folder: string): Promise<string> {
  const databaseUrl = `file:${join(folder, 'weft.db')}`
  const store = await openStore(databaseUrl)
  await planNetwork(store)
  await store.close()
  return databaseUrl
}

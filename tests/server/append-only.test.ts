import Database from 'better-sqlite3'
import { Client } from 'pg'
import { expect, test } from 'vitest'
import { call } from '../../lib/domain/command/call.ts'
import { fileOf } from '../../lib/server/store.ts'
import { describeOnEachDatabase, type TestDatabase } from './describe-on-each-database.ts'
import { commit, emptyNetwork } from './network-kit.ts'

/** Runs SQL beside the store, as somebody with the database's password could. */
async function runBeside({ dialect, url }: TestDatabase, statement: string): Promise<unknown[]> {
  if (dialect === 'sqlite') {
    const connection = new Database(fileOf(url()))
    try {
      const prepared = connection.prepare(statement)
      return prepared.reader ? prepared.all() : [prepared.run()]
    } finally {
      connection.close()
    }
  }
  const client = new Client({ connectionString: url() })
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

describeOnEachDatabase('history', (database) => {
  const { store, dialect } = database

  for (const statement of [
    "UPDATE change_log SET entity = 'team'",
    'DELETE FROM change_log',
    "UPDATE change_set SET actor = 'somebody else'",
    'DELETE FROM change_set WHERE revision = 1',
  ])
    test(`refuses “${statement}”`, async () => {
      const ctx = await emptyNetwork(store())
      await commit(store(), ctx, [call('area.create', { id: 'a', name: 'A' })])
      await expect(runBeside(database, statement)).rejects.toThrow('append-only')
      expect(await store().changesSince(ctx.networkId, 0, 10)).toHaveLength(2)
    })

  test('a row that refers to nothing, or to another network’s record, is refused by the database itself', async () => {
    const [one, two] = [await emptyNetwork(store()), await emptyNetwork(store())]
    await commit(store(), one, [call('area.create', { id: 'only-one', name: 'A' })])
    const insert = `INSERT INTO node (network_id, id, rank, area_id, name, activities, slot) VALUES ('${two.networkId}', 'n', 1, 'only-one', 'N', '[]', 0)`
    await expect(runBeside(database, insert)).rejects.toThrow(/foreign key/i)
  })

  if (dialect === 'postgres')
    test('refuses TRUNCATE', async () => {
      await expect(runBeside(database, 'TRUNCATE change_log')).rejects.toThrow('append-only')
    })
})

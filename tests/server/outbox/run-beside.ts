import Database from 'better-sqlite3'
import { Client } from 'pg'
import { fileOf } from '../../../lib/server/store.ts'
import type { TestDatabase } from '../describe-on-each-database.ts'

/** Runs SQL beside the store, as somebody with the database's password could. */
export async function runBeside({ dialect, url }: Pick<TestDatabase, 'dialect' | 'url'>, statement: string): Promise<unknown[]> {
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

import { randomUUID } from 'node:crypto'
import { Client } from 'pg'

/** The PostgreSQL server of the tests; undefined where there is none. */
export const postgresUrl = process.env['WEFT_TEST_POSTGRES_URL']

/** Runs statements on a PostgreSQL database, beside whatever uses it. @returns the rows of the last one */
export async function onPostgres(url: string, statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const answer: unknown = await client.query(statement)
    const last: unknown = Array.isArray(answer) ? answer.at(-1) : answer
    return Array.from(Reflect.get(Object(last), 'rows') ?? [])
  } finally {
    await client.end()
  }
}

/** An empty PostgreSQL database. It goes with its server, which lives as long as the tests. */
export async function emptyPostgres(): Promise<string> {
  const name = `weft_${randomUUID().replaceAll('-', '')}`
  await onPostgres(postgresUrl ?? '', `CREATE DATABASE ${name}`)
  return Object.assign(new URL(postgresUrl ?? ''), { pathname: `/${name}` }).href
}

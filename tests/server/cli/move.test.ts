import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { contentLine } from '../../../lib/server/backup/content-hash.ts'
import { fileOf, openStore } from '../../../lib/server/store.ts'
import { freshFolder, weft } from './command-line.ts'
import { contentOf, fileWithNetwork, golden } from './content.ts'
import { emptyPostgres, onPostgres, postgresUrl } from './empty-postgres.ts'

const realData = process.env['WEFT_REAL_DATA']
const realFile = realData && join(realData, 'rust-2025h1.weft.json')

function bytesOf(databaseUrl: string): string {
  return createHash('sha256')
    .update(readFileSync(fileOf(databaseUrl)))
    .digest('hex')
}

/** How many rows a PostgreSQL database holds of networks and of what happened in them. */
async function rowsIn(url: string): Promise<unknown> {
  const [row] = await onPostgres(url, 'SELECT (SELECT count(*)::int FROM network) AS networks, (SELECT count(*)::int FROM change_log) AS changes')
  return row
}

/** Has PostgreSQL do something to each row of a table that arrives. */
function meddle(url: string, table: string, body: string): Promise<unknown> {
  return onPostgres(
    url,
    `CREATE OR REPLACE FUNCTION meddle() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${body} RETURN NEW; END $$;
     CREATE TRIGGER meddle BEFORE INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION meddle()`,
  )
}

/** Brings the schema of this program to an empty database, and leaves it. */
async function prepared(): Promise<string> {
  const url = await emptyPostgres()
  await (await openStore(url)).close()
  return url
}

test('OP45: the same content has the same hash, whatever the order of keys and however an instant was kept', () => {
  const instant = '2027-01-11T08:30:00.250Z'
  expect(contentLine('t', { b: [{ y: 1, x: null }], a: new Date(instant) })).toBe(contentLine('t', { a: instant, b: [{ x: null, y: 1 }] }))
  expect(contentLine('t', { a: [1, 2] })).not.toBe(contentLine('t', { a: [2, 1] }))
})

describe('weft move', () => {
  if (!postgresUrl) return test.skip('NOT RUN: WEFT_TEST_POSTGRES_URL names no PostgreSQL server')

  const samples = {
    'one of every record': null,
    'the sample': golden,
    ...(realFile && existsSync(realFile) && { 'the goals of the Rust project': realFile }),
  }

  test.each(Object.entries(samples))(
    'OP45: %s goes to PostgreSQL and back, equal by table and by network, the source untouched',
    { timeout: 60_000 },
    async (_, file) => {
      const folder = freshFolder()
      const databaseUrl = file === null ? await fileWithNetwork(folder) : `file:${join(folder, 'weft.db')}`
      if (file !== null) expect((await weft(['import', file], { databaseUrl })).code).toBe(0)
      const [before, bytes] = [await contentOf(databaseUrl), bytesOf(databaseUrl)]
      const there = await emptyPostgres()
      const told = await weft(['move', '--to', there], { databaseUrl })
      expect(told).toMatchObject({ code: 0, err: '' })
      expect(told.out).toContain(`DATABASE_URL=${there}`)
      expect(told.out).toContain('the same secret as before')
      for (const { id } of before) expect(told.out).toContain(id)
      expect(bytesOf(databaseUrl)).toBe(bytes)
      const back = `file:${join(folder, 'back.db')}`
      const { code, out } = await weft(['move', '--to', back, '--json'], { databaseUrl: there })
      const { source, target, isEqual } = JSON.parse(out)
      expect([code, isEqual, source]).toEqual([0, true, target])
      expect(Object.keys(source.networks).sort()).toEqual(before.map(({ id }) => id).sort())
      expect(source.tables.network.rows).toBe(before.length)
      expect(await contentOf(there)).toEqual(before)
      expect(await contentOf(back)).toEqual(before)
    },
  )

  test('OP46: nothing is moved while a server runs on the database, whichever it is', async () => {
    const folder = freshFolder()
    const databaseUrl = await fileWithNetwork(folder)
    const there = await emptyPostgres()
    const held = await openStore(databaseUrl)
    const refused = await weft(['move', '--to', there], { databaseUrl })
    await held.close()
    expect(refused).toMatchObject({ code: 3, err: expect.stringContaining('Another Weft') })
    expect(await onPostgres(there, "SELECT 1 FROM pg_tables WHERE schemaname = 'public'")).toEqual([])
    const running = await openStore(there)
    const also = await weft(['move', '--to', `file:${join(folder, 'back.db')}`], { databaseUrl: there })
    await running.close()
    expect(also).toMatchObject({ code: 3, err: expect.stringContaining('A server runs on') })
    expect(existsSync(join(folder, 'back.db'))).toBe(false)
  })

  test('OP46: what is there already is left as it is', async () => {
    const folder = freshFolder()
    const databaseUrl = await fileWithNetwork(folder)
    const there = await emptyPostgres()
    expect((await weft(['move', '--to', there], { databaseUrl })).code).toBe(0)
    const before = await rowsIn(there)
    expect(await weft(['move', '--to', there], { databaseUrl })).toMatchObject({ code: 3, err: expect.stringContaining('holds networks already') })
    expect(await rowsIn(there)).toEqual(before)
    writeFileSync(join(folder, 'taken.db'), 'something')
    expect(await weft(['move', '--to', `file:${join(folder, 'taken.db')}`], { databaseUrl: there })).toMatchObject({
      code: 3,
      err: expect.stringContaining('exists and is left as it is'),
    })
    expect(readFileSync(join(folder, 'taken.db'), 'utf8')).toBe('something')
  })

  test('OP47: a failure half-way leaves the other side empty, and the next try goes through', async () => {
    const folder = freshFolder()
    const databaseUrl = await fileWithNetwork(folder)
    const there = await prepared()
    await meddle(there, 'change_log', "RAISE EXCEPTION 'no room' USING ERRCODE = '53100';")
    expect(await weft(['move', '--to', there], { databaseUrl })).toMatchObject({ code: 3, err: expect.stringContaining('disk') })
    expect(await rowsIn(there)).toEqual({ networks: 0, changes: 0 })
    await onPostgres(there, 'DROP TRIGGER meddle ON change_log')
    expect((await weft(['move', '--to', there], { databaseUrl })).code).toBe(0)
    // What a process that was killed has left of a file is no database, and is in nobody's way.
    writeFileSync(join(folder, 'back.db.restoring'), 'half a file')
    expect((await weft(['move', '--to', `file:${join(folder, 'back.db')}`], { databaseUrl: there })).code).toBe(0)
    expect(await contentOf(`file:${join(folder, 'back.db')}`)).toEqual(await contentOf(databaseUrl))
  })

  test('OP47: what arrives otherwise than it was sent is found, named and not kept', async () => {
    const databaseUrl = await fileWithNetwork(freshFolder())
    const there = await prepared()
    await meddle(there, 'node', "NEW.name := NEW.name || '.';")
    expect(await weft(['move', '--to', there], { databaseUrl })).toMatchObject({
      code: 3,
      err: expect.stringMatching(/What arrived is not what was sent \(node, net_/),
    })
    expect(await rowsIn(there)).toEqual({ networks: 0, changes: 0 })
  })

  test('a wrong call says what would be right', async () => {
    const databaseUrl = await fileWithNetwork(freshFolder())
    expect(await weft(['move'], { databaseUrl })).toMatchObject({ code: 2, err: expect.stringContaining('Say where to') })
    expect(await weft(['move', '--to', databaseUrl], { databaseUrl })).toMatchObject({ code: 2, err: expect.stringContaining('the database itself') })
    const missing = `file:${join(freshFolder(), 'none.db')}`
    expect(await weft(['move', '--to', await emptyPostgres()], { databaseUrl: missing })).toMatchObject({
      code: 3,
      err: expect.stringContaining('no database at'),
    })
  })
})

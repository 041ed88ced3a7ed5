import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { openStore } from '../../../lib/server/store.ts'
import { freshFolder, weft } from './command-line.ts'
import { contentOf, fileWithNetwork } from './content.ts'
import { emptyPostgres, postgresUrl } from './empty-postgres.ts'

describe('moving to PostgreSQL', () => {
  if (!postgresUrl) return test.skip('NOT RUN: WEFT_TEST_POSTGRES_URL names no PostgreSQL server')

  test('a backup of a SQLite file restores to an empty PostgreSQL database, and to no other', async () => {
    const folder = freshFolder()
    const before = await contentOf(await fileWithNetwork(folder))
    await weft(['backup', 'copy', '--database', join(folder, 'weft.db')], { folder })
    const databaseUrl = await emptyPostgres()
    expect(await weft(['restore', 'copy'], { folder, databaseUrl })).toMatchObject({ code: 0, err: '' })
    expect(await contentOf(databaseUrl)).toEqual(before)
    expect(await weft(['restore', 'copy', '--replace'], { folder, databaseUrl })).toMatchObject({
      code: 3,
      err: expect.stringContaining('holds networks already'),
    })
    expect(await contentOf(databaseUrl)).toEqual(before)
  })
})

describe('backup and restore', () => {
  test('bring back records, history and undo as they were', async () => {
    const folder = freshFolder()
    const databaseUrl = await fileWithNetwork(folder)
    const before = await contentOf(databaseUrl)
    await weft(['backup', 'copy'], { folder, databaseUrl })
    await weft(['restore', 'copy', '--database', `file:${join(folder, 'other.db')}`], { folder })
    expect(await contentOf(`file:${join(folder, 'other.db')}`)).toEqual(before)
  })

  test('nothing is overwritten: an existing file is refused, or moved aside when asked', async () => {
    const folder = freshFolder()
    const databaseUrl = await fileWithNetwork(folder)
    await weft(['backup', 'copy'], { folder, databaseUrl })
    expect(await weft(['backup', 'copy'], { folder, databaseUrl })).toMatchObject({
      code: 3,
      err: expect.stringContaining('exists and is left as it is'),
    })
    const before = await contentOf(databaseUrl)
    expect(await weft(['restore', 'copy'], { folder, databaseUrl })).toMatchObject({ code: 3, err: expect.stringContaining('--replace') })
    const { aside } = JSON.parse((await weft(['restore', 'copy', '--replace', '--json'], { folder, databaseUrl })).out)
    expect(aside).toBe(join(folder, 'weft.db.before-restore-20270210090000'))
    expect(await contentOf(`file:${aside}`)).toEqual(before)
    expect(await contentOf(databaseUrl)).toEqual(before)
  })

  test('a database that a server holds is not replaced', async () => {
    const folder = freshFolder()
    const databaseUrl = await fileWithNetwork(folder)
    await weft(['backup', 'copy'], { folder, databaseUrl })
    const store = await openStore(databaseUrl)
    const { code, err } = await weft(['restore', 'copy', '--replace'], { folder, databaseUrl })
    await store.close()
    expect([code, err]).toEqual([3, expect.stringContaining('Another Weft is running')])
  })

  test('a damaged copy is refused, wherever it is damaged, and nothing is left behind', async () => {
    const folder = freshFolder()
    const databaseUrl = await fileWithNetwork(folder)
    await weft(['backup', 'copy'], { folder, databaseUrl })
    const packed = readFileSync(join(folder, 'copy'))
    const lines = gunzipSync(packed).toString().trimEnd().split('\n')
    const repacked = (changed: readonly string[]) => gzipSync(`${changed.join('\n')}\n`)
    const flipped = Buffer.from(packed)
    flipped.writeUInt8(packed.readUInt8(packed.length >> 1) ^ 1, packed.length >> 1)
    const damaged = {
      'a flipped bit': flipped,
      'cut off': packed.subarray(0, packed.length - 20),
      'cut at a line': repacked(lines.slice(0, -1)),
      'a row less': repacked(lines.filter((_, at) => at !== 5)),
      'another value': repacked(lines.map((line) => line.replace('"Care"', '"Cure"'))),
      'something behind the end': repacked([...lines, '["team",{}]']),
      'another beginning': repacked(lines.slice(1)),
      'another file': Buffer.from('hello'),
      empty: Buffer.alloc(0),
    }
    for (const [what, bytes] of Object.entries(damaged)) {
      writeFileSync(join(folder, 'bad'), bytes)
      const { code, err } = await weft(['restore', 'bad', '--database', join(folder, 'fresh.db')], { folder })
      expect([code, err], what).toEqual([1, expect.stringContaining('This backup is damaged')])
      expect(readdirSync(folder).filter((name) => name.startsWith('fresh'))).toEqual([])
    }
  })

  test('a copy that is no longer of this schema is refused with what to do', async () => {
    const folder = freshFolder()
    const databaseUrl = await fileWithNetwork(folder)
    const connection = new Database(join(folder, 'weft.db'))
    connection.exec("UPDATE weft_migration SET tag = '9999_later' WHERE ordinal = (SELECT max(ordinal) FROM weft_migration)")
    connection.close()
    await weft(['backup', 'later'], { folder, databaseUrl })
    const { code, err } = await weft(['restore', 'later', '--database', join(folder, 'fresh.db')], { folder })
    expect([code, err]).toEqual([3, expect.stringContaining('Restore it with the version that made it')])
    expect(existsSync(join(folder, 'fresh.db'))).toBe(false)
  })

  test('a damaged database is not copied, and doctor says so', async () => {
    const folder = freshFolder()
    const databaseUrl = await fileWithNetwork(folder)
    const connection = new Database(join(folder, 'weft.db'))
    connection.pragma('foreign_keys = OFF')
    connection.exec("UPDATE node SET area_id = 'nowhere'")
    connection.close()
    expect(await weft(['backup', 'copy'], { folder, databaseUrl })).toMatchObject({ code: 3, err: expect.stringContaining('damaged') })
    expect(existsSync(join(folder, 'copy'))).toBe(false)
    expect(await weft(['doctor'], { databaseUrl })).toMatchObject({ code: 1, err: expect.stringContaining('WRONG  integrity') })
  })
})

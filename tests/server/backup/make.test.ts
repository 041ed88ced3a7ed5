import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { contentHashIn, contentHashOf } from '../../../lib/server/backup/content-hash.ts'
import { makeBackup } from '../../../lib/server/backup/make.ts'
import { proveBackup } from '../../../lib/server/backup/prove.ts'
import { restoreBackup } from '../../../lib/server/backup/restore.ts'
import { listShelf } from '../../../lib/server/backup/shelf.ts'
import { openSource } from '../../../lib/server/backup/source.ts'
import { fileOf, openStore } from '../../../lib/server/store.ts'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'
import { planNetwork } from '../network-kit.ts'
import { copyTo, ownFolder } from './backup-kit.ts'

const keep = { daily: 7, weekly: 4, monthly: 6 }

async function hashOf(databaseUrl: string): Promise<string> {
  const source = await openSource(databaseUrl)
  return contentHashOf(source).finally(() => source.close())
}

describeOnEachDatabase('a copy that the server makes', (database) => {
  test('OP10: holds what the database holds, row by row, and restores to the same', async () => {
    await planNetwork(database.store())
    const folder = ownFolder()
    const made = await copyTo(folder, database.url())
    expect(made).toMatchObject({ name: 'weft-2027-02-10T03-00-00Z.backup', pruned: [], contentHash: await hashOf(database.url()) })
    expect(made.trailer.rows['node']).toBeGreaterThan(0)
    const again = `file:${join(ownFolder(), 'again.db')}`
    await restoreBackup(made.path, again, { replace: false, stamp: '' })
    expect(await hashOf(again)).toBe(made.contentHash)
    expect(await contentHashIn(made.path)).toBe(made.contentHash)
  })

  test('OP11: is read by its owner only, in a folder of its owner, and leaves nothing beside it', async () => {
    const folder = join(ownFolder(), 'deep', 'copies')
    const made = await copyTo(folder, database.url())
    expect([statSync(made.path).mode & 0o777, statSync(folder).mode & 0o777]).toEqual([0o600, 0o700])
    expect(readdirSync(folder)).toEqual([made.name])
  })

  test('OP12: a link in the way is replaced and never followed', async () => {
    const folder = ownFolder()
    const victim = join(ownFolder(), 'victim')
    writeFileSync(victim, 'untouched')
    const name = 'weft-2027-02-10T03-00-00Z.backup'
    for (const link of [name, `.${name}.unproved`, `.${name}.unproved.unfinished`]) symlinkSync(victim, join(folder, link))
    const made = await copyTo(folder, database.url())
    expect(readFileSync(victim, 'utf8')).toBe('untouched')
    expect((await proveBackup(made.path, ownFolder())).contentHash).toBe(made.contentHash)
  })
})

/** A SQLite file with rows in it, which a test may damage. */
async function ownDatabase(): Promise<string> {
  const databaseUrl = `file:${join(ownFolder(), 'weft.db')}`
  const store = await openStore(databaseUrl)
  await planNetwork(store)
  await store.close()
  return databaseUrl
}

test('OP13: a copy that fails takes the place of none: the good ones stay, and nothing half is left', async () => {
  const [databaseUrl, folder] = [await ownDatabase(), ownFolder()]
  const good = await makeBackup({ databaseUrl, folder, keep: { daily: 1, weekly: 0, monthly: 0 }, now: new Date('2027-02-10T03:00:00Z') })
  const connection = new Database(fileOf(databaseUrl))
  connection.pragma('foreign_keys = OFF')
  connection.exec("UPDATE node SET area_id = 'nowhere'")
  connection.close()
  const next = makeBackup({ databaseUrl, folder, keep: { daily: 1, weekly: 0, monthly: 0 }, now: new Date('2027-02-11T03:00:00Z') })
  await expect(next).rejects.toThrow('The database is damaged')
  expect(readdirSync(folder)).toEqual([good.name])
})

test('OP14: old copies go once a new one is proved; other files, folders and links stay', async () => {
  const [databaseUrl, folder] = [await ownDatabase(), ownFolder()]
  writeFileSync(join(folder, 'notes.txt'), 'mine')
  writeFileSync(join(folder, 'weft-2020-01-01T03-00-00Z.backup.copy'), 'mine')
  mkdirSync(join(folder, 'weft-2020-01-02T03-00-00Z.backup'))
  symlinkSync('/etc/hostname', join(folder, 'weft-2020-01-03T03-00-00Z.backup'))
  const nights = ['2027-02-08', '2027-02-09', '2027-02-10'].map((day) => new Date(`${day}T03:00:00Z`))
  const pruned: string[][] = []
  for (const now of nights) pruned.push([...(await makeBackup({ databaseUrl, folder, keep: { daily: 2, weekly: 0, monthly: 0 }, now })).pruned])
  expect(pruned).toEqual([[], [], ['weft-2027-02-08T03-00-00Z.backup']])
  expect(listShelf(folder).map(({ name }) => name)).toEqual(['weft-2027-02-10T03-00-00Z.backup', 'weft-2027-02-09T03-00-00Z.backup'])
  expect(readdirSync(folder).filter((name) => name.includes('2020') || name === 'notes.txt')).toHaveLength(4)
})

test('OP13: what a killed run left behind is removed a day later, not while another may be at work', async () => {
  const [databaseUrl, folder] = [await ownDatabase(), ownFolder()]
  const left = ['.weft-2027-02-01T03-00-00Z.backup.unproved', '.weft-2027-02-01T03-00-00Z.backup.unproved.unfinished']
  for (const name of left) writeFileSync(join(folder, name), 'half')
  mkdirSync(join(folder, '.weft-scratch-abc'))
  await makeBackup({ databaseUrl, folder, keep, now: new Date() })
  expect(left.every((name) => existsSync(join(folder, name)))).toBe(true)
  const long = new Date(Date.now() - 2 * 86_400_000)
  for (const name of [...left, '.weft-scratch-abc']) utimesSync(join(folder, name), long, long)
  await makeBackup({ databaseUrl, folder, keep, now: new Date(Date.now() + 1_000) })
  expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([])
})

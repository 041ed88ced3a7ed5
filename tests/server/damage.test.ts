import { createHash, randomUUID } from 'node:crypto'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { isSame } from '../../lib/domain/change.ts'
import { sqliteExecutor, takeFile } from '../../lib/server/executor-sqlite.ts'
import { makeStore } from '../../lib/server/make-store.ts'
import { projectRoot } from '../../lib/server/root.ts'
import { openStore, type Store } from '../../lib/server/store.ts'
import { weft } from './cli/command-line.ts'
import { commit, planNetwork } from './network-kit.ts'
import { recordsOf } from './records.ts'

const flips = process.env['WEFT_LONG'] ? 1_000 : 40
const seed = Number(process.env['WEFT_SEED'] ?? 20_261_122)
const pageBytes = 4_096

function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'weft-damage-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Mulberry32: the same numbers for the same seed. */
function randomFrom(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

type Records = ReturnType<typeof recordsOf>
type Sound = { readonly file: string; readonly networkId: string; readonly records: Records; readonly rename: (store: Store) => Promise<unknown> }

/** A closed database with one network, and what it holds. */
async function soundDatabase(folder: string): Promise<Sound> {
  const file = join(folder, 'sound.db')
  const store = await openStore(`file:${file}`)
  const ctx = await planNetwork(store)
  const records = structuredClone(recordsOf(await store.read(ctx.networkId)))
  await store.close()
  const rename = (other: Store) => commit(other, ctx, [{ name: 'node.update', input: { id: 'node-a', set: { name: 'Renamed' } } }])
  return { file, networkId: ctx.networkId, records, rename }
}

const hashOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')

/** A copy of a file with some of its bytes replaced. */
function damaged(sound: string, name: string, at: number, bytes: Uint8Array): string {
  const copy = join(sound, '..', name)
  copyFileSync(sound, copy)
  const content = readFileSync(copy)
  content.set(bytes, at)
  writeFileSync(copy, content)
  return copy
}

async function refusalOf(file: string): Promise<string> {
  try {
    await (await openStore(`file:${file}`)).close()
    return ''
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  }
}

test('F-5: a file with pages overwritten is refused at the start with the command that helps, and is left as it is', async () => {
  const { file } = await soundDatabase(ownFolder())
  expect(await refusalOf(file)).toBe('')
  const broken = damaged(file, 'pages.db', pageBytes, new Uint8Array(2 * pageBytes).fill(0xff))
  const before = hashOf(broken)
  const refusal = await refusalOf(broken)
  expect(refusal).toMatch(/^StartError: The database .*pages\.db is damaged .*npm run weft -- restore COPY --replace/)
  expect(await refusalOf(broken)).toBe(refusal)
  expect(hashOf(broken)).toBe(before)
})

test('F-5: a file that is no database is refused in the same way', async () => {
  const file = join(ownFolder(), 'garbage.db')
  writeFileSync(file, Buffer.alloc(3 * pageBytes, 0x5a))
  const before = hashOf(file)
  expect(await refusalOf(file)).toMatch(/^StartError: .*is damaged \(file is not a database\).*restore COPY --replace/)
  expect(hashOf(file)).toBe(before)
})

test('F-5: a file that is damaged under a running server is not written to any more, and everybody is told', async () => {
  const sound = await soundDatabase(ownFolder())
  const taken = takeFile(projectRoot(), sound.file)
  const store = makeStore(sqliteExecutor(taken), { clock: () => new Date(), newSetId: () => `set_${randomUUID()}` })
  onTestFinished(() => store.close().catch(() => undefined))
  await store.read(sound.networkId)
  // a file larger than what SQLite keeps of it in memory
  for (const { connection } of [taken.writer, taken.reader]) connection.exec('PRAGMA cache_size = 1; PRAGMA shrink_memory')
  const content = readFileSync(sound.file)
  // the first page stays: it is what SQLite knows a database by
  content.fill(0xff, pageBytes)
  writeFileSync(sound.file, content)
  const refused = await sound.rename(store).catch((error: unknown) => error)
  expect(refused).toMatchObject({ code: 'UNAVAILABLE', details: { reason: 'corrupt' } })
  const before = hashOf(sound.file)
  await expect(sound.rename(store)).rejects.toThrow(/damaged.*weft restore/)
  await expect(store.read(sound.networkId)).rejects.toThrow(/damaged.*weft restore/)
  expect((await store.check()).ok).toBe(false)
  expect(hashOf(sound.file)).toBe(before)
})

/** What became of a flipped byte; `silent` is what must not be: another content, and nobody says so. */
type Fate = 'refused' | 'no difference' | 'told while reading' | 'told by doctor' | 'silent'

async function fateOf(copy: string, { networkId, records }: Sound): Promise<Fate> {
  if ((await refusalOf(copy)) !== '') return 'refused'
  const store = await openStore(`file:${copy}`)
  const read = await store.read(networkId).then(recordsOf, () => null)
  await store.close()
  if (read === null) return 'told while reading'
  if (isSame(read, records)) return 'no difference'
  const { out } = await weft(['doctor', '--json'], { databaseUrl: `file:${copy}` })
  const findings: { about: string; isWell: boolean }[] = JSON.parse(out).findings
  return findings.some(({ about, isWell }) => ['history', 'integrity', 'database'].includes(about) && !isWell) ? 'told by doctor' : 'silent'
}

test(`F-5: one flipped byte, ${flips} times: no other content of a network that nobody tells of`, async () => {
  const sound = await soundDatabase(ownFolder())
  const random = randomFrom(seed)
  const size = readFileSync(sound.file).byteLength
  const fates = new Map<Fate, number>()
  for (let time = 0; time < flips; time += 1) {
    const at = Math.floor(random() * size)
    const old = readFileSync(sound.file)[at] ?? 0
    const copy = damaged(sound.file, `flip-${time}.db`, at, Uint8Array.of(old ^ (1 << Math.floor(random() * 8))))
    const fate = await fateOf(copy, sound)
    expect(fate, `byte ${at} of ${size}, seed ${seed}`).not.toBe('silent')
    fates.set(fate, (fates.get(fate) ?? 0) + 1)
    rmSync(copy)
  }
  expect(fates.size, JSON.stringify([...fates])).toBeGreaterThan(1)
})

test('F-5, control: a name that was changed on the disk alone is told by doctor', async () => {
  const sound = await soundDatabase(ownFolder())
  const content = readFileSync(sound.file)
  const at = content.lastIndexOf('Billing')
  const copy = damaged(sound.file, 'name.db', at, Buffer.from('Killing'))
  const fate = await fateOf(copy, sound)
  expect(['told by doctor', 'no difference']).toContain(fate)
  const { err } = await weft(['doctor'], { databaseUrl: `file:${copy}` })
  expect(err).toMatch(/WRONG\s+history\s+tables and history differ: .*node node-b/)
})

import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { basename, join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { inspect } from './inspect.ts'
import { ask, createNetwork, type Told } from './scenes.ts'
import { startBuilt, type WeftProcess } from './weft-process.ts'
import { type Attempt, makeAttempt } from './writers.ts'

/** A folder of a test's own, which everybody may enter. */
function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'weft-disk-'))
  chmodSync(folder, 0o755)
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const isRoot = userInfo().uid === 0
const hasLimits = spawnSync('prlimit', ['--version']).status === 0

/** Whether a mount is possible here; said once why not. */
function mounts(options: readonly string[], folder: string): boolean {
  mkdirSync(folder, { recursive: true })
  if (!isRoot || spawnSync('mount', [...options, folder]).status !== 0) return false
  onTestFinished(() => void spawnSync('umount', ['--lazy', folder]))
  return true
}

/** One network on a server, what was acknowledged, and how it is asked. */
async function sceneOn(server: WeftProcess) {
  const network = await createNetwork(server)
  const attempts: Attempt[] = []
  const path = `/api/v1/networks/${network}`
  const write = async (attempt = makeAttempt(`a${attempts.length}`)): Promise<Told> => {
    if (!attempts.includes(attempt)) attempts.push(attempt)
    const told = await ask(server, `${path}/commands`, attempt.body, { 'idempotency-key': attempt.key })
    if (told.status === 200) attempt.revision = told.body.revision
    return told
  }
  return { network, attempts, write, read: () => ask(server, `${path}/snapshot`), ready: () => ask(server, '/readyz') }
}

type Scene = Awaited<ReturnType<typeof sceneOn>>

async function untilRefused({ write }: Scene): Promise<Told> {
  for (let time = 0; time < 2_000; time += 1) {
    const told = await write()
    if (told.status !== 200) return told
  }
  throw new Error('nothing was refused')
}

const problem = { type: 'application/problem+json' }

/** What somebody sees while nothing can be saved: a refusal that says so, everything to be read, and a server that calls itself unready. */
async function expectReadOnly(scene: Scene, told: Told, refusal: object): Promise<void> {
  expect(told).toMatchObject({ ...problem, ...refusal })
  expect((await scene.read()).status).toBe(200)
  await vi.waitFor(async () => expect(await scene.ready()).toMatchObject({ status: 503, body: { status: 'unavailable' } }), {
    timeout: 10_000,
    interval: 200,
  })
}

/** After the cause is gone: ready by itself, the refused edit goes through under its own key, and what was acknowledged is there after a crash. */
async function expectHealed(server: WeftProcess, scene: Scene, databaseUrl: string): Promise<void> {
  await vi.waitFor(async () => expect((await scene.ready()).status).toBe(200), { timeout: 10_000, interval: 200 })
  for (const attempt of scene.attempts.filter(({ revision }) => revision === null)) expect((await scene.write(attempt)).status).toBe(200)
  expect((await scene.write()).status).toBe(200)
  await server.kill()
  expect(await inspect(databaseUrl, scene.network, scene.attempts)).toEqual({ lost: [], torn: [], bad: [], keptUnacknowledged: 0 })
}

const full = {
  status: 507,
  body: { code: 'STORAGE_FULL', reason: 'full', detail: 'The disk of the database is full. Nothing was saved; make room, then try again.' },
}
const readOnly = { status: 503, body: { code: 'UNAVAILABLE', reason: 'readOnly', detail: expect.stringContaining('read-only') } }

test('F-2: on a full disk writes are refused and reads go on; with room again it goes on by itself', async (context) => {
  const folder = join(ownFolder(), 'small')
  if (!mounts(['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs'], folder)) return context.skip('NOT RUN: only root may mount a small disk')
  const databaseUrl = `file:${join(folder, 'weft.db')}`
  const server = await startBuilt(databaseUrl)
  const scene = await sceneOn(server)
  for (let time = 0; time < 5; time += 1) expect((await scene.write()).status).toBe(200)
  const ballast = join(folder, 'ballast')
  spawnSync('dd', ['if=/dev/zero', `of=${ballast}`, 'bs=64k', 'status=none'])
  await expectReadOnly(scene, await untilRefused(scene), full)
  expect((await scene.ready()).body.checks).toMatchObject({ disk: 'full' })
  rmSync(ballast)
  await expectHealed(server, scene, databaseUrl)
})

test('F-2: at a limit of the system on files it is the same', async (context) => {
  if (!hasLimits) return context.skip('NOT RUN: prlimit is not installed')
  const databaseUrl = `file:${join(ownFolder(), 'weft.db')}`
  const server = await startBuilt(databaseUrl)
  const scene = await sceneOn(server)
  expect((await scene.write()).status).toBe(200)
  const limit = (bytes: string) => execFileSync('prlimit', ['--pid', String(server.pid), `--fsize=${bytes}`])
  limit('4096:unlimited')
  await expectReadOnly(scene, await untilRefused(scene), full)
  expect(server.logged()).toContain('"msg":"this server is not ready"')
  limit('unlimited:unlimited')
  await expectHealed(server, scene, databaseUrl)
  expect(server.logged()).toContain('"msg":"this server is ready again"')
})

/** A disk in a file, which the system makes read-only when it finds a fault on it. @returns how such a fault is made; null where that cannot be done */
function faultyDisk(folder: string, at: string): (() => void) | null {
  const image = join(folder, 'disk.img')
  const made = spawnSync('dd', ['if=/dev/zero', `of=${image}`, 'bs=1M', 'count=48', 'status=none']).status === 0
  if (!made || spawnSync('mkfs.ext4', ['-q', '-e', 'remount-ro', image]).status !== 0 || !mounts(['-o', 'loop', image], at)) return null
  const device = basename(execFileSync('findmnt', ['-no', 'SOURCE', at]).toString().trim())
  const trigger = `/sys/fs/ext4/${device}/trigger_fs_error`
  return statSync(trigger, { throwIfNoEntry: false }) ? () => writeFileSync(trigger, 'fault') : null
}

test('F-4: on a disk that the system made read-only it is read on, says so, and loses nothing', async (context) => {
  const folder = ownFolder()
  const makeFault = faultyDisk(folder, join(folder, 'disk'))
  if (!makeFault) return context.skip('NOT RUN: a disk that fails needs root, loop devices and ext4')
  const databaseUrl = `file:${join(folder, 'disk', 'weft.db')}`
  const server = await startBuilt(databaseUrl)
  const scene = await sceneOn(server)
  for (let time = 0; time < 3; time += 1) expect((await scene.write()).status).toBe(200)
  makeFault()
  await expectReadOnly(scene, await untilRefused(scene), readOnly)
  expect(server.logged()).toMatch(/"faults":\["The database cannot be written: its file or folder is read-only\. Nothing was saved\."\]/)
  await server.kill()
  const copy = join(folder, 'copy.db')
  for (const suffix of ['', '-wal']) spawnSync('cp', [join(folder, 'disk', `weft.db${suffix}`), copy + suffix])
  const acknowledged = scene.attempts.filter(({ revision }) => revision !== null)
  expect(acknowledged.length).toBeGreaterThanOrEqual(3)
  expect(await inspect(`file:${copy}`, scene.network, acknowledged)).toEqual({ lost: [], torn: [], bad: [], keptUnacknowledged: 0 })
})

const nobody = 65_534

test('F-4: a file or folder that it may not write is refused at the start, with the name of both and what to do', async (context) => {
  if (!isRoot) return context.skip('NOT RUN: only root may become another user')
  const folder = join(ownFolder(), 'data')
  const file = join(folder, 'weft.db')
  mkdirSync(folder)
  chownSync(folder, nobody, nobody)
  const server = await startBuilt(`file:${file}`, { uid: nobody })
  await server.end()
  const started = () => startBuilt(`file:${file}`, { uid: nobody })
  chownSync(file, 0, 0)
  chmodSync(file, 0o444)
  await expect(started()).rejects.toThrow(`The database ${file} cannot be written by nobody (65534): its file or its folder is read-only.`)
  chownSync(file, nobody, nobody)
  chmodSync(file, 0o600)
  chownSync(folder, 0, 0)
  await expect(started()).rejects.toThrow(`The folder ${folder} of the database cannot be written`)
})

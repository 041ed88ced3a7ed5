import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { findProgram, stracePlaces } from '../../scripts/find-program.ts'
import { localHeaders } from '../local-caller.ts'
import { createNetwork } from './scenes.ts'
import { durabilityOf } from './trace.ts'
import { startBuilt } from './weft-process.ts'
import { makeAttempt, send } from './writers.ts'

const writes = process.env['WEFT_LONG'] ? 100 : 25
const strace = findProgram(stracePlaces)
const calls = 'trace=fdatasync,fsync,pwrite64,write,writev,sendto,sendmsg'

function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'weft-power-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

type Traced = { readonly url: string; readonly end: () => Promise<string> }

async function addressOf(child: ChildProcess): Promise<string> {
  let printed = ''
  while (child.stdout) {
    const [chunk] = await once(child.stdout, 'data', { signal: AbortSignal.timeout(60_000) })
    printed += String(chunk)
    const address = /Weft is ready at (http:\/\/[^\s/]+)/.exec(printed)?.[1]
    if (address) return address
  }
  throw new Error('the program has no output')
}

/** The number of the traced program: the first that the trace tells of. */
function tracedPid(trace: string): number {
  return Number(/^\d+/.exec(readFileSync(trace, 'utf8'))?.[0])
}

/** Runs a program under strace. @returns its address, and how to end it and read the trace */
async function startTraced(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Traced> {
  const trace = join(ownFolder(), 'trace')
  const child = spawn(strace ?? '', ['-f', '-y', '--seccomp-bpf', '-s', '24', '-e', calls, '-o', trace, process.execPath, ...args], {
    env: { ...process.env, BASE_URL: undefined, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await addressOf(child)
  const end = async () => {
    const exit = once(child, 'exit')
    process.kill(tracedPid(trace), 'SIGTERM')
    await exit
    return readFileSync(trace, 'utf8')
  }
  return { url, end }
}

async function traceOfBare(synchronous: 'FULL' | 'NORMAL'): Promise<string> {
  const { url, end } = await startTraced([join(import.meta.dirname, 'bare-writer.mjs'), join(ownFolder(), 'bare.db'), synchronous], {})
  for (let time = 0; time < 10; time += 1) await (await fetch(url, { method: 'POST' })).text()
  return end()
}

describe('a write that was acknowledged', () => {
  if (!strace) return test.skip('NOT RUN: strace is not on this machine (Debian: apt-get install strace)')

  test('F-1b: was on the disk before the answer left', async () => {
    const databaseUrl = `file:${join(ownFolder(), 'weft.db')}`
    const program = join(import.meta.dirname, '../../build/server.mjs')
    const { url, end } = await startTraced([program], { PORT: '0', HOST: '127.0.0.1', DATABASE_URL: databaseUrl })
    const target = { url, headers: localHeaders(databaseUrl) }
    const network = await createNetwork(target)
    for (let at = 0; at < writes; at += 1) await send(target, network, makeAttempt(`a${at}`))
    expect(durabilityOf(await end())).toEqual({ answers: writes + 1, early: 0, idle: 0 })
  })

  test('F-1b, controls: a program that does not wait for its disk is found out, one that does is not', async () => {
    const [hasty, patient] = [durabilityOf(await traceOfBare('NORMAL')), durabilityOf(await traceOfBare('FULL'))]
    expect(hasty.answers).toBe(10)
    expect(hasty.early).toBeGreaterThan(8)
    expect(patient).toEqual({ answers: 10, early: 0, idle: 0 })
  })
})

/** How many change sets a copy of a database holds after what is left of its log is read, and what SQLite says about it. */
function readCopy(file: string): { readonly sets: number; readonly integrity: unknown } {
  const connection = new Database(file)
  try {
    const sets = Number(connection.prepare('SELECT count(*) FROM change_set').pluck().get())
    return { sets, integrity: connection.pragma('integrity_check', { simple: true }) }
  } finally {
    connection.close()
  }
}

test('F-1b: a log that a power cut left torn at any of its blocks opens, holds all that was acknowledged before, and nothing by half', async () => {
  const folder = ownFolder()
  const file = join(folder, 'weft.db')
  const server = await startBuilt(`file:${file}`)
  const network = await createNetwork(server)
  const walSize = () => statSync(`${file}-wal`).size
  const before = { sets: readCopyOf(file, folder).sets, size: walSize() }
  await send(server, network, makeAttempt('last'))
  const after = { sets: readCopyOf(file, folder).sets, size: walSize() }
  copyFileSync(file, join(folder, 'kept.db'))
  copyFileSync(`${file}-wal`, join(folder, 'kept.db-wal'))
  await server.kill()
  expect([after.sets, after.size > before.size]).toEqual([before.sets + 1, true])
  const whole = readFileSync(join(folder, 'kept.db-wal'))
  for (let size = before.size; size <= after.size; size += 512)
    for (const rest of ['cut', 'torn'] as const) {
      const copy = join(folder, 'torn.db')
      rmSync(`${copy}-shm`, { force: true })
      copyFileSync(join(folder, 'kept.db'), copy)
      writeFileSync(`${copy}-wal`, whole)
      if (rest === 'cut') truncateSync(`${copy}-wal`, size)
      else writeFileSync(`${copy}-wal`, Buffer.concat([whole.subarray(0, size), Buffer.alloc(after.size - size, 0xa5)]))
      const expected = size === after.size ? after.sets : before.sets
      expect(readCopy(copy), `${rest} at ${size} of ${after.size}`).toEqual({ sets: expected, integrity: 'ok' })
    }
})

/** The same of a file that a server has open: of a copy, so that the file is left alone. */
function readCopyOf(file: string, folder: string) {
  const copy = join(folder, 'peek.db')
  for (const end of ['', '-wal']) copyFileSync(`${file}${end}`, `${copy}${end}`)
  rmSync(`${copy}-shm`, { force: true })
  return readCopy(copy)
}

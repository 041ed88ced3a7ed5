import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startBuilt } from './weft-process.ts'

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'weft-lock-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Why a server did not start; the control of each test is a start that went well. */
async function refusalOf(databaseUrl: string): Promise<string> {
  try {
    await (await startBuilt(databaseUrl)).kill()
    return 'it started'
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

test('OP44: a second server on one file is refused: which process has it, and what to do; what a process that died had is nobody’s', async () => {
  const databaseUrl = `file:${join(folder, 'held.db')}`
  const first = await startBuilt(databaseUrl)
  const refusal = await refusalOf(databaseUrl)
  expect(refusal).toContain(`Another Weft is running on ${join(folder, 'held.db')} (process ${first.pid}). Stop it first, or use its address.`)
  expect(refusal).not.toContain('    at ')
  expect((await fetch(`${first.url}/readyz`)).status).toBe(200)
  await first.kill()
  const next = await startBuilt(databaseUrl)
  expect(next.pid).not.toBe(first.pid)
  expect(await next.end()).toBe(0)
})

test.skipIf(process.platform !== 'linux')('OP44: a folder that cannot be written is told as such, not as another server', async () => {
  const refusal = await refusalOf('file:/proc/weft.db')
  expect(refusal).toContain('The folder /proc of the database cannot be written')
  expect(refusal).not.toContain('Another Weft')
})

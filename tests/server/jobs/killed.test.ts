import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { ask } from '../../../db/query.ts'
import { openJobs } from '../../../lib/server/jobs/jobs.ts'
import { openStore } from '../../../lib/server/store.ts'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'
import { until } from '../until.ts'

const leaseMs = 2_000
const started: ChildProcess[] = []
const folder = mkdtempSync(join(tmpdir(), 'weft-jobs-'))

afterAll(() => {
  for (const child of started) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

describeOnEachDatabase('a process that is killed in the middle of a job', (database) => {
  test('OP31: is succeeded by another one, not before its lease has run out', { timeout: 60_000 }, async () => {
    const url = database.dialect === 'sqlite' ? `file:${join(folder, 'weft.db')}` : database.url()
    const child = spawn(process.execPath, [join(import.meta.dirname, 'job-process.ts'), url, 'killed', String(leaseMs)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    started.push(child)
    if (child.stdout) await once(child.stdout, 'data')
    const exit = once(child, 'exit')
    child.kill('SIGKILL')
    await exit
    const store = await openStore(url)
    const rowOf = async () => (await store.ask((statements) => ask(statements.jobByName, { name: 'killed' })))[0]
    const row = await rowOf()
    expect(row).toMatchObject({ leasedBy: 'child', lastOutcome: null })
    const heard: number[] = []
    const jobs = openJobs({ store, clock: () => new Date(), processId: 'heir', log: { error: () => undefined }, lookMs: 10, leaseMs })
    jobs.every('killed', { everyMs: 3_600_000 }, async () => heard.push(Date.now()))
    try {
      await until(async () => (await rowOf())?.lastOutcome === 'done')
    } finally {
      await jobs.stop()
      await store.close()
    }
    expect(heard).toHaveLength(1)
    expect(heard[0]).toBeGreaterThanOrEqual(row?.leasedUntil?.getTime() ?? Number.POSITIVE_INFINITY)
  })
})

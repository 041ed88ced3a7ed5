import { afterEach, expect, test } from 'vitest'
import { ask } from '../../../db/query.ts'
import { type Jobs, type JobsOptions, openJobs } from '../../../lib/server/jobs/jobs.ts'
import type { Store } from '../../../lib/server/store.ts'
import { openStore } from '../../../lib/server/store.ts'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'
import { until } from '../until.ts'

const hourMs = 3_600_000

/** A clock that a test moves. */
function makeClock() {
  let at = Date.parse('2027-02-10T09:00:00Z')
  return {
    now: () => new Date(at),
    pass: (ms: number) => {
      at += ms
    },
  }
}

/** Work that goes on until the test ends it. */
function makeWork() {
  const [begun, signals]: [string[], AbortSignal[]] = [[], []]
  let end: () => void = () => undefined
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  const by = (process: string) => async (signal: AbortSignal) => {
    begun.push(process)
    signals.push(signal)
    await ended
  }
  return { begun, signals, end: () => end(), by }
}

describeOnEachDatabase('jobs', ({ dialect, store, url }) => {
  const opened: Jobs[] = []
  const complaints: unknown[] = []
  let number = 0
  const nameOf = (what: string) => `${what}-${++number}`
  const open = (processId: string, clock: () => Date, more: Partial<JobsOptions> = {}) => {
    const log = { error: (...given: unknown[]) => void complaints.push(given) }
    const jobs = openJobs({ store: store(), clock, processId, log, lookMs: 5, ...more })
    opened.push(jobs)
    return jobs
  }
  const rowOf = async (name: string) => (await store().ask((statements) => ask(statements.jobByName, { name })))[0]
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((jobs) => jobs.stop()))
    complaints.length = 0
  })

  test('OP30: a turn is run by one process, however many there are', async () => {
    const [clock, name] = [makeClock(), nameOf('once')]
    const runs: string[] = []
    const second = dialect === 'postgres' ? await openStore(url()) : null
    const stores = [store(), second ?? store()]
    const crowd = Array.from({ length: 6 }, (_, at) => open(`p${at}`, clock.now, { store: stores[at % 2] ?? store() }))
    for (const [at, jobs] of crowd.entries()) jobs.every(name, { everyMs: hourMs }, async () => runs.push(`p${at}`))
    for (let turn = 1; turn <= 5; turn += 1) {
      await until(async () => runs.length >= turn && (await rowOf(name))?.leasedBy === null)
      clock.pass(hourMs)
    }
    await until(async () => (await rowOf(name))?.lastOutcome === 'done')
    await Promise.all(opened.splice(0).map((jobs) => jobs.stop()))
    await second?.close()
    expect(runs.length).toBeLessThanOrEqual(6)
    expect(runs.length).toBeGreaterThanOrEqual(5)
  })

  test('OP31: the turn of a process that is gone is another one’s, once its lease has run out', async () => {
    const [clock, name, work] = [makeClock(), nameOf('heir'), makeWork()]
    const dead: Pick<Store, 'ask' | 'write'> = {
      ask: store().ask,
      write: (lane, steps) => (work.begun.length > 0 ? Promise.reject(new Error('this process is gone')) : store().write(lane, steps)),
    }
    open('dead', clock.now, { store: dead }).every(name, { everyMs: hourMs }, work.by('dead'))
    await until(async () => work.begun.length === 1)
    const heir = open('heir', clock.now)
    const heard: string[] = []
    heir.every(name, { everyMs: hourMs }, async () => heard.push('heir'))
    clock.pass(59_000)
    await lookSeveralTimes(store(), clock.now)
    expect(heard).toEqual([])
    clock.pass(2_000)
    await until(async () => heard.length === 1)
    await until(async () => (await rowOf(name))?.lastOutcome === 'done')
    work.end()
  })

  test('OP31: a process that is alive keeps a turn for as long as it takes', async () => {
    const [name, work] = [nameOf('long'), makeWork()]
    const now = () => new Date()
    open('busy', now, { leaseMs: 150 }).every(name, { everyMs: hourMs }, work.by('busy'))
    await until(async () => work.begun.length === 1)
    open('idle', now, { leaseMs: 150 }).every(name, { everyMs: hourMs }, work.by('idle'))
    const first = (await rowOf(name))?.leasedUntil?.getTime() ?? 0
    await until(async () => ((await rowOf(name))?.leasedUntil?.getTime() ?? 0) > first + 450)
    expect(work.begun).toEqual(['busy'])
    expect(work.signals[0]?.aborted).toBe(false)
    work.end()
    await until(async () => (await rowOf(name))?.lastOutcome === 'done')
  })

  test('OP31: who lost a turn is told to stop, and writes nothing down about it', async () => {
    const [name, work] = [nameOf('lost'), makeWork()]
    const now = () => new Date()
    open('slow', now, { leaseMs: 90 }).every(name, { everyMs: hourMs }, work.by('slow'))
    await until(async () => work.begun.length === 1)
    await store().write('jobs', (statements) =>
      ask(statements.takeJob, { name, processId: 'other', now: new Date(Date.now() + hourMs), until: new Date(Date.now() + hourMs) }),
    )
    await until(async () => work.signals[0]?.aborted === true)
    work.end()
    await until(async () => (await rowOf(name))?.leasedBy === 'other')
    expect((await rowOf(name))?.lastOutcome).toBeNull()
  })

  test('OP32: a turn that was missed is made up for once, and the next one comes at its time', async () => {
    const [clock, name] = [makeClock(), nameOf('missed')]
    const runs: string[] = []
    const jobs = open('p', clock.now)
    jobs.every(name, { cron: '30 3 * * *' }, async () => runs.push(clock.now().toISOString()))
    await until(async () => (await rowOf(name)) !== undefined)
    await lookSeveralTimes(store(), clock.now)
    expect(runs).toEqual([])
    clock.pass(72 * hourMs)
    await until(async () => (await rowOf(name))?.lastOutcome === 'done')
    await lookSeveralTimes(store(), clock.now)
    expect(runs).toHaveLength(1)
    const next = (await rowOf(name))?.nextAt
    expect([next?.getHours(), next?.getMinutes()]).toEqual([3, 30])
    expect((next?.getTime() ?? 0) - clock.now().getTime()).toBeLessThanOrEqual(24 * hourMs)
  })

  test('OP32: a job that fails is tried again after five minutes, is told of, and keeps no other back', async () => {
    const [clock, name, other] = [makeClock(), nameOf('failing'), nameOf('other')]
    const runs: string[] = []
    const jobs = open('p', clock.now)
    jobs.every(name, { everyMs: hourMs }, async () => {
      runs.push('failing')
      throw new Error('the disk is full')
    })
    jobs.every(other, { everyMs: hourMs }, async () => runs.push('other'))
    await until(async () => (await rowOf(name))?.lastOutcome === 'failed' && (await rowOf(other))?.lastOutcome === 'done')
    expect(complaints).toHaveLength(1)
    expect((await rowOf(name))?.nextAt.getTime()).toBe(clock.now().getTime() + 300_000)
    clock.pass(300_000)
    await until(async () => runs.filter((each) => each === 'failing').length === 2)
    expect(runs.filter((each) => each === 'other')).toHaveLength(1)
  })

  test('OP32: a schedule that has become tighter counts at once, a pattern that cron does not know is refused', async () => {
    const [clock, name] = [makeClock(), nameOf('tighter')]
    const first = open('before', clock.now)
    first.every(name, { cron: '0 0 1 1 *' }, async () => undefined)
    await until(async () => (await rowOf(name)) !== undefined)
    await first.stop()
    open('after', clock.now).every(name, { cron: '0 4 * * *' }, async () => undefined)
    await until(async () => ((await rowOf(name))?.nextAt.getTime() ?? 0) <= clock.now().getTime() + 24 * hourMs)
    expect(() => first.every('odd', { cron: 'whenever' }, async () => undefined)).toThrow()
  })

  test('OP33: a process that ends gives an unfinished turn back at once', async () => {
    const [clock, name] = [makeClock(), nameOf('ended')]
    const leaving = open('leaving', clock.now)
    const begun: string[] = []
    leaving.every(name, { everyMs: hourMs }, (signal) => {
      begun.push('leaving')
      return new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason))
      })
    })
    await until(async () => begun.length === 1)
    await leaving.stop()
    expect(await rowOf(name)).toMatchObject({ leasedBy: null, leasedUntil: null, lastOutcome: null })
    expect(complaints).toEqual([])
    open('next', clock.now).every(name, { everyMs: hourMs }, async () => begun.push('next'))
    await until(async () => begun.length === 2)
  })
})

/** Lets every process look a few times: each look asks the store, and so does this. */
async function lookSeveralTimes(store: Store, now: () => Date): Promise<void> {
  for (let round = 0; round < 10; round += 1) {
    await store.ask((statements) => ask(statements.dueJobs, { now: now() }))
    await new Promise((resolve) => {
      setTimeout(resolve, 10)
    })
  }
}

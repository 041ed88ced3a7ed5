import { afterAll, describe, expect, test } from 'vitest'
import { freePort } from '../../scripts/free-port.ts'
import { localHeaders } from '../local-caller.ts'
import { npm, scratchFolder, untilAnswers, untilGone } from './npm-program.ts'

const scratch = scratchFolder()
afterAll(() => scratch.remove())

async function startOn(database: string) {
  const port = await freePort()
  const databaseUrl = `file:${scratch.path}/data/${database}.db`
  const started = npm(['start', '--', '--port', String(port), '--database', databaseUrl])
  return { port, started, databaseUrl, url: `http://127.0.0.1:${port}` }
}

async function openEvents(url: string, headers: Record<string, string>): Promise<void> {
  const made = await fetch(`${url}/api/v1/networks`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Bright Clinics' }),
  })
  const { item } = (await made.json()) as { item: { id: string } }
  const stream = await fetch(`${url}/api/v1/networks/${item.id}/events`, { headers })
  if (!stream.ok || !stream.body) throw new Error(`no event stream: ${stream.status}`)
  void stream.body
    .getReader()
    .read()
    .catch(() => undefined)
}

describe('npm start', () => {
  test.each(['SIGTERM', 'SIGKILL'] as const)('%s of npm ends the server within 10 seconds, also with open event streams', async (signal) => {
    const { port, started, url, databaseUrl } = await startOn(signal)
    await untilAnswers(`${url}/readyz`, started, 60_000)
    await openEvents(url, localHeaders(databaseUrl))
    await openEvents(url, localHeaders(databaseUrl))
    started.child.kill(signal)
    expect(await untilGone(port, 10_000)).toBeLessThan(10_000)
  })

  test('the second start answers within 3 seconds, and prints one line with the address', async () => {
    const times: number[] = []
    for (let round = 0; round < 4; round++) {
      const { port, started, url } = await startOn('second')
      times.push(await untilAnswers(`${url}/`, started, 60_000))
      expect(started.printed().match(/http:\/\/\S+/g)).toEqual([expect.stringContaining(`:${port}`)])
      started.child.kill('SIGTERM')
      await untilGone(port, 10_000)
    }
    console.log(`start to first page, ms: ${times.map(Math.round).join(' ')}`)
    expect(Math.min(...times.slice(1))).toBeLessThanOrEqual(3_000)
  })
})

describe('mistakes', () => {
  test('an unknown flag is refused with those that are known', async () => {
    const { ended, printed } = npm(['start', '--', '--prot', '8080'])
    expect(await ended).toBe(2)
    expect(printed()).toContain('There is no flag --prot. Known here: --port, --host, --database, --help.')
  })

  test('an unknown verb is refused with the nearest one', async () => {
    const { ended, printed } = npm(['run', 'weft', '--', 'exprot'])
    expect(await ended).toBe(2)
    expect(printed()).toContain('There is no verb “exprot”. Did you mean export?')
  })

  test('a port that is none is reported with its variable and the remedy', async () => {
    const { ended, printed } = npm(['start', '--', '--port', 'many'])
    expect(await ended).not.toBe(0)
    expect(printed()).toMatch(/PORT/)
  })

  test('a host that others reach is refused until the server knows its own name', async () => {
    const { ended, printed } = npm(['start', '--', '--host', '0.0.0.0', '--database', `file:${scratch.path}/data/host.db`])
    expect(await ended).not.toBe(0)
    expect(printed()).toMatch(/BASE_URL/)
  })
})

describe('help', () => {
  test.each([
    ['of all verbs', ['run', 'weft', '--', '--help'], 'start'],
    ['of one verb', ['run', 'weft', '--', 'start', '--help'], '--database'],
  ])('%s is shown', async (_, args, expected) => {
    const { ended, printed } = npm(args)
    expect(await ended).toBe(0)
    expect(printed()).toContain(expected)
  })
})

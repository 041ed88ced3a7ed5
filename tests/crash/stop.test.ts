import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inspect } from './inspect.ts'
import { createNetwork } from './scenes.ts'
import { startBuilt } from './weft-process.ts'
import { makeAttempt, send, type Target, writeUntilGone } from './writers.ts'

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'weft-stop-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Somebody who listens: what was heard until the stream ended; null where it was cut off. */
async function listen({ url, headers }: Target, network: string): Promise<{ readonly heard: Promise<string | null> }> {
  const answer = await fetch(`${url}/api/v1/networks/${network}/events`, { headers })
  return { heard: answer.text().catch(() => null) }
}

/** A connection that is opened for its stream and then never read. */
function deaf({ url, headers }: Target, network: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = request(`${url}/api/v1/networks/${network}/events`, { headers, agent: false }, (answer) => {
      answer.pause()
      answer.on('error', () => undefined)
      resolve()
    })
    asked.on('error', reject)
    asked.end()
  })
}

describe('F-17: SIGTERM', () => {
  test('LV9: under load what is under way is finished, streams are told, and nothing that was acknowledged is lost', async () => {
    const databaseUrl = `file:${join(folder, 'load.db')}`
    const server = await startBuilt(databaseUrl)
    const network = await createNetwork(server)
    const streams = await Promise.all(Array.from({ length: 5 }, () => listen(server, network)))
    await deaf(server, network)
    const ending = Promise.withResolvers<{ codes: (number | null)[]; ms: number }>()
    const end = async () => {
      await pause(300)
      const since = performance.now()
      // npm and the launcher may each pass the signal on
      const codes = await Promise.all([server.end(), pause(20).then(server.end)])
      ending.resolve({ codes, ms: performance.now() - since })
    }
    const attempts = await writeUntilGone(server, network, { clients: 8, name: 'load', onFirst: () => void end() })
    const { codes, ms } = await ending.promise
    expect(codes).toEqual([0, 0])
    expect(ms).toBeLessThan(10_000)
    for (const { heard } of streams) expect(await heard).toMatch(/event: bye\ndata: \{\}\n\n$/)
    expect(attempts.filter(({ revision }) => revision !== null).length).toBeGreaterThan(20)
    expect(await inspect(databaseUrl, network, attempts)).toMatchObject({ lost: [], torn: [], bad: [] })
    // A connection ends with an answer: at most what was on its way to the server at that moment is not answered, and it was not written.
    expect(await inspect(databaseUrl, network, attempts)).toMatchObject({ keptUnacknowledged: 0 })
  })

  test('LV9: connections that are kept for later hold nothing up', async () => {
    const server = await startBuilt(`file:${join(folder, 'idle.db')}`)
    const network = await createNetwork(server)
    const sent = await Promise.all(Array.from({ length: 20 }, (_, at) => send(server, network, makeAttempt(`idle-${at}`))))
    expect(sent.every((answer) => answer !== null)).toBe(true)
    const since = performance.now()
    expect(await server.end()).toBe(0)
    expect(performance.now() - since).toBeLessThan(5_000)
  })
})

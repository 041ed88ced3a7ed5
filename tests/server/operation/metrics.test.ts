import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { writeExposition } from '../../../lib/server/operation/exposition.ts'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'
import { localCaller, operated } from './operated.ts'
import { readExposition } from './read-exposition.ts'

const token = 'a-token-of-metrics-0123'
const bearer = { authorization: `Bearer ${token}` }

async function read(url: string, headers: Record<string, string> = bearer) {
  const response = await fetch(`${url}/metrics`, { headers })
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() }
}

describeOnEachDatabase('the numbers of a server', (database) => {
  const open = (env: Record<string, string> = { METRICS: token }) => operated(database.store(), env)

  test('OP21: have the form that Prometheus reads, each a name of ours with a sentence, each documented', async () => {
    const server = await open()
    await fetch(`${server.url}/api/v1/networks`, { headers: localCaller })
    const { status, type, text } = await read(server.url)
    expect([status, type]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8'])
    const families = readExposition(text)
    expect(families.size).toBeGreaterThan(15)
    const guide = readFileSync('docs/operating.md', 'utf8')
    for (const name of families.keys()) {
      expect(name).toMatch(/^weft_[a-z_]+$/)
      expect(guide, `${name} is documented`).toContain(`\`${name}\``)
    }
  })

  test('OP22: count requests by pattern and status, with how long they took; no address, no id', async () => {
    const server = await open()
    const at = `${server.url}/api/v1/networks/hidden-plan/nodes/node-42?q=hidden`
    for (let time = 0; time < 3; time += 1) await (await fetch(at, { headers: localCaller })).text()
    const labels = '{method="GET",route="/api/v1/networks/{network}/nodes/{id}"'
    const text = await vi.waitFor(async () => {
      const { text: found } = await read(server.url)
      expect(found).toContain(`weft_http_requests_total${labels},status="404"} 3\n`)
      return found
    })
    expect(text).not.toContain('hidden')
    const samples = readExposition(text).get('weft_http_request_duration_seconds')?.samples
    const bucket = (bound: string) => samples?.get(`weft_http_request_duration_seconds_bucket${labels},le="${bound}"}`) ?? Number.NaN
    expect([bucket('+Inf'), samples?.get(`weft_http_request_duration_seconds_count${labels}}`)]).toEqual([3, 3])
    expect(bucket('0.005')).toBeLessThanOrEqual(bucket('10'))
  })

  test('OP22: count what is written by what came of it, and tell the database, the outbox and the jobs', async () => {
    const server = await open()
    const create = (slug: string) =>
      fetch(`${server.url}/api/v1/networks`, {
        method: 'POST',
        headers: { ...localCaller, 'content-type': 'application/json' },
        body: JSON.stringify({ name: 'Plan', slug, template: 'blank' }),
      })
    const slug = `plan-${database.dialect}`
    expect([(await create(slug)).status, (await create(slug)).status]).toEqual([201, 409])
    const families = readExposition((await read(server.url)).text)
    const value = (name: string, labels = '') => families.get(name)?.samples.get(name + labels)
    expect([value('weft_commits_total', '{outcome="saved"}'), value('weft_commits_total', '{outcome="refused"}')]).toEqual([1, 1])
    expect(value('weft_database_bytes', `{kind="${database.dialect}"}`)).toBeGreaterThan(100_000)
    expect([value('weft_ready'), value('weft_outbox_waiting'), value('weft_streams_open')]).toEqual([1, 0, 0])
    expect(value('weft_memory_bytes', '{kind="resident"}')).toBeGreaterThan(10_000_000)
    for (const quantile of ['0.5', '0.99', '1']) expect(value('weft_event_loop_delay_seconds', `{quantile="${quantile}"}`)).toBeLessThan(60)
  })

  test('OP20: are nowhere unless they are asked for', async () => {
    const server = await open({})
    expect(await read(server.url)).toMatchObject({ status: 404, text: expect.stringContaining('NO_SUCH_ADDRESS') })
  })

  test('OP20: with METRICS=on answer this computer alone, and no proxy on it', async () => {
    const server = await open({ METRICS: 'on' })
    expect((await read(server.url, {})).status).toBe(200)
    for (const header of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'])
      expect((await read(server.url, { [header]: '10.0.0.7' })).status, header).toBe(404)
    const trusting = await open({ METRICS: 'on', TRUSTED_PROXIES: '127.0.0.1' })
    expect((await read(trusting.url, { 'x-forwarded-for': '127.0.0.1' })).status).toBe(404)
  })

  test('OP20: with a token answer whoever has it, and nobody else', async () => {
    const server = await open()
    for (const wrong of ['', 'Bearer', `Bearer ${token}x`, `Bearer ${token.slice(0, -1)}`, `Basic ${token}`, token])
      expect((await read(server.url, wrong === '' ? {} : { authorization: wrong })).status, wrong).toBe(401)
    expect((await read(server.url, { ...bearer, 'x-forwarded-for': '10.0.0.7' })).status).toBe(200)
  })
})

describe('the text of numbers', () => {
  test('OP21: can be read back, whatever the labels say', () => {
    const sample = fc.record({ labels: fc.record({ one: fc.string({ unit: 'binary' }), two: fc.string() }), value: fc.double({ noNaN: true }) })
    fc.assert(
      fc.property(fc.uniqueArray(sample, { selector: ({ labels }) => JSON.stringify(labels), minLength: 1 }), (samples) => {
        const text = writeExposition([{ name: 'weft_x', help: 'A line\nand another \\.', type: 'gauge', samples }])
        const values = [...(readExposition(text).get('weft_x')?.samples.values() ?? [])]
        expect(values).toEqual(samples.map(({ value }) => value + 0))
      }),
    )
  })

  test('OP21: what is wrong is found by the reader of this test', () => {
    for (const wrong of [
      'weft_x 1\n',
      '# HELP weft_x y\n# TYPE weft_x gauge\nweft_x 1',
      '# HELP weft_x y\n# TYPE weft_x gauge\nweft_x one\n',
      '# HELP weft_x y\n# TYPE weft_x gauge\nweft_x{a="b"c"} 1\n',
    ])
      expect(() => readExposition(wrong), wrong).toThrow()
  })
})

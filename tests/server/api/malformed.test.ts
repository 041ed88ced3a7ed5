import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { operations } from '../../../lib/contract/api.ts'
import type { Operation } from '../../../lib/contract/operation.ts'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'
import { apiOn, base, expectContract } from './api-kit.ts'
import { sampleDocument, sampleNetwork } from './sample-network.ts'

const requestCount = 2_000
const seed = Number(process.env['WEFT_FUZZ_SEED'] ?? 20_270_210)

const oddTexts = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  '0',
  '-1',
  'null',
  'undefined',
  '__proto__',
  'constructor',
  'toString',
  '../..',
  '%',
  '%zz',
  "'; drop table node; --",
  '🦊',
  'x'.repeat(3_000),
  '9999999999999999999999',
  '2027-02-30',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
  '+275760-09-13T00:00:00Z',
]
const oddNumbers = [0, -0, -1, 0.1, 1e308, -1e308, 5e-324, 2 ** 31, 2 ** 53, 2 ** 63]
const odd = fc.oneof(
  fc.constantFrom<unknown>(
    ...oddTexts,
    ...oddNumbers,
    null,
    true,
    false,
    [],
    {},
    [[]],
    [null],
    { kind: 'increase' },
    { kind: 'none' },
    { __proto__: null },
  ),
  fc.jsonValue({ maxDepth: 4 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
)

const ids = ['care', 'press', 'churn', 'plan', 'ana', 'q1', 'goal', 'first', 'need', 'customer', 'happy', 'part', 'exch', 'team']
const text = fc.oneof(fc.constantFrom(...ids), fc.constantFrom(...oddTexts), fc.string({ unit: 'binary', maxLength: 20 }))

/** A value with one of its parts replaced, removed or added. */
function damage(value: unknown, at: number, by: unknown): unknown {
  if (typeof value !== 'object' || value === null) return by
  const keys = Object.keys(value)
  const key = keys[at % Math.max(keys.length, 1)]
  if (key === undefined || at % 7 === 0) return Array.isArray(value) ? [...value, by] : { ...value, [`odd${at}`]: by }
  const part: unknown = Reflect.get(value, key)
  const damaged = at % 5 === 0 ? undefined : damage(part, Math.floor(at / 3), by)
  return Array.isArray(value) ? value.map((item, index) => (String(index) === key ? damaged : item)) : { ...value, [key]: damaged }
}

/** A body that is nearly right for an operation. */
function nearlyRight({ id, example, method }: Operation): unknown {
  if (id === 'importNetwork') return sampleDocument()
  if (method === 'PATCH') return { name: 'A', revision: 1, metric: { target: 1 }, rank: 2 }
  return example?.body ?? {}
}

function bodies(operation: Operation): fc.Arbitrary<string | undefined> {
  if (operation.method === 'GET') return fc.constant(undefined)
  if (!operation.body)
    return fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.constantFrom('', '{', '{}', '[]') })
  const damaged = fc.tuple(fc.nat(10_000), odd).map(([at, by]) => JSON.stringify(damage(nearlyRight(operation), at, by)))
  const any = odd.map((value) => JSON.stringify(value))
  return fc.oneof(
    { weight: 6, arbitrary: damaged },
    { weight: 2, arbitrary: any },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  )
}

function encoded(value: string): string {
  return value.isWellFormed() ? encodeURIComponent(value) : '%ED%A0%80'
}

const strayHeaders = fc.constantFrom<Record<string, string>>(
  {},
  {},
  {},
  { 'content-type': 'text/plain' },
  { origin: 'null' },
  { cookie: 'weft.session_token=' },
  { 'idempotency-key': 'k' },
  { 'if-none-match': '"' },
  { 'last-event-id': '1e9' },
  { 'accept-encoding': ';;q=' },
)

type Malformed = { readonly operation: Operation; readonly path: string; readonly body: string | undefined; readonly headers: Record<string, string> }

function requests(network: string): fc.Arbitrary<Malformed> {
  return fc.constantFrom(...operations).chain((operation) => {
    const known = Object.keys(operation.query?.shape ?? {})
    const query = fc.array(fc.tuple(known.length === 0 ? text : fc.oneof(fc.constantFrom(...known), fc.constantFrom(...known), text), text), {
      maxLength: 3,
    })
    const networks = fc.oneof({ weight: 5, arbitrary: fc.constant(network) }, { weight: 1, arbitrary: text })
    return fc.record({ network: networks, id: text, query, body: bodies(operation), headers: strayHeaders }).map((parts) => {
      const filled = operation.path.replace('{network}', encoded(parts.network)).replace('{id}', encoded(parts.id))
      const search = parts.query.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&')
      return { operation, path: `${base}${filled}${search && `?${search}`}`, body: parts.body, headers: parts.headers }
    })
  })
}

describeOnEachDatabase('malformed requests', (database) => {
  const { send, app, bugs } = apiOn(database)
  let network = ''
  beforeAll(async () => {
    network = (await sampleNetwork(send)).slice(`${base}/networks/`.length)
  })

  test(`${requestCount} of them over all operations get no 5xx, and every refusal is one that the contract names`, { timeout: 180_000 }, async () => {
    const tried = new Set<string>()
    const statuses = new Map<number, number>()
    for (const { operation, path, body, headers } of fc.sample(requests(network), { numRuns: requestCount, seed })) {
      const told = `seed ${seed}: ${operation.method} ${path} ${body ?? ''}`
      const response = await app().request(path, {
        method: operation.method,
        headers: { 'content-type': 'application/json', ...headers },
        ...(body === undefined ? {} : { body }),
      })
      expect(bugs, told).toEqual([])
      expect(response.status, told).toBeLessThan(500)
      tried.add(operation.id)
      statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1)
      const isProblem = response.headers.get('content-type') === 'application/problem+json'
      if (isProblem) expectContract(operation, { status: response.status, body: await response.json() })
      else await response.body?.cancel()
    }
    expect(tried.size).toBe(operations.length)
    expect(statuses.get(400) ?? 0).toBeGreaterThan(requestCount / 3)
  })

  test('and the network is as sound as before', async () => {
    const { status, body } = await send('GET', `${base}/networks/${network}/export`)
    expect(status).toBe(200)
    expect((await send('POST', `${base}/import`, body)).status).toBe(201)
  })
})

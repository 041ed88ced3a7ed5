import { expect, test } from 'vitest'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'
import { apiOn, base, expectProblem } from './api-kit.ts'
import { sampleDocument, sampleNetwork } from './sample-network.ts'

describeOnEachDatabase('a write that is sent twice under one Idempotency-Key', (database) => {
  const { send } = apiOn(database)
  let made = 0
  const freshKey = () => {
    made += 1
    return { 'idempotency-key': `${database.dialect}-${made}` }
  }

  const twice = async (method: string, path: string, body?: unknown) => {
    const key = freshKey()
    const [first, second] = [await send(method, path, body, key), await send(method, path, body, key)]
    expect(second.status).toBe(first.status)
    expect(second.body).toEqual({ ...first.body, replayed: true })
    return first
  }

  test('is applied once, and answered with the first result, whatever the write', async () => {
    const network = await sampleNetwork(send)
    await twice('POST', `${network}/teams`, { name: 'Again' })
    await twice('PATCH', `${network}/teams/team`, { name: 'Renamed', revision: 1 })
    await twice('POST', `${network}/key-results/churn/check-ins`, { value: 4.5 })
    await twice('POST', `${network}/check-ins`, { keyResultId: 'churn', value: 4.4 })
    await twice('POST', `${network}/commands`, { commands: [{ name: 'team.create', input: { id: 'x', name: 'X' } }] })
    await twice('POST', `${network}/undo`)
    await twice('POST', `${network}/redo`)
    await twice('DELETE', `${network}/teams/x`)
    await twice('PATCH', network, { vision: 'Calm', revision: 1 })
    expect((await send('GET', network)).body.revision).toBe(10)
  })

  test('makes one network, not two', async () => {
    const count = async () => (await send('GET', `${base}/networks`)).body.items.length
    const before = await count()
    await twice('POST', `${base}/networks`, { name: 'Once', slug: `once-${database.dialect}` })
    await twice('POST', `${base}/import`, sampleDocument())
    expect(await count()).toBe(before + 2)
  })

  test('another request under the key is refused, also to another address', async () => {
    const network = await sampleNetwork(send)
    const key = freshKey()
    await send('POST', `${network}/teams`, { name: 'First' }, key)
    expectProblem(await send('POST', `${network}/teams`, { name: 'Second' }, key), 'KEY_REUSED')
    expectProblem(await send('POST', `${network}/people`, { name: 'First' }, key), 'KEY_REUSED')
  })

  test('a refusal is not remembered: corrected, the request may be sent under the same key', async () => {
    const network = await sampleNetwork(send)
    const key = freshKey()
    expectProblem(await send('POST', `${network}/nodes`, { areaId: 'nowhere', name: 'N' }, key), 'UNKNOWN_REFERENCE')
    expect((await send('POST', `${network}/nodes`, { areaId: 'brand', name: 'N' }, key)).status).toBe(201)
  })

  test('two at the same moment are one', async () => {
    const network = await sampleNetwork(send)
    const key = freshKey()
    const answers = await Promise.all([1, 2, 3].map(() => send('POST', `${network}/teams`, { name: 'Race' }, key)))
    expect(new Set(answers.map(({ body }) => body.item.id)).size).toBe(1)
    expect(answers.filter(({ body }) => body.replayed)).toHaveLength(2)
  })

  test('a key that is no visible ASCII, or too long, is refused', async () => {
    for (const key of ['', ' ', 'a b', 'x'.repeat(201)])
      expectProblem(await send('POST', `${base}/networks`, { name: 'A' }, { 'idempotency-key': key }), 'VALIDATION')
  })
})

import { expect, test } from 'vitest'
import { operations } from '../../../lib/contract/api.ts'
import { apiOn, base, expectProblem } from '../api/api-kit.ts'
import { sampleNetwork } from '../api/sample-network.ts'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'

describeOnEachDatabase('the past over the API', (database) => {
  const api = apiOn(database)
  const { send } = api

  async function network() {
    const at = await sampleNetwork(send)
    return { id: at.split('/').at(-1) ?? '', at }
  }

  test('HI17: the network as it was is sent like the snapshot, and asked for each time: who asks may have lost the right', async () => {
    const { at } = await network()
    const now = await send('GET', `${at}/snapshot`)
    const past = await send('GET', `${at}/past?revision=1`)
    expect(past).toMatchObject({ status: 200, body: { format: 'weft-snapshot/1', revision: 1, at: '2027-02-10T09:00:00Z' } })
    expect(past.body.tables).toEqual(now.body.tables)
    expect(past.headers.get('cache-control')).toBe('no-cache')
    const etag = past.headers.get('etag') ?? ''
    expect(await send('GET', `${at}/past?revision=1`, undefined, { 'if-none-match': etag })).toMatchObject({ status: 304 })
    const day = await send('GET', `${at}/past?at=2027-02-10`)
    expect(day.body).toEqual(past.body)
    expect(day.headers.get('cache-control')).toBe('no-cache')
    expectProblem(await send('GET', `${at}/past?at=2027-02-09`), 'REVISION_UNKNOWN')
    expectProblem(await send('GET', `${at}/past?revision=2`), 'REVISION_UNKNOWN')
    for (const query of ['', '?revision=1&at=2027-02-10', '?revision=0', '?at=yesterday'])
      expectProblem(await send('GET', `${at}/past${query}`), 'VALIDATION')
  })

  test('HI25: a deleted node is found in the history, told, and brought back once', async () => {
    const { at } = await network()
    expect(await send('DELETE', `${at}/nodes/care?carry=true`)).toMatchObject({ status: 200 })
    const { body: list } = await send('GET', `${at}/history?record=care&limit=1`)
    expect(list).toMatchObject({ entries: [{ revision: 2, isStructural: true }], next: 2 })
    const { body: told } = await send('GET', `${at}/history/2`)
    expect(told.differences.find(({ id }: { id: string }) => id === 'care')).toMatchObject({ kind: 'removed', name: 'Care' })
    expectProblem(await send('POST', `${at}/history/2/restore`, { entity: 'keyResult', id: 'churn' }), 'RESTORE_BLOCKED')
    const key = { 'idempotency-key': 'restore-1' }
    const restored = await send('POST', `${at}/history/2/restore`, { entity: 'node', id: 'care' }, key)
    expect(restored).toMatchObject({ status: 200, body: { revision: 3, replayed: false } })
    expect(await send('POST', `${at}/history/2/restore`, { entity: 'node', id: 'care' }, key)).toMatchObject({
      body: { revision: 3, replayed: true },
    })
    expect((await send('GET', `${at}/past?revision=1`)).body.tables.keyResult.count).toBe(
      (await send('GET', `${at}/snapshot`)).body.tables.keyResult.count,
    )
    const again = await send('POST', `${at}/history/2/restore`, { entity: 'node', id: 'care' })
    expect(expectProblem(again, 'RESTORE_BLOCKED').detail).toContain('is here already')
    expectProblem(await send('POST', `${at}/history/1/restore`, { entity: 'node', id: 'care' }), 'NOT_FOUND')
    expectProblem(await send('POST', `${at}/history/9/restore`, { entity: 'node', id: 'care' }), 'REVISION_UNKNOWN')
  })

  test('HI23: days and the report', async () => {
    const { at } = await network()
    await send('POST', `${at}/nodes`, { areaId: 'brand', name: 'Fresh' })
    expect((await send('GET', `${at}/days`)).body.days).toMatchObject([{ day: '2027-02-10', changeSets: 2, revision: 2 }])
    const { body } = await send('GET', `${at}/history/report?from=2027-02-01&to=2027-02-28`)
    expect(body.groups).toMatchObject([
      { kind: 'internal', changeSets: 0 },
      { kind: 'external' },
      { kind: null, changeSets: 1, added: 1, revisions: [2] },
    ])
    expectProblem(await send('GET', `${at}/history/report?from=2027-02-02&to=2027-02-01`), 'VALIDATION')
    expectProblem(await send('GET', `${at}/history/report?from=2027-02-02`), 'VALIDATION')
  })

  const odd = [
    "' OR '1'='1",
    "'; DROP TABLE change_set; --",
    '%',
    '_',
    '\\',
    '\u0000',
    '\ud800',
    '🦊',
    '{person:ana}',
    '-1',
    '1e9',
    '9'.repeat(40),
    '0001-01-01',
    '9999-12-31',
    '',
  ]
  const reading = operations.filter(({ path, method }) => method === 'GET' && /\/(history|past|days)(\/|$)/.test(path))

  test.each(reading)('T-SQLI: $id takes what is asked as values, never as statements', async ({ path, query, params }) => {
    const { id } = await network()
    const fill = (revision: string) => `${base}${path.replace('{network}', id).replace('{revision}', encodeURIComponent(revision))}`
    for (const name of Object.keys(query?.shape ?? {}))
      for (const text of odd) {
        const answer = await api.app().request(`${fill('1')}?${new URLSearchParams({ [name]: text })}`)
        expect([200, 400, 404], `${name}=${text}: ${await answer.clone().text()}`).toContain(answer.status)
        if (answer.status === 200 && name !== 'limit' && name !== 'to' && name !== 'from' && 'limit' in (query?.shape ?? {}))
          expect((await answer.json()).entries, `${name}=${text}`).toEqual(name === 'before' ? expect.anything() : [])
      }
    if ('revision' in params.shape)
      for (const text of odd.filter((each) => each !== '' && each.isWellFormed()))
        expect((await api.app().request(fill(text))).status).toBeGreaterThanOrEqual(400)
    expect(api.bugs).toEqual([])
  })
})

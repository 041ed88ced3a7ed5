import { expect, test } from 'vitest'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'
import { apiOn } from './api-kit.ts'
import { sampleNetwork } from './sample-network.ts'

describeOnEachDatabase('values at the edge of what is allowed', (database) => {
  const { send } = apiOn(database)

  test('come back as they were sent, or are refused; they never break the server', async () => {
    const network = await sampleNetwork(send)
    const sent = [
      ['teams', { name: 'é‮ 🦊 \u2028 \t', rank: 1e308 }],
      ['teams', { name: 'x'.repeat(500), rank: -5e-324 }],
      ['teams', { name: '0', rank: Number.MIN_SAFE_INTEGER }],
      ['cycles', { name: 'Ever', startsOn: '0001-01-01', endsOn: '9999-12-31' }],
      [
        'key-results',
        { objectiveId: 'happy', title: 'Far', metric: { kind: 'increase', baseline: -1e308, target: 1e308, current: 0.1 + 0.2, unit: '"\\' } },
      ],
      ['check-ins', { keyResultId: 'churn', at: '1000-01-01T00:00:00Z', value: 1e-300 }],
      ['check-ins', { keyResultId: 'churn', at: '1000-01-01T00:00:00.001Z', value: 1 }],
      ['goals', { name: 'Long', description: '🦊'.repeat(5_000) }],
    ] as const
    for (const [path, body] of sent) {
      const created = await send('POST', `${network}/${path}`, body)
      expect([path, created.status]).toEqual([path, 201])
      expect(created.body.item).toMatchObject(body)
    }
    for (const at of [
      '0999-12-31T23:59:59Z',
      '0001-01-01T00:00:00Z',
      '0000-01-01T00:00:00Z',
      '9999-12-31T23:59:59.999-14:00',
      '2027-01-01T24:00:00Z',
      '2027-13-01T00:00:00Z',
      '2027-01-01',
      '9999-12-31T23:59:59.999Z',
    ])
      expect((await send('POST', `${network}/key-results/churn/check-ins`, { value: 1, at })).status, at).toBe(400)
  })

  test('and are the same after a restart', async () => {
    const network = await sampleNetwork(send)
    await send('POST', `${network}/teams`, { id: 'edge', name: 'é‮ 🦊 \u2028 \t', rank: 1e308 })
    await send('POST', `${network}/check-ins`, { id: 'early', keyResultId: 'churn', at: '1000-01-01T00:00:00Z', value: 1e-300 })
    const id = network.slice(network.lastIndexOf('/') + 1)
    const before = structuredClone(await database.store().read(id))
    const after = await (await database.restart()).read(id)
    expect(after.tables.team.get('edge')).toEqual(before.tables.team.get('edge'))
    expect(after.tables.checkIn.get('early')).toEqual(before.tables.checkIn.get('early'))
  })
})

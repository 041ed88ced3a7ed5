import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'
import { apiOn, base, expectProblem } from './api-kit.ts'
import { sampleNetwork } from './sample-network.ts'

describeOnEachDatabase('node needs', (database) => {
  const { send } = apiOn(database)

  test('on the golden network 9 of 12 needs cross nodes and 7 cross areas, as counted by hand', async () => {
    const golden = JSON.parse(readFileSync('tests/fixtures/value-network.weft.json', 'utf8'))
    const { body } = await send('POST', `${base}/import`, golden)
    const needs = (await send('GET', `${base}/networks/${body.item.id}/node-needs`)).body
    expect(needs).toMatchObject({ total: 12, crossNode: 9, crossArea: 7, inside: 3 })
    const sum = (side: 'needCount' | 'giveCount') => needs.nodes.reduce((total: number, node: Record<string, number>) => total + (node[side] ?? 0), 0)
    expect([sum('needCount'), sum('giveCount')]).toEqual([9, 9])
  })

  test('tells for a day and a cycle who needs whom', async () => {
    const network = await sampleNetwork(send)
    const { body } = await send('GET', `${network}/node-needs?cycleId=q1&on=2027-02-25`)
    expect(body).toMatchObject({ on: '2027-02-25', total: 1, crossNode: 1, crossArea: 1, revision: 1 })
    const care = body.nodes.find((node: { nodeId: string }) => node.nodeId === 'care')
    expect(care).toMatchObject({
      name: 'Care',
      needCount: 1,
      needs: [{ supplierNodeId: 'press', dependencyIds: ['need'], promised: 1, late: 1, worst: 'late' }],
      gives: [],
    })
    expect((await send('GET', `${network}/node-needs?on=2027-02-15`)).body.nodes[0].needs[0]?.late ?? 0).toBe(0)
  })

  test('judges by today in the time zone of the network unless told otherwise', async () => {
    const network = await sampleNetwork(send)
    expect((await send('GET', `${network}/node-needs`)).body.on).toBe('2027-02-10')
  })

  test('refuses a cycle that is not there and a day that does not exist', async () => {
    const network = await sampleNetwork(send)
    expectProblem(await send('GET', `${network}/node-needs?cycleId=q9`), 'NOT_FOUND')
    expectProblem(await send('GET', `${network}/node-needs?on=2027-02-30`), 'VALIDATION')
  })
})

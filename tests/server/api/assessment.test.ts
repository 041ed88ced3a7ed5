import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'
import { apiOn, base, expectProblem } from './api-kit.ts'
import { sampleNetwork } from './sample-network.ts'

describeOnEachDatabase('progress and status for scripts', (database) => {
  const { send } = apiOn(database)
  const importGolden = async () => {
    const { body } = await send('POST', `${base}/import`, JSON.parse(readFileSync('tests/fixtures/value-network.weft.json', 'utf8')))
    return `${base}/networks/${body.item.id}`
  }

  test('every key result once, with its share of progress or why it is unknown', async () => {
    const network = await importGolden()
    const { keyResults, objectives, revision } = (await send('GET', `${network}/assessment`)).body
    const listed = (await send('GET', `${network}/key-results?limit=200`)).body
    expect(revision).toBe(1)
    expect(keyResults.map(({ id }: { id: string }) => id).sort()).toEqual(listed.items.map(({ id }: { id: string }) => id).sort())
    for (const { progress, unknown } of keyResults) expect(progress === null).toBe(unknown !== null)
    for (const { known, total, progress } of objectives) expect(progress === null).toBe(known === 0 || total === 0)
  })

  test('a number that a script pushes shows in it', async () => {
    const network = await importGolden()
    const { items } = (await send('GET', `${network}/key-results?limit=200`)).body
    const one = items.find(({ metric }: { metric: Record<string, unknown> }) => metric['kind'] === 'boolean')
    await send('POST', `${network}/key-results/${one.id}/check-ins`, { value: 1, confidence: 0.9 })
    const { keyResults } = (await send('GET', `${network}/assessment`)).body
    expect(keyResults.find(({ id }: { id: string }) => id === one.id)).toMatchObject({
      progress: 1,
      stated: 'on-track',
      display: 'done',
      daysSinceCheckIn: 0,
    })
  })

  test('by cycle and day; a cycle that is not there is refused', async () => {
    const network = await sampleNetwork(send)
    const { body } = await send('GET', `${network}/assessment?cycleId=q1&on=2027-02-25`)
    expect(body.on).toBe('2027-02-25')
    expect(new Set(body.keyResults.map(({ cycleId }: { cycleId: string }) => cycleId))).toEqual(new Set(['q1']))
    expectProblem(await send('GET', `${network}/assessment?cycleId=q9`), 'NOT_FOUND')
    expectProblem(await send('GET', `${network}/assessment?on=2027-02-30`), 'VALIDATION')
  })

  test('key results are listed by the node and cycle of their objective, and a cursor holds to it', async () => {
    const network = await importGolden()
    const { items: objectives } = (await send('GET', `${network}/objectives?limit=200`)).body
    const { items: all } = (await send('GET', `${network}/key-results?limit=200`)).body
    const nodeOf = new Map(objectives.map(({ id, nodeId }: { id: string; nodeId: string }) => [id, nodeId]))
    const [{ nodeId, cycleId }] = objectives
    const wanted = all.filter(({ objectiveId }: { objectiveId: string }) => nodeOf.get(objectiveId) === nodeId)
    const found = (await send('GET', `${network}/key-results?nodeId=${nodeId}&cycleId=${cycleId}&limit=1`)).body
    expect(wanted.length).toBeGreaterThan(0)
    expect([found.total, found.items[0].id]).toEqual([wanted.length, wanted[0].id])
    if (found.nextCursor) expectProblem(await send('GET', `${network}/key-results?cursor=${found.nextCursor}&limit=1`), 'VALIDATION')
    expect((await send('GET', `${network}/key-results?nodeId=nowhere`)).body.total).toBe(0)
  })

  test('a query that a call does not know is refused, also where it knows none', async () => {
    const problem = expectProblem(await send('GET', `${base}/networks?limit=5`), 'VALIDATION')
    expect(problem.errors[0].path).toBe('limit')
  })
})

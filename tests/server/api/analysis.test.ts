import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { differences, shortened } from '../../domain/measure/report/same.ts'
import { goldenAnswer } from '../../domain/sketch.ts'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'
import { apiOn, base, expectProblem } from './api-kit.ts'

describeOnEachDatabase('every measure for scripts', (database) => {
  const { send } = apiOn(database)
  const importGolden = async () => {
    const { body } = await send('POST', `${base}/import`, JSON.parse(readFileSync('tests/fixtures/value-network.weft.json', 'utf8')))
    return `${base}/networks/${body.item.id}/analysis`
  }

  test('OR34: the analysis of the worked example, by the ids of its document', async () => {
    const { status, body } = await send('GET', await importGolden())
    const found = Object(shortened(body))
    expect([status, Object.keys(found)]).toEqual([200, ['valueNetwork', 'krNetwork', 'cycleVariant', 'nodeDSM']])
    expect(differences(found.nodeDSM, goldenAnswer('nodeDSM'), 1e-9)).toEqual([])
    expect(differences(found.valueNetwork, goldenAnswer('valueNetwork'), 1e-9)).toEqual([])
    expect(differences(found.krNetwork.contributionShapley, goldenAnswer('krNetwork', 'contributionShapley'), 1e-9)).toEqual([])
  })

  test('OR34: about what is named, and about what is there', async () => {
    const analysis = await importGolden()
    const { body } = await send('GET', `${analysis}?goal=K2&focal=node_talent&cycle=2027-Q1`)
    expect([body.krNetwork.goal, body.valueNetwork.valueLoops.focal]).toEqual(['K2', 'node_talent'])
    for (const field of ['goal', 'focal', 'cycle']) {
      const problem = expectProblem(await send('GET', `${analysis}?${field}=nothing`), 'VALIDATION')
      expect(problem.errors).toMatchObject([{ path: field, remedy: expect.stringContaining('leave it out') }])
    }
    expectProblem(await send('GET', `${analysis}?deadline=24`), 'VALIDATION')
    const dated = await send('GET', `${analysis}?dates=true`)
    expect(dated.body.dates.atBestWeeks).toBeGreaterThan(0)
    expect(dated.headers.get('etag')).not.toBe((await send('GET', analysis)).headers.get('etag'))
  })

  test('OR35: unchanged it is not sent again; a change is', async () => {
    const analysis = await importGolden()
    const first = await send('GET', analysis)
    const tag = first.headers.get('etag') ?? ''
    expect(tag).toMatch(/^"[^"]+"$/)
    const again = await send('GET', analysis, undefined, { 'if-none-match': tag })
    expect([again.status, again.headers.get('etag')]).toEqual([304, tag])
    expect((await send('GET', `${analysis}?goal=K2`, undefined, { 'if-none-match': tag })).status).toBe(200)
    await send('PATCH', `${analysis.replace('/analysis', '')}/key-results/K3`, { confidence: 1, revision: 1 })
    const changed = await send('GET', analysis, undefined, { 'if-none-match': tag })
    expect(changed.status).toBe(200)
    // what help is worth by the worked example: the goal would be at 36 in 100
    expect(changed.body.krNetwork.vAll).toBeCloseTo(0.2542663704 + 0.1089713016, 9)
  })
})

import { describe, expect, test } from 'vitest'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'
import { apiOn, base, expectProblem } from './api-kit.ts'
import { sampleNetwork } from './sample-network.ts'

describeOnEachDatabase('check-ins', (database) => {
  const { send } = apiOn(database)
  const keyResult = async (network: string, id: string) => (await send('GET', `${network}/key-results/${id}`)).body.item

  test('a script pushes a number: the report is kept and the key result takes it over', async () => {
    const network = await sampleNetwork(send)
    const { status, body } = await send('POST', `${network}/key-results/churn/check-ins`, { value: 4.2 })
    expect(status).toBe(201)
    expect(body.item).toMatchObject({ keyResultId: 'churn', value: 4.2, at: '2027-02-10T09:00:00Z', confidence: null, note: null })
    expect((await keyResult(network, 'churn')).metric.current).toBe(4.2)
    expect((await send('GET', `${network}/check-ins?keyResultId=churn&sort=-at&limit=1`)).body.items).toEqual([body.item])
    expect((await send('GET', `${network}/check-ins/${body.item.id}`)).body.item).toEqual(body.item)
  })

  test('a report on the past is kept, and the newest value stays', async () => {
    const network = await sampleNetwork(send)
    await send('POST', `${network}/check-ins`, { keyResultId: 'churn', value: 1, at: '2027-01-05T10:00:00+02:00' })
    expect((await keyResult(network, 'churn')).metric.current).toBe(5)
    expect((await send('GET', `${network}/check-ins?keyResultId=churn`)).body.total).toBe(2)
  })

  test('the shares of a milestone’s steps go to its steps', async () => {
    const network = await sampleNetwork(send)
    await send('POST', `${network}/key-results/plan/check-ins`, { value: [0.5, 1] })
    expect((await keyResult(network, 'plan')).metric.steps).toMatchObject([{ done: 0.5 }, { done: 1 }])
  })

  describe('refuses', () => {
    test('a value that does not fit the metric, with what would fit', async () => {
      const network = await sampleNetwork(send)
      for (const value of ['target', [1]])
        expect(expectProblem(await send('POST', `${network}/key-results/churn/check-ins`, { value }), 'VALUE_MISFIT').errors[0].remedy).toBe(
          'Give a number.',
        )
      expectProblem(await send('POST', `${network}/key-results/plan/check-ins`, { value: [1] }), 'VALUE_MISFIT')
    })

    test('what is no report', async () => {
      const network = await sampleNetwork(send)
      const path = `${network}/key-results/churn/check-ins`
      for (const [body, at] of [
        [{ value: true }, 'value'],
        [{ confidence: 7 }, 'confidence'],
        [{ at: 'yesterday' }, 'at'],
        [{ keyResultId: 'reach' }, 'keyResultId'],
        [{ value: 1, personID: 'ana' }, 'personID'],
      ] as const)
        expect(expectProblem(await send('POST', path, body), 'VALIDATION').errors[0].path).toBe(at)
      expectProblem(await send('POST', path, { value: 1, personId: 'nobody' }), 'UNKNOWN_REFERENCE')
      expectProblem(await send('POST', path, { id: 'first', value: 1 }), 'ID_TAKEN')
    })

    test('a key result or network that is not there, and any change of a report', async () => {
      const network = await sampleNetwork(send)
      expectProblem(await send('POST', `${network}/key-results/nobody/check-ins`, { value: 1 }), 'NOT_FOUND')
      expectProblem(await send('POST', `${base}/networks/nowhere/key-results/churn/check-ins`, { value: 1 }), 'NOT_FOUND')
      expectProblem(await send('GET', `${network}/check-ins/nobody`), 'NOT_FOUND')
      expectProblem(await send('PATCH', `${network}/check-ins/first`, { value: 1, revision: 1 }), 'METHOD_NOT_ALLOWED')
      expectProblem(await send('DELETE', `${network}/check-ins/first`), 'METHOD_NOT_ALLOWED')
    })
  })
})

import { beforeAll, expect, test } from 'vitest'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'
import { apiOn, expectProblem } from './api-kit.ts'
import { sampleNetwork } from './sample-network.ts'

describeOnEachDatabase('lists', (database) => {
  const { send } = apiOn(database)
  let network = ''
  const names = Array.from({ length: 23 }, (_, at) => `Team ${String(at % 7)}`)
  beforeAll(async () => {
    network = await sampleNetwork(send)
    const commands = names.map((name, at) => ({ name: 'team.create', input: { id: `t${String(at).padStart(2, '0')}`, name } }))
    await send('POST', `${network}/commands`, { commands })
  })

  const list = async (path: string) => (await send('GET', `${network}/${path}`)).body
  const ids = (body: { items: { id: string }[] }) => body.items.map(({ id }) => id)

  const walk = async (path: string, limit: number) => {
    const seen: string[] = []
    let cursor = ''
    for (let page = 0; page < 50; page += 1) {
      const body = await list(`${path}&limit=${limit}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`)
      seen.push(...ids(body))
      if (body.nextCursor === null) return seen
      cursor = body.nextCursor
    }
    throw new Error('the pages do not end')
  }

  test('pages hold every record once, in every order and size', async () => {
    for (const sort of ['rank', '-rank', 'name', '-name,id', 'name,-rank', 'id'])
      for (const limit of [1, 5, 23, 200]) {
        const whole = ids(await list(`teams?sort=${sort}&limit=200`))
        expect(whole).toHaveLength(24)
        expect(await walk(`teams?sort=${sort}`, limit)).toEqual(whole)
      }
  })

  test('a sort is by its fields in turn, then by id', async () => {
    const { items } = await list('teams?sort=-name,id&limit=200')
    const sorted = items.toSorted((a: { name: string; id: string }, b: { name: string; id: string }) =>
      a.name === b.name ? (a.id < b.id ? -1 : 1) : a.name < b.name ? 1 : -1,
    )
    expect(items).toEqual(sorted)
  })

  test('what is unknown comes last in both directions', async () => {
    for (const sort of ['dueOn', '-dueOn'])
      expect((await list(`key-results?sort=${sort}`)).items.map((item: { dueOn: string | null }) => item.dueOn)).toEqual(['2027-03-01', null, null])
  })

  test('filters are by value, by several, by absence, by number, by truth, by member', async () => {
    expect(ids(await list('nodes?areaId=customer'))).toEqual(['care', 'sales'])
    expect(ids(await list('nodes?areaId=customer,brand&closeness=core'))).toEqual(['care', 'sales'])
    expect(ids(await list('nodes?closeness='))).toEqual(['press'])
    expect(ids(await list('nodes?activities=help'))).toEqual(['care'])
    expect(ids(await list('nodes?activities='))).toEqual(['press', 'sales'])
    expect(ids(await list('nodes?rank=2'))).toEqual(['press'])
    expect(ids(await list('exchanges?confirmed=false'))).toEqual(['exch'])
    expect(ids(await list('exchanges?confirmed=true'))).toEqual([])
    expect(ids(await list('check-ins?keyResultId=churn&confidence=0.5'))).toEqual(['first'])
    expect(ids(await list('dependencies?supplierNodeId='))).toEqual(['need'])
    expect(ids(await list('objectives?goalIds=goal'))).toEqual(['happy'])
  })

  test('a search finds part of a name whatever the case', async () => {
    expect(ids(await list('key-results?search=CHU'))).toEqual(['churn'])
    expect((await list('teams?search=team%203')).total).toBe(3)
  })

  test('a cursor is of its own list, filters and sort', async () => {
    const { nextCursor } = await list('teams?limit=2')
    for (const path of [
      `teams?limit=2&sort=name&cursor=${nextCursor}`,
      `people?cursor=${nextCursor}`,
      `teams?name=Team%201&cursor=${nextCursor}`,
      'teams?cursor=abc',
      'teams?cursor=',
      `teams?cursor=${nextCursor}x`,
    ])
      expect(expectProblem(await send('GET', `${network}/${path}`), 'VALIDATION').errors[0].path).toBe('cursor')
  })

  test('a record that is added or deleted between two pages moves no other', async () => {
    const first = await list('teams?limit=10')
    await send('DELETE', `${network}/teams/${first.items[3].id}`)
    await send('POST', `${network}/teams`, { id: 'early', name: 'Early', rank: 0.5 })
    const second = await list(`teams?limit=200&cursor=${first.nextCursor}`)
    expect([...ids(first), ...ids(second)]).toHaveLength(24)
    expect(new Set([...ids(first), ...ids(second)]).size).toBe(24)
  })
})

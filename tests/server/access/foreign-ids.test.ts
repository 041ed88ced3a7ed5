import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { operations } from '../../../lib/contract/api.ts'
import { filtersOf } from '../../../lib/contract/list.ts'
import type { Operation } from '../../../lib/contract/operation.ts'
import { entityNames } from '../../../lib/domain/ids.ts'
import { referencesFrom } from '../../../lib/domain/references.ts'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'
import { canaryOf } from './matrix/document.ts'
import { filled, operationOf, rows } from './matrix/requests.ts'
import { type Ground, groundOn, makeWorld, type World } from './matrix/world.ts'

type Answer = { readonly status: number; readonly text: string }

/** The fields by which any record refers to another one. */
const referenceFields = new Set(entityNames.flatMap((entity) => referencesFrom(entity).map(({ field }) => field)))

function isInNetwork({ path }: Operation): boolean {
  return path.startsWith('/networks/{network}/')
}

/** Rows whose path names a record or a row of the network. */
const rowsWithIds = rows.filter((row) => !row.includes('@') && isInNetwork(operationOf(row)) && /\{(id|personId)\}/.test(operationOf(row).path))

/** Rows whose body refers to records. */
const rowsWithBodies = rows.filter((row) => !row.includes('@') && isInNetwork(operationOf(row)) && operationOf(row).body !== undefined)

const lists = operations.flatMap((operation) => {
  const entity = entityNames.find((name) => operation.query && [...filtersOf(name).keys()].every((field) => field in (operation.query?.shape ?? {})))
  return operation.method === 'GET' && entity && 'cursor' in (operation.query?.shape ?? {}) ? [{ operation, entity }] : []
})

describeOnEachDatabase('ids of another network', (database) => {
  let ground: Ground | undefined
  let here: World | undefined
  let there: World | undefined
  beforeAll(async () => {
    ground = groundOn(database.store())
    here = await makeWorld(ground)
    there = await makeWorld(ground)
  })
  afterAll(() => ground?.close())
  const ready = () => {
    if (ground && here && there) return { ground, here, there }
    throw new Error('the worlds are made before the first test')
  }

  /** Sends a request of the owner of `here`, with what a row would say of `from`. */
  const send = async (row: string, { from, body, query }: { from: World; body?: unknown; query?: Record<string, string> }): Promise<Answer> => {
    const world = ready()
    const { path, method } = operationOf(row)
    const given = filled(row, from, 'owner')
    const all: Record<string, string> = { ...given.params, network: world.here.networkId }
    const search = new URLSearchParams(query ?? given.query ?? {}).toString()
    const address = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(all[name] ?? 'none'))
    const headers = { ...world.here.headers.owner, ...(body === undefined ? {} : { 'content-type': 'application/json' }) }
    const response = await world.ground.app.request(`/api/v1${address}${search && `?${search}`}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    return { status: response.status, text: await response.text() }
  }

  const expectNothing = ({ status, text }: Answer, statuses: readonly number[]) => {
    expect(text).not.toContain(canaryOf(ready().there.prefix))
    expect(statuses).toContain(status)
  }

  test.each(rowsWithIds.filter((row) => row !== 'readNotification'))('AC33: in the path of %s they are not there', async (row) => {
    const { there: from } = ready()
    const { body } = filled(row, from, 'owner')
    expectNothing(await send(row, { from, body }), row === 'erasePerson' ? [400, 404] : [404])
  })

  describe('in a body', () => {
    test.each(rowsWithBodies)('AC33: of %s they lead nowhere', async (row) => {
      const { here: own, there: from } = ready()
      const [mine, theirs] = [filled(row, own, 'owner'), filled(row, from, 'owner')]
      const fields = Object.entries(Object(mine.body)).filter(([field]) => referenceFields.has(field) && field !== 'mentionIds')
      for (const [field] of fields) {
        const body = { ...Object(mine.body), [field]: Reflect.get(Object(theirs.body), field) }
        expectNothing(await send(row, { from: own, body }), [400, 404])
      }
    })
  })

  test.each(lists)('AC33: as a filter of $operation.id they find nothing', async ({ operation, entity }) => {
    const { there: from } = ready()
    const fields = [...referencesFrom(entity).map(({ field }) => field), 'id'].filter((field) => field in (operation.query?.shape ?? {}))
    for (const field of fields) {
      const answer = await send(operation.id, { from, query: { [field]: `${from.prefix}-care,${from.prefix}-kr-care,${from.prefix}-ben` } })
      expectNothing(answer, [200])
      expect(JSON.parse(answer.text)).toMatchObject({ items: [], total: 0 })
    }
  })

  test.each(lists)('AC33: the cursor of another network’s $operation.id opens none of its records', async ({ operation }) => {
    const { ground: at, there: from } = ready()
    const path = operation.path.replace('{network}', from.networkId)
    const page = await at.app.request(`/api/v1${path}?limit=1`, { headers: from.headers.owner })
    const { nextCursor } = await page.json()
    if (typeof nextCursor === 'string') expectNothing(await send(operation.id, { from, query: { limit: '1', cursor: nextCursor } }), [200, 400])
  })

  test('the same requests with the network’s own ids do find something, so that the above can fail', async () => {
    const { here: own } = ready()
    expect((await send('getNode', { from: own })).status).toBe(200)
    expect(JSON.parse((await send('listNodes', { from: own, query: { id: `${own.prefix}-care` } })).text).total).toBe(1)
    expect([rowsWithIds.length > 50, rowsWithBodies.length > 25, lists.length > 10]).toEqual([true, true, true])
  })
})

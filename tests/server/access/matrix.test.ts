import { afterAll, beforeAll, expect, test } from 'vitest'
import { operations } from '../../../lib/contract/api.ts'
import { openApiDocument } from '../../../lib/contract/openapi.ts'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'
import { expectations } from './matrix/expectations.ts'
import { operationOf, rows } from './matrix/requests.ts'
import { runRows } from './matrix/run.ts'
import { runScenario, scenarios } from './matrix/scenarios.ts'
import { actors, type Ground, groundOn } from './matrix/world.ts'

/** The operations as the document lists them: what a reader of the API knows of it. */
function documented(): string[] {
  const paths = Object.values(Object(openApiDocument()['paths']))
  return paths.flatMap((path) => Object.values(Object(path)).map((operation) => String(Reflect.get(Object(operation), 'operationId'))))
}

test('AC30: every operation of the document has a row, and every row an operation', () => {
  const known = new Set(rows.map((row) => operationOf(row).id))
  expect(documented().filter((id) => !known.has(id))).toEqual([])
  expect(operations.map(({ id }) => id).toSorted()).toEqual(documented().toSorted())
})

test('AC30: every cell is written down, and nothing else is', () => {
  expect(rows.filter((row) => expectations[row]?.trim().split(/\s+/).length !== actors.length)).toEqual([])
  expect(Object.keys(expectations).filter((row) => !rows.includes(row))).toEqual([])
})

describeOnEachDatabase('the matrix of authorisation', (database) => {
  let ground: Ground | undefined
  beforeAll(() => {
    ground = groundOn(database.store())
  })
  afterAll(() => ground?.close())
  const current = (): Ground => {
    if (ground) return ground
    throw new Error('the ground is made before the first test')
  }

  test(`AC30: ${rows.length} requests, each as ${actors.length} kinds of people, are answered as the table says`, { timeout: 600_000 }, async () => {
    expect(await runRows(current(), rows, expectations)).toEqual([])
    expect(current().bugs).toEqual([])
  })

  test.each(Object.keys(scenarios))('AC32: what no single request shows: %s', async (name) => {
    expect(await runScenario(current(), name)).toEqual([])
    expect(current().bugs).toEqual([])
  })

  test('AC30: a cell that is not written down, or written down wrongly, fails', async () => {
    expect(await runRows(current(), ['getNode'], {})).toHaveLength(actors.length)
    const wrong = expectations['getNode']?.replace('401', '200') ?? ''
    expect(await runRows(current(), ['getNode'], { getNode: wrong })).toEqual([{ row: 'getNode', actor: 'anonymous', expected: '200', got: '401' }])
  })
})

import { describe, expect, test } from 'vitest'
import { filtersOf, listQuery } from '../../lib/contract/list.ts'
import { entityNames } from '../../lib/domain/ids.ts'
import { referencesFrom } from '../../lib/domain/references.ts'

describe('the query of a list', () => {
  test('filters by every reference that a record has', () => {
    for (const entity of entityNames)
      for (const { field } of referencesFrom(entity)) expect(filtersOf(entity).has(field), `${entity}.${field}`).toBe(true)
  })

  test('knows what kind of value each field has, and leaves long texts to the search', () => {
    expect(Object.fromEntries(filtersOf('dependency'))).toMatchObject({ strength: 'number', state: 'text', neededOn: 'text', supplierNodeId: 'text' })
    expect(Object.fromEntries(filtersOf('exchange'))).toMatchObject({ confirmed: 'boolean', factors: 'list', kind: 'text' })
    expect([...filtersOf('node').keys()]).not.toContain('description')
    expect([...filtersOf('keyResult').keys()]).not.toContain('metric')
  })

  test('sorts by the fields that have an order', () => {
    const query = listQuery('objective')
    for (const sort of ['rank', '-title', 'cycleId,-weight']) expect(query.safeParse({ sort }).success, sort).toBe(true)
    for (const sort of ['goalIds', '', 'title,', '--title', 'Title', 'title desc']) expect(query.safeParse({ sort }).success, sort).toBe(false)
  })

  test('has pages of 50 unless told otherwise, and of 200 at most', () => {
    expect(listQuery('team').parse({})).toEqual({ limit: 50 })
    expect(listQuery('team').safeParse({ limit: '200' }).success).toBe(true)
    for (const limit of ['0', '201', '1.5', '', 'all']) expect(listQuery('team').safeParse({ limit }).success, limit).toBe(false)
  })
})

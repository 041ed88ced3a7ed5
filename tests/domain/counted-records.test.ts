import { expect, test } from 'vitest'
import { countedByKind, countedRecords } from '../../lib/domain/counted-records.ts'
import { entityNames } from '../../lib/domain/ids.ts'
import { entityWords } from '../../lib/domain/snapshot.ts'

test('one of a kind is its word', () => {
  for (const entity of entityNames) expect(countedRecords(1, entity)).toBe(`1 ${entityWords[entity]}`)
})

test('many of a kind are said as people say them', () => {
  const said = entityNames.map((entity) => countedRecords(2, entity).slice(2))
  expect(said).toEqual(expect.arrayContaining(['people', 'key results', 'looks at relationships', 'entries of sessions', 'counts of votes']))
  expect(said.filter((text) => text.endsWith('ss') || / an? /.test(text))).toEqual([])
})

test('records are counted by kind, in the order in which the kinds come', () => {
  expect(countedByKind([])).toBe('')
  expect(countedByKind([{ entity: 'person' }, { entity: 'node' }, { entity: 'person' }])).toBe('2 people and 1 node')
})

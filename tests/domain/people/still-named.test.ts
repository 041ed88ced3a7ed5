import { expect, test } from 'vitest'
import { namedLimit, stillNaming } from '../../../lib/domain/people/still-named.ts'
import { sketch } from '../sketch.ts'

const snapshot = sketch({
  area: [{ id: 'a', description: 'Led by Ana Ruiz.' }],
  node: [
    { id: 'n', areaId: 'a', activities: ['Plan', 'Call ANA RUIZ'] },
    { id: 'm', areaId: 'a', description: 'Diana Ruizsanchez' },
  ],
  person: [{ id: 'Ana Ruiz', name: 'Former member 1' }],
  participation: [{ id: 'p', nodeId: 'n', personId: 'Ana Ruiz', tier: 'core' }],
  comment: [
    { id: 'c', subject: 'node', subjectId: 'n', text: 'Write to ana@example.org (Ana Ruiz)', at: '2027-01-11T09:00:00Z' },
    { id: 'd', subject: 'node', subjectId: 'n', text: 'Write to ana@example.organic', at: '2027-01-11T09:00:00Z' },
  ],
})

test('PV9: texts that name somebody are found by whole words, ids and references are not', () => {
  expect(stillNaming(snapshot, ['Ana Ruiz', 'ana@example.org'])).toEqual([
    { entity: 'area', id: 'a', field: 'description' },
    { entity: 'node', id: 'n', field: 'activities' },
    { entity: 'comment', id: 'c', field: 'text' },
  ])
  expect(stillNaming(snapshot, ['Ruizsanchez']).map(({ id }) => id)).toEqual(['m'])
})

test('PV9: signs that mean something to a search mean nothing here, and no words find nothing', () => {
  expect(stillNaming(snapshot, ['.*', '(', 'A'])).toEqual([])
  expect(stillNaming(snapshot, ['', ' '])).toEqual([])
})

test('PV9: the list ends somewhere', () => {
  const many = sketch({ area: Array.from({ length: namedLimit + 20 }, (_, at) => ({ id: `a${at}`, name: 'Ana Ruiz' })) })
  expect(stillNaming(many, ['ana ruiz'])).toHaveLength(namedLimit)
})

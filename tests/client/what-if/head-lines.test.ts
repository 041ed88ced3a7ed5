import { expect, test } from 'vitest'
import { headLines } from '../../../app/[network]/what-if/_parts/head-lines.ts'
import { whatIfEditsSchema } from '../../../lib/domain/measure/what-if/edit.ts'

const node = { kind: 'without', entity: 'node', id: 'node_talent' }
const person = { kind: 'without', entity: 'person', id: 'person_1' }

test('WI16: why a what-if about a person is not kept is said also where it has a note', () => {
  const why = expect.stringContaining('It takes out a person, so it is not kept under a name')
  expect(headLines(whatIfEditsSchema.parse([node, person]), 'Before the summer')).toEqual(['Before the summer', why])
  expect(headLines(whatIfEditsSchema.parse([person]), null)).toEqual([expect.stringContaining('1 thing supposed.'), why])
})
test('without a person only the note stands there, or what is supposed', () => {
  expect(headLines(whatIfEditsSchema.parse([node]), 'Before the summer')).toEqual(['Before the summer'])
  expect(headLines([], null)).toEqual([expect.stringContaining('Try what would come of it')])
})

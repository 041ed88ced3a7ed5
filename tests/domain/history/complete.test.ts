import { describe, expect, test } from 'vitest'
import { entitySchemas } from '../../../lib/domain/entity.ts'
import { completed, completedChange } from '../../../lib/domain/history/complete.ts'

describe('records of an older program', () => {
  const node = entitySchemas.node.parse({ id: 'n', rank: 1, areaId: 'a', name: 'N' })
  const { activities: _list, slot: _slot, closeness: _word, ...older } = node

  test('HI19: get the fields that came since, as the schema fills them in', () => {
    expect(completed('node', older)).toEqual(node)
    expect(completed('node', node)).toBe(node)
  })

  test('HI19: so do those of changes; edits stay what they are', () => {
    expect(completedChange({ entity: 'node', id: 'n', before: null, after: older }).after).toEqual(node)
    expect(completedChange({ entity: 'node', id: 'n', before: older, after: null })).toMatchObject({ before: node, after: null })
    const edit = { entity: 'node', id: 'n', before: { name: 'O' }, after: { name: 'N' } } as const
    expect(completedChange(edit)).toBe(edit)
  })
})

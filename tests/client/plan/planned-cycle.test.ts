import { expect, test } from 'vitest'
import { cycleToView } from '../../../app/[network]/plan/_parts/planned-cycle.ts'
import { asId } from '../../../lib/domain/ids.ts'

const [now, next] = [{ id: asId<'cycle'>('now') }, { id: asId<'cycle'>('next') }]

test('PL91: beside a session that is open the cycle in view is the one that it plans', () => {
  expect(cycleToView({ cycleId: next.id }, now)).toBe('next')
  expect(cycleToView({ cycleId: next.id }, null)).toBe('next')
  expect([cycleToView({ cycleId: next.id }, next), cycleToView(null, now), cycleToView({ cycleId: null }, now)]).toEqual([null, null, null])
})

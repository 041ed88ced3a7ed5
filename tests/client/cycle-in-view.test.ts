import { expect, test } from 'vitest'
import { cycleInView } from '../../lib/client/cycle.ts'
import { sketch } from '../domain/sketch.ts'

const ahead = { id: 'q2', name: 'Next', startsOn: '2027-04-01', endsOn: '2027-06-30', phase: 'active' }
const now = { id: 'q1', name: 'This', startsOn: '2027-01-01', endsOn: '2027-03-31', phase: 'active' }

test('OKR37: of two that are committed a view is about the one that runs today, unless it is asked for another', () => {
  const snapshot = sketch({ network: [{ id: 'net' }], cycle: [ahead, now] })
  expect(cycleInView(snapshot, null, '2027-03-20')?.id).toBe('q1')
  expect(cycleInView(snapshot, 'Next', '2027-03-20')?.id).toBe('q2')
  expect(cycleInView(snapshot, 'q2', '2027-03-20')?.id).toBe('q2')
  expect(cycleInView(snapshot, 'gone', '2027-03-20')?.id).toBe('q1')
})

import { afterEach, expect, test, vi } from 'vitest'
import { outcomeOf } from '../../../app/[network]/plan/_outcome/outcome-of.ts'
import { get, networkOf } from '../../../lib/domain/snapshot.ts'
import { dayIn } from '../../../lib/domain/time.ts'
import { needsNetwork } from '../../domain/sketch.ts'

afterEach(() => void vi.useRealTimers())

test.each(['Pacific/Kiritimati', 'Pacific/Auckland', 'Pacific/Pago_Pago'])('what is due today is not late today, in %s', (timeZone) => {
  const now = '2027-04-09T22:00:00Z'
  vi.useFakeTimers({ now: new Date(now) })
  const today = dayIn(timeZone, now)
  const action = { ritualId: 'plan', kind: 'action', status: 'open', at: '2027-04-01T09:00:00Z' }
  const snapshot = needsNetwork({ a: {} }, [], {
    ritual: [{ id: 'plan', kind: 'plan', state: 'closed', phase: 'commit', cycleId: 'q', closedAt: '2027-04-01T10:00:00Z' }],
    ritualItem: [
      { id: 'due', ...action, text: 'Due today', dueOn: today },
      { id: 'late', ...action, text: 'Due before', dueOn: '2027-04-07' },
    ],
  })
  Object.assign(networkOf(snapshot), { timeZone })
  const { output } = outcomeOf(get(snapshot, 'ritual', 'plan'), { snapshot, baseline: snapshot, today })
  const actions = output.sections.find(({ id }) => id === 'actions')?.entries
  expect(actions?.map(({ text, mark }) => [text, mark ?? 'open'])).toEqual([
    ['Due today', 'open'],
    ['Due before', 'late'],
  ])
})

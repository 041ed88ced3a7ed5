import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { measureStore } from '../../../lib/client/measure/measures.ts'
import type { MeasureRequest } from '../../../lib/client/measure/protocol.ts'
import { sharing } from '../../../lib/client/measure/shared.ts'
import { goldenNetwork } from '../../domain/sketch.ts'

const about = { networkId: 'net_golden', goalId: 'K7', focalNodeId: null, cycleId: 'cycle_q' }

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function made() {
  const asked: MeasureRequest[] = []
  let [opened, closed] = [0, 0]
  const of = sharing(
    () =>
      measureStore(() => {
        opened += 1
        return {
          ask: (request) => void asked.push(request),
          close: () => {
            closed += 1
          },
        }
      }),
    1_000,
  )
  return { of, asked, count: () => ({ opened, closed }) }
}

test('two who ask the same read one run; another question, or another network, is another run', () => {
  const { of, asked, count } = made()
  const network = goldenNetwork()
  const [one, two] = [of(about), of({ ...about })]
  one.read()
  two.read()
  one.measure(network)
  two.measure(network)
  expect(asked.length).toBe(1)
  expect(two.state).toBe(one.state)
  of({ ...about, goalId: 'K2' }).measure(network)
  expect(count().opened).toBe(2)
  expect(of({ ...about, networkId: 'net_other' }).state).not.toBe(one.state)
  two.measure(goldenNetwork())
  expect(asked.map(({ run }) => run)).toEqual([1, 1, 2])
})

test('the worker goes some time after its last reader, and not where somebody reads again before', () => {
  const { of, asked, count } = made()
  const network = goldenNetwork()
  const leave = of(about).read()
  of(about).measure(network)
  leave()
  vi.advanceTimersByTime(900)
  const next = of(about)
  const leaveNext = next.read()
  next.measure(network)
  vi.advanceTimersByTime(5_000)
  expect([count().closed, asked.length]).toEqual([0, 1])
  leaveNext()
  vi.advanceTimersByTime(1_000)
  expect(count().closed).toBe(1)
  expect(asked.at(-1)?.kind).toBe('stop')
})

test('OR47: what one reader has stopped is measured again for the next one who asks, of the same network', () => {
  const { of, asked } = made()
  const network = goldenNetwork()
  const one = of(about)
  one.read()
  one.measure(network)
  one.stop()
  expect(asked.map(({ kind }) => kind)).toEqual(['measure', 'stop'])
  of({ ...about }).measure(network)
  of({ ...about }).measure(network)
  expect(asked.map(({ kind }) => kind)).toEqual(['measure', 'stop', 'measure'])
})

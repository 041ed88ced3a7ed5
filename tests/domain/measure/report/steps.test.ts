import { describe, expect, test } from 'vitest'
import { documentToChanges } from '../../../../lib/domain/format/to-changes.ts'
import { analyse } from '../../../../lib/domain/measure/report/analyse.ts'
import { choose } from '../../../../lib/domain/measure/report/chosen.ts'
import { measureParts } from '../../../../lib/domain/measure/report/parts.ts'
import { applyChanges, makeSnapshot, type Snapshot } from '../../../../lib/domain/snapshot.ts'
import { generate } from '../../../bench/generate.ts'

function generated(): Snapshot {
  const snapshot = makeSnapshot({})
  applyChanges(snapshot, documentToChanges(generate('M')))
  return snapshot
}

const snapshot = generated()
const chosen = choose(snapshot, {}, '2027-02-10')

/** Processor time of this thread, which other work on the machine does not lengthen, in milliseconds. */
function threadMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1_000
}

describe('an analysis of 1,500 key results in steps', () => {
  test('OR44: no step takes a fifth of the whole', () => {
    const run = () => {
      const steps: number[] = []
      let since = threadMs()
      for (const _ of measureParts(snapshot, chosen)) {
        const now = threadMs()
        steps.push(now - since)
        since = now
      }
      return steps
    }
    run()
    const steps = run()
    const whole = steps.reduce((sum, step) => sum + step, 0)
    expect(Math.max(...steps)).toBeLessThan(whole / 5)
  }, 60_000)

  test('OR44: who runs it may stop within the first parts too, not only between them', () => {
    const stops: Record<string, number> = {}
    let since = 0
    for (const event of measureParts(snapshot, chosen)) {
      since += 1
      if (event.kind !== 'part') continue
      stops[event.part.key] = since - 1
      since = 0
    }
    for (const key of ['promises', 'nodeDSM', 'cycleVariant']) expect(stops[key]).toBeGreaterThanOrEqual(2)
  })

  test('OR44: shares within a part never fall, and the chances of the parts are those of the report', () => {
    let share = 0
    const parts = new Map<string, unknown>()
    for (const event of measureParts(snapshot, chosen)) {
      if (event.kind === 'part') {
        parts.set(event.part.key, event.part.value)
        share = 0
        continue
      }
      expect(event.share).toBeGreaterThanOrEqual(share)
      expect(event.share).toBeLessThanOrEqual(1)
      share = event.share
    }
    expect(parts.get('krNetwork')).toEqual(analyse(snapshot, chosen).krNetwork)
  }, 60_000)
})

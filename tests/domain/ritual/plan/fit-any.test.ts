import fc from 'fast-check'
import { expect, test } from 'vitest'
import { system } from '../../../../lib/domain/access.ts'
import { findingRules } from '../../../../lib/domain/ritual/plan/fit/finding.ts'
import { fork, type Snapshot } from '../../../../lib/domain/snapshot.ts'
import { promiseStates } from '../../../../lib/domain/vocabulary.ts'
import { runs } from '../../../property-runs.ts'
import { findings, freshIds, plan, run, shuffled } from './kit.ts'

const keyResultIds = ['a', 'b', 'c', 'd', 'e'] as const
const day = fc.constantFrom(null, '2027-04-10', '2027-05-01', '2027-06-20', '2027-07-10')
const anyPlan = fc.record({
  nodes: fc.tuple(...keyResultIds.map(() => fc.constantFrom('billing', 'platform', 'brand'))),
  weeks: fc.tuple(...keyResultIds.map(() => fc.constantFrom(null, 3, 9))),
  needs: fc.array(
    fc.record({
      consumerKeyResultId: fc.constantFrom(...keyResultIds),
      supplierKeyResultId: fc.constantFrom(...keyResultIds),
      state: fc.constantFrom(...promiseStates),
      neededOn: day,
      promisedOn: day,
      strength: fc.constantFrom(0.5, 1),
    }),
    { maxLength: 9 },
  ),
})

function planOf({ nodes, weeks, needs }: typeof anyPlan extends fc.Arbitrary<infer T> ? T : never): Snapshot {
  const estimate = (likely: number | null | undefined) => (likely ? { optimistic: likely, likely, pessimistic: likely } : null)
  const keyResults = Object.fromEntries(keyResultIds.map((id, at) => [id, { node: nodes[at] ?? 'brand', estimateWeeks: estimate(weeks[at]) }]))
  const fit = needs.filter((need) => need.supplierKeyResultId !== need.consumerKeyResultId)
  const talks = fit
    .slice(0, 1)
    .map(() => ({ id: 'talk', ritualId: 'rit', kind: 'talk', status: 'open', subject: 'dependency', about: 'd1', text: 'T' }))
  return plan(
    keyResults,
    fit.map((need, at) => ({ ...need, what: `thing ${at}` })),
    { ritualItem: talks },
  )
}

/** A finding as data, with the commands of its fixes. */
function asData(snapshot: Snapshot) {
  return findings(snapshot, { ritualId: 'rit' }).map(({ fixes, ...rest }) => ({
    ...rest,
    fixes: fixes.map(({ calls, ...fix }) => ({ ...fix, calls: calls(fix.suggested, freshIds()) })),
  }))
}

test('PL34: the order of the records in their tables does not matter, and rules come in their order', () => {
  fc.assert(
    fc.property(anyPlan, fc.integer({ min: 1, max: 50 }), (given, seed) => {
      const snapshot = planOf(given)
      expect(asData(shuffled(snapshot, seed))).toEqual(asData(snapshot))
      const places = findings(snapshot, { ritualId: 'rit' }).map(({ rule }) => findingRules.indexOf(rule))
      expect(places).toEqual(places.toSorted((a, b) => a - b))
    }),
    { numRuns: runs(80) },
  )
})

test('PL35: no two findings have the same id', () => {
  fc.assert(
    fc.property(anyPlan, (given) => {
      const ids = findings(planOf(given), { ritualId: 'rit' }).map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
    }),
    { numRuns: runs(80) },
  )
})

test('PL55: every fix that is offered is one that can be taken', () => {
  fc.assert(
    fc.property(anyPlan, (given) => {
      const snapshot = planOf(given)
      for (const { fixes } of findings(snapshot, { ritualId: 'rit' }))
        for (const { calls, suggested } of fixes) {
          const ahead = fork(snapshot)
          const done = run(ahead, system, calls({ ownerId: 'ana', dueOn: '2027-04-01', text: suggested.text ?? 'Because' }, freshIds()))
          expect(done.length).toBeGreaterThan(0)
        }
    }),
    { numRuns: runs(60) },
  )
})

import { expect, test } from 'vitest'
import { supplyGraph } from '../../../../lib/domain/measure/chance/supply.ts'
import { suppose } from '../../../../lib/domain/measure/what-if/apply.ts'
import { compareWhatIf } from '../../../../lib/domain/measure/what-if/compare.ts'
import { cutOf, toldRings } from '../../../../lib/domain/measure/what-if/told-rings.ts'
import { sentenceText } from '../../../../lib/domain/plan/sentence.ts'
import { goldenNetwork, needsNetwork } from '../../sketch.ts'

const options = { goalIds: ['K7'], cycleId: 'cycle_q', today: '2027-02-20' }
const closing = { id: 'd13', supplierKeyResultId: 'K7', consumerKeyResultId: 'K10', what: '', strength: 0.5, state: 'requested' }

test('CN114: rings are told by name while they are small, each with its cheapest cut', () => {
  const network = needsNetwork({ a: {}, b: {}, c: {}, d: {} }, [
    { supplier: 'a', consumer: 'b', strength: 1 },
    { supplier: 'b', consumer: 'a', strength: 0.5 },
    { supplier: 'c', consumer: 'd' },
  ])
  const rings = toldRings(network, supplyGraph(network, null))
  expect(rings.map(({ sentence }) => sentenceText(sentence))).toEqual([
    '“a” and “b” wait for each other. Dropping one need frees them: “a” needs “b”.',
  ])
  expect([...cutOf(rings)]).toEqual(['d2'])
  expect(toldRings(goldenNetwork(), supplyGraph(goldenNetwork(), null))).toEqual([])
})

test('CN114: a goal behind a ring is compared without it; both sides are those of the network without that need', () => {
  const [plain, circling] = [goldenNetwork(), goldenNetwork([closing])]
  const without = suppose(circling, [{ kind: 'without', entity: 'node', id: 'node_talent' }], options.today)
  const [goal] = compareWhatIf(circling, without.snapshot, { ...options, goneNodeIds: without.goneNodeIds }).goals
  const expected = suppose(plain, [{ kind: 'without', entity: 'node', id: 'node_talent' }], options.today)
  const [same] = compareWhatIf(plain, expected.snapshot, { ...options, goneNodeIds: expected.goneNodeIds }).goals
  expect(goal?.chance).toEqual({ before: null, after: null })
  expect(goal?.withoutRings?.before).toEqual({ chance: same?.chance.before, finish: same?.finish.before })
  expect(goal?.withoutRings?.after).toEqual({ chance: same?.chance.after, finish: same?.finish.after })
  expect(same).not.toHaveProperty('withoutRings')
})

import { expect, test } from 'vitest'
import { nobodyMissed } from '../../../app/[network]/insights/_themes/resilience/nobody-missed.ts'
import { flowLoss } from '../../../lib/domain/measure/value/flow-loss.ts'
import { valueGraph } from '../../../lib/domain/measure/value/snapshot-graph.ts'
import { sketch } from '../../domain/sketch.ts'

function sharesOf(nodes: readonly string[], ...exchanges: readonly (readonly [string, string])[]) {
  const network = sketch({
    area: [{ id: 'a' }],
    node: nodes.map((id) => ({ id, areaId: 'a' })),
    exchange: exchanges.map(([fromNodeId, toNodeId]) => ({ id: `${fromNodeId}${toNodeId}`, fromNodeId, toNodeId })),
  })
  return [...flowLoss(valueGraph(network)).share]
}

test('IN18: where nothing moves between others it is not said that it moves as before', () => {
  expect(nobodyMissed(sharesOf(['x', 'y'], ['x', 'y']))).toContain('it is unknown who would be missed')
  expect(nobodyMissed(sharesOf(['x', 'y', 'z'], ['x', 'y'], ['y', 'z'], ['z', 'x'], ['y', 'x'], ['z', 'y'], ['x', 'z']))).toContain('as before')
})

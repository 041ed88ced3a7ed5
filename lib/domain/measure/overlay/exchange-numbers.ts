import type { Looked } from '../figure/looked.ts'
import { counted } from '../report/said.ts'
import { type Numbers, saidNumber, shortText } from './result-numbers.ts'

/**
 * How much of what moves between the others goes with a node.
 *
 * @returns null until it is measured
 * Cost O(nodes). Spec: OV1, OV6.
 */
export function flowNumbers({ results }: Looked): Numbers | null {
  const shares = results.valueNetwork?.flowLossIfRemoved
  if (!shares) return null
  const ids = Object.keys(shares)
  const between = `between ${counted(Math.max(0, ids.length - 1), 'other')}`
  const nodes = Object.entries(shares).map(([id, value]) => {
    const stated = value === null ? null : { value, low: value, high: value, standardError: null }
    return [id, saidNumber('ways lost without it, in 100:', shortText(stated), between)] as const
  })
  return { nodes: new Map(nodes), keyResults: new Map() }
}

/**
 * With how many others a node exchanges something: what the starfish score is made from.
 *
 * @returns null until it is measured
 * Cost O(nodes). Spec: OV1, OV6.
 */
export function degreeNumbers({ results }: Looked): Numbers | null {
  const degrees = results.valueNetwork?.degreeUndirected
  if (!degrees) return null
  const ids = Object.keys(degrees)
  const whole = `of ${counted(Math.max(0, ids.length - 1), 'other')}`
  const nodes = Object.entries(degrees).map(([id, count]) => [id, saidNumber('exchanges with', count === null ? '–' : String(count), whole)] as const)
  return { nodes: new Map(nodes), keyResults: new Map() }
}

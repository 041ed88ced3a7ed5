import { describe, expect, test } from 'vitest'
import { valueNetworkReport } from '../../../../lib/domain/measure/value/report.ts'
import { valueGraph } from '../../../../lib/domain/measure/value/snapshot-graph.ts'
import { goldenAnswer, goldenNetwork } from '../../sketch.ts'

/** The golden answers name nodes without the prefix that ids of the document have. */
function withDocumentIds(value: unknown, names: ReadonlySet<string>): unknown {
  if (typeof value === 'string') return names.has(value) ? `node_${value}` : value
  if (Array.isArray(value)) return value.map((each) => withDocumentIds(each, names))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [names.has(key) ? `node_${key}` : key, withDocumentIds(each, names)]))
}

/** Every number of a value by its path, so that a difference says where it is. */
function leavesOf(value: unknown, path = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]]
  return Object.entries(value).flatMap(([key, each]) => leavesOf(each, `${path}/${key}`))
}

const snapshot = goldenNetwork()
const names = new Set([...snapshot.tables.node.keys()].map((id) => id.replace('node_', '')))
const report = valueNetworkReport(valueGraph(snapshot), { focalNodeId: 'node_client' })
const expected = withDocumentIds(goldenAnswer('valueNetwork'), names)

describe('the worked example', () => {
  test('VN34: the report has the keys of the golden file, no more and no fewer, at every depth', () => {
    const keys = (value: unknown) => leavesOf(value).map(([path]) => path)
    expect(keys(report).sort()).toEqual(keys(expected).sort())
  })

  test.each(leavesOf(expected))('VN34: %s', (path, answer) => {
    const ours = new Map(leavesOf(report)).get(path)
    if (typeof answer !== 'number') expect(ours).toBe(answer)
    else expect(Math.abs(Number(ours) - answer)).toBeLessThanOrEqual(1e-9)
  })
})

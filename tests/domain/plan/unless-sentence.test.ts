import { describe, expect, test } from 'vitest'
import { supplyGraph, waitedFor } from '../../../lib/domain/measure/chance/supply.ts'
import { needGraph } from '../../../lib/domain/plan/graph.ts'
import { type Sentence, sentenceText } from '../../../lib/domain/plan/sentence.ts'
import { nodeUnlessSentence, resultsOfNode, unlessSentence, waitsForSentence } from '../../../lib/domain/plan/unless-sentence.ts'
import { goldenNetwork, needsNetwork } from '../sketch.ts'

const network = goldenNetwork()
const graph = needGraph(network, 'cycle_q')
const text = (sentence: Sentence | null) => sentence && sentenceText(sentence)
const titleOf = (id: string) => String([...network.tables.keyResult.values()].find((each) => each.id === id)?.title)
const nodeOf = (id: string) => String([...network.tables.node.values()].find((each) => each.id === id)?.name)

describe('what something cannot do without', () => {
  test('OV10, OV11: through needs of strength 1 and no others; what helps is counted', () => {
    // the worked example: K7 needs K2 completely, K2 needs K3; the seven others only help
    expect(text(unlessSentence(network, graph, 'K7'))).toBe(
      `“${titleOf('K7')}” cannot be reached unless “${titleOf('K2')}” (${nodeOf('node_brand')}) and “${titleOf('K3')}” (${nodeOf('node_innovation')}) come true. It leans on 7 others, each of which it can do without.`,
    )
    expect(text(unlessSentence(network, graph, 'K9'))).toBe(
      `“${titleOf('K9')}” cannot be reached unless “${titleOf('K10')}” (${nodeOf('node_finance')}) comes true.`,
    )
  })
  test('OV10: of a node what all of its results need, its own not among them', () => {
    // K1 needs K5, K5 needs K4, K2 needs K3, completely; K1 itself is of the node
    const said = text(nodeUnlessSentence(network, graph, 'node_brand'))
    expect(said).toContain(`${nodeOf('node_brand')} cannot succeed unless `)
    for (const id of ['K3', 'K4', 'K5']) expect(said).toContain(titleOf(id))
    expect(said).not.toContain(titleOf('K1'))
    expect(said).toContain('It leans on 3 others')
  })
  test('OV11: three are named, those needed directly first; the rest is counted', () => {
    const many = needsNetwork({ far: {}, farther: {}, a: {}, b: {}, c: {}, goal: {} }, [
      { supplier: 'far', consumer: 'a' },
      { supplier: 'farther', consumer: 'far' },
      ...['a', 'b', 'c'].map((supplier) => ({ supplier, consumer: 'goal' })),
    ])
    const said = text(unlessSentence(many, needGraph(many, 'q'), 'goal'))
    expect(said).toMatch(/unless “a” \(.*\), “b” \(.*\), “c” \(.*\) and 2 more results come true\.$/)
  })
  test('OV12: where nothing decides alone the count is said, and nothing where there is none', () => {
    expect(text(unlessSentence(network, graph, 'K8'))).toBe(`“${titleOf('K8')}” leans on 2 results of 2 nodes; none of them alone decides it.`)
    expect(unlessSentence(network, graph, 'K10')).toBeNull()
    expect(nodeUnlessSentence(network, graph, 'node_culture')).toBeNull()
    expect(unlessSentence(network, graph, 'gone')).toBeNull()
  })
  test('OV10, OV12: what is asked of a node without a key result is named with the node, and is no result', () => {
    const asked = needsNetwork(
      { a: { node: 'n1' }, goal: { node: 'n2' } },
      [
        { supplier: 'a', consumer: 'goal' },
        { supplier: null, supplierNodeId: 'n3', consumer: 'a', what: 'A contract' },
        { supplier: null, supplierNodeId: 'n3', consumer: 'goal', strength: 0.5 },
      ],
      { node: [{ id: 'n3', areaId: 'area' }] },
    )
    const { graph: whole } = supplyGraph(asked, 'q')
    expect(text(unlessSentence(asked, whole, 'goal'))).toBe(
      '“goal” cannot be reached unless “a” (n1) and “A contract” of n3, which has no key result for it yet, come true. It leans on 1 other, each of which it can do without.',
    )
    expect(text(nodeUnlessSentence(asked, whole, 'n1'))).toBe(
      'n1 cannot succeed unless “A contract” of n3, which has no key result for it yet, comes true.',
    )
    const soft = needsNetwork({ goal: { node: 'n2' } }, [{ supplier: null, supplierNodeId: 'n3', consumer: 'goal', strength: 0.5 }], {
      node: [{ id: 'n3', areaId: 'area' }],
    })
    expect(text(unlessSentence(soft, supplyGraph(soft, 'q').graph, 'goal'))).toBe('“goal” leans on 1 thing of 1 node; none of them alone decides it.')
  })
  test('OV13: who waits is counted once in results and nodes', () => {
    expect(text(waitsForSentence(network, graph, ['K10']))).toContain('9 results of 6 nodes wait for it')
    expect(text(waitsForSentence(network, graph, resultsOfNode(network, graph, 'node_delivery')))).toContain('4 results of 2 nodes wait for it')
    expect(waitsForSentence(network, graph, ['K7'])).toBeNull()
  })

  test('OV14: what is reached is needed by nobody any more, and waits for nobody', () => {
    const done = { metric: { kind: 'boolean', current: 1 } }
    const line = (reached: readonly string[]) =>
      needsNetwork(Object.fromEntries(['a', 'b', 'goal'].map((id) => [id, { node: `n_${id}`, ...(reached.includes(id) ? done : {}) }])), [
        { supplier: 'a', consumer: 'b' },
        { supplier: 'b', consumer: 'goal' },
      ])
    const saidOf = (reached: readonly string[]) => {
      const snapshot = line(reached)
      const waits = waitedFor(supplyGraph(snapshot, 'q'))
      return {
        goal: text(unlessSentence(snapshot, waits, 'goal')),
        node: text(nodeUnlessSentence(snapshot, waits, 'n_goal')),
        waiting: text(waitsForSentence(snapshot, waits, ['a'])),
      }
    }
    expect(saidOf([])).toEqual({
      goal: '“goal” cannot be reached unless “b” (n_b) and “a” (n_a) come true.',
      node: 'n_goal cannot succeed unless “b” (n_b) and “a” (n_a) come true.',
      waiting: '2 results of 2 nodes wait for it, directly or through others.',
    })
    expect(saidOf(['b'])).toEqual({ goal: null, node: null, waiting: null })
    expect(saidOf(['goal'])).toEqual({ goal: null, node: null, waiting: '1 result of 1 node waits for it, directly or through others.' })
    expect(saidOf(['a'])).toEqual({
      goal: '“goal” cannot be reached unless “b” (n_b) comes true.',
      node: 'n_goal cannot succeed unless “b” (n_b) comes true.',
      waiting: null,
    })
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matrixInput } from '../../../lib/client/scene-input/matrix.ts'
import { sequence } from '../../../lib/domain/measure/order/sequence.ts'
import { assess } from '../../../lib/domain/okr/assess.ts'
import type { Snapshot } from '../../../lib/domain/snapshot.ts'
import { cellAt } from '../../../lib/layout/matrix/cell-at.ts'
import { type MatrixLevel, matrixOrders } from '../../../lib/layout/matrix/input.ts'
import { layoutMatrix } from '../../../lib/layout/matrix/matrix.ts'
import { needsNetwork } from '../../domain/sketch.ts'
import { exampleNetworks } from '../networks.ts'

const everything = { level: 'node' as MatrixLevel, order: 'area' as const, openNodeIds: new Set<string>(), keep: null, isTiedOnly: false }
const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
const states = ['draft', 'requested', 'promised', 'declined', 'delivered', 'withdrawn'] as const

/** Small networks of key results on four nodes in two areas, with needs of all kinds, some inside a node. */
const networks: fc.Arbitrary<Snapshot> = fc
  .record({
    nodes: fc.array(fc.constantFrom('n1', 'n2', 'n3', 'n4'), { minLength: names.length, maxLength: names.length }),
    needs: fc.array(fc.record({ supplier: fc.constantFrom(...names), consumer: fc.constantFrom(...names), state: fc.constantFrom(...states) }), {
      maxLength: 14,
    }),
  })
  .map(({ nodes, needs }) => {
    const keyResults = Object.fromEntries(
      names.map((name, at) => [name, { node: nodes[at] ?? 'n1', area: nodes[at] === 'n1' || nodes[at] === 'n2' ? 'east' : 'west' }]),
    )
    return needsNetwork(
      keyResults,
      needs.filter(({ supplier, consumer }) => supplier !== consumer),
    )
  })

function picture(snapshot: Snapshot, choice: Partial<Parameters<typeof matrixInput>[2]> = {}) {
  const assessment = assess(snapshot, { cycleId: 'q', today: '2027-02-10' })
  const made = matrixInput(snapshot, assessment, { ...everything, ...choice })
  return { assessment, ...made, scene: layoutMatrix(made.input, 28) }
}

const levels = ['node', 'key-result'] as const

describe('the matrix', () => {
  test('MX1-MX2: every order holds the same rows and columns, each once, in the same order', () => {
    fc.assert(
      fc.property(networks, fc.constantFrom(...levels), (snapshot, level) => {
        const usual = picture(snapshot, { level }).scene.columns.map(({ id }) => id)
        for (const order of matrixOrders) {
          const { scene } = picture(snapshot, { level, order })
          const ids = scene.columns.map(({ id }) => id)
          expect(ids.toSorted()).toEqual(usual.toSorted())
          expect(new Set(ids).size).toBe(ids.length)
          expect(scene.rows.map(({ id }) => id)).toEqual(ids)
        }
      }),
    )
  })

  test('MX3: every need stands in exactly one cell, or is counted as one that stands in none', () => {
    fc.assert(
      fc.property(networks, fc.constantFrom(...levels), fc.constantFrom(...matrixOrders), (snapshot, level, order) => {
        const { scene, assessment } = picture(snapshot, { level, order })
        const told = scene.cells.flatMap(({ dependencyIds }) => dependencyIds)
        const own = [...assessment.dependencies.values()].filter(({ isEnded, isInsideNode }) => !isEnded && !(level === 'node' && isInsideNode))
        expect(told.toSorted()).toEqual(own.map(({ id }) => id).toSorted())
        for (const cell of scene.cells) expect(cellAt(scene, cell.row, cell.column)).toBe(cell)
      }),
    )
  })

  test('MX4: rows, columns and cells add up to the same, whatever is unfolded', () => {
    fc.assert(
      fc.property(networks, fc.subarray(['n1', 'n2', 'n3', 'n4']), fc.constantFrom(...matrixOrders), (snapshot, open, order) => {
        const { scene } = picture(snapshot, { order, openNodeIds: new Set(open) })
        const own = scene.rows.filter(({ parentId }) => parentId === null)
        const sum = (counts: readonly number[]) => counts.reduce((whole, count) => whole + count, 0)
        expect(sum(own.map(({ needs }) => needs))).toBe(scene.total)
        expect(sum(scene.columns.map(({ asked }) => asked))).toBe(scene.total)
        for (const node of own.filter(({ isOpen }) => isOpen))
          expect(sum(scene.rows.filter(({ parentId }) => parentId === node.id).map(({ needs }) => needs))).toBe(node.needs)
      }),
    )
  })

  test('MX5: a filter keeps a need with both of its ends where one passes, and counts the others', () => {
    fc.assert(
      fc.property(networks, fc.subarray(['n1', 'n2', 'n3', 'n4']), (snapshot, kept) => {
        const whole = picture(snapshot)
        const { scene, filteredOut } = picture(snapshot, { keep: (id) => kept.includes(id) })
        const isKept = ({ rowId, columnId }: { rowId: string; columnId: string }) => kept.includes(rowId) || kept.includes(columnId)
        expect(scene.cells.map(({ dependencyIds }) => dependencyIds).toSorted()).toEqual(
          whole.scene.cells
            .filter(isKept)
            .map(({ dependencyIds }) => dependencyIds)
            .toSorted(),
        )
        expect(scene.total + filteredOut.needs).toBe(whole.scene.total)
        expect(scene.rows.length + filteredOut.lines).toBe(whole.scene.rows.length)
      }),
    )
  })

  test('MX6: the corners in sequence are as many as are told, and no other order has one', () => {
    fc.assert(
      fc.property(networks, fc.constantFrom(...levels), (snapshot, level) => {
        const { scene, matrix } = picture(snapshot, { level, order: 'sequence' })
        const wrong = scene.cells.filter(({ isWrongSide }) => isWrongSide)
        expect(wrong.length).toBe(sequence(matrix.graph).wrongSide)
        for (const { row, column } of wrong) expect(column).toBeGreaterThan(row)
        for (const order of ['area', 'load', 'clusters'] as const)
          expect(picture(snapshot, { level, order }).scene.cells.some(({ isWrongSide }) => isWrongSide)).toBe(false)
      }),
    )
  })

  test('MX3: of the worked example and all templates, too', () => {
    for (const { snapshot, assessment } of exampleNetworks())
      for (const level of levels) {
        const { input } = matrixInput(snapshot, assessment, { ...everything, level })
        const { cells, total } = layoutMatrix(input, 28)
        const own = [...assessment.dependencies.values()].filter(
          ({ isEnded, isInsideNode, cycleId, supplierKeyResultId }) =>
            !isEnded && cycleId === assessment.cycleId && (level === 'node' ? !isInsideNode : supplierKeyResultId !== null),
        )
        expect(total).toBe(own.length)
        expect(new Set(cells.flatMap(({ dependencyIds }) => dependencyIds)).size).toBe(own.length)
      }
  })

  test('MX7: blocked where a promise holds up who needs it, else the worst of the promises', () => {
    const needs = [
      { supplier: 'a', consumer: 'b', state: 'declined' },
      { supplier: 'a', consumer: 'c', state: 'declined', strength: 0.5 },
      { supplier: 'a', consumer: 'd', state: 'promised' },
      { supplier: 'a', consumer: 'd', state: 'requested' },
      { supplier: 'a', consumer: 'e', state: 'promised', promisedOn: '2027-02-01', strength: 0.5 },
      { supplier: 'd', consumer: 'b', state: 'declined', strength: 0.5 },
    ]
    const { scene } = picture(needsNetwork({ a: {}, b: {}, c: {}, d: {}, e: {} }, needs), { level: 'key-result' })
    expect(scene.cells.map(({ rowId, glyph }) => `${rowId} ${glyph}`)).toEqual(['b blocked', 'b declined', 'c declined', 'd requested', 'e late'])
  })

  test('MX11: a column above the limit of the check is marked; none where the check is off, and none of key results', () => {
    const needs = ['b', 'c', 'd'].map((consumer) => ({ supplier: 'a', consumer, state: 'promised' }))
    const network = (checkSetting: readonly { id: string; rule: string; isOn: boolean; limit: number | null }[]) =>
      needsNetwork({ a: {}, b: {}, c: {}, d: {} }, needs, { checkSetting })
    const over = (snapshot: Snapshot, level: MatrixLevel = 'node') =>
      picture(snapshot, { level }).scene.columns.flatMap(({ id, isOver }) => (isOver ? [id] : []))
    expect(over(network([]))).toEqual([])
    expect(over(network([{ id: 's', rule: 'overload', isOn: true, limit: 2 }]))).toEqual(['node_a'])
    expect(over(network([{ id: 's', rule: 'overload', isOn: true, limit: 3 }]))).toEqual([])
    expect(over(network([{ id: 's', rule: 'overload', isOn: false, limit: 2 }]))).toEqual([])
    expect(over(network([{ id: 's', rule: 'overload', isOn: true, limit: 2 }]), 'key-result')).toEqual([])
  })
})

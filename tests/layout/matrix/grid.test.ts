import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawCellMarks } from '../../../lib/layout/draw/matrix.ts'
import { drawPromiseGlyph, type PromiseGlyph } from '../../../lib/layout/draw/promise-glyph.ts'
import { cellAt, eachCellIn } from '../../../lib/layout/matrix/cell-at.ts'
import { detailOf, openingCell } from '../../../lib/layout/matrix/detail.ts'
import type { MatrixInput, MatrixLine } from '../../../lib/layout/matrix/input.ts'
import { litOf, placeOfLit } from '../../../lib/layout/matrix/lit.ts'
import { layoutMatrix } from '../../../lib/layout/matrix/matrix.ts'
import { moved, nextMark } from '../../../lib/layout/matrix/move.ts'
import { tintStep } from '../../../lib/layout/matrix/tint.ts'
import { windowOf } from '../../../lib/layout/matrix/window.ts'
import { sceneToSvg } from '../../../lib/layout/scene-to-svg.ts'

function line(at: number): MatrixLine {
  return {
    id: `n${at}`,
    kind: 'node',
    name: `Node <${at}>`,
    nodeId: `n${at}`,
    nodeName: null,
    areaId: 'area',
    tone: 'brand',
    letter: 'B',
    ringSize: null,
  }
}

/** A matrix of so many nodes in which given cells hold one need each. */
function sparse(size: number, pairs: readonly (readonly [row: number, column: number])[]): MatrixInput {
  const lines = Array.from({ length: size }, (_, at) => line(at))
  const unique = new Map(pairs.filter(([row, column]) => row !== column).map(([row, column]) => [`${row} ${column}`, [row, column] as const]))
  return {
    level: 'node',
    order: 'area',
    rows: lines.map((each) => ({ ...each, parentId: null, isOpen: null })),
    columns: lines,
    marks: [...unique].map(([id, [row, column]]) => ({
      rowId: `n${row}`,
      columnId: `n${column}`,
      dependencyIds: [id],
      glyph: 'promised',
      isWrongSide: false,
    })),
    groups: [{ kind: 'area', name: 'All', tone: 'brand', ids: lines.map(({ id }) => id) }],
    limit: null,
  }
}

const matrices = fc.integer({ min: 1, max: 60 }).chain((size) =>
  fc.record({
    size: fc.constant(size),
    pairs: fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 120 }),
    cell: fc.integer({ min: 3, max: 40 }),
  }),
)

describe('the grid of the matrix', () => {
  test('MX8: up to five a step for each need, above five even shares of the largest', () => {
    expect([1, 2, 3, 4, 5].map((count) => tintStep(count, 5))).toEqual([1, 2, 3, 4, 5])
    expect([1, 4, 5, 20].map((count) => tintStep(count, 20))).toEqual([1, 1, 2, 5])
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 500 }), (a, b) => {
        const [count, most] = [Math.min(a, b), Math.max(a, b)]
        expect(tintStep(count, most)).toBeGreaterThanOrEqual(1)
        expect(tintStep(count, most)).toBeLessThanOrEqual(tintStep(most, most))
        expect(tintStep(most, most)).toBe(Math.min(5, most))
      }),
    )
  })

  test('MX9: no two kinds of glyph have the same outline and filling', () => {
    const glyphs: readonly PromiseGlyph[] = ['blocked', 'late', 'draft', 'promised', 'delivered', 'accepted', 'declined', 'revoked', 'requested']
    const outlines = glyphs.map((glyph) => {
      const [outline] = drawPromiseGlyph(glyph, { x: 0, y: 0 }, 14)
      if (outline?.shape !== 'path') throw new Error('a glyph begins with its outline')
      const { fill, dash } = outline.paint
      return `${outline.d} ${fill === 'bg' ? 'hollow' : 'full'} ${dash ?? ''}`
    })
    expect(new Set(outlines).size).toBe(glyphs.length)
  })

  test('MX10: a cell keeps its glyph longer than its number, and all lies in it', () => {
    expect([7, 8, 17, 18, 40].map(detailOf)).toEqual(['tint', 'glyph', 'glyph', 'full', 'full'])
    const shapes = (count: number, cell: number) => new Set(drawCellMarks({ count, glyph: 'promised' }, cell).map(({ shape }) => shape))
    expect([...shapes(1, 18)]).toEqual(['text', 'path'])
    expect([...shapes(1, 17)]).toEqual(['path'])
    expect([...shapes(100, 20)]).toEqual(['path'])
    expect([...shapes(1, 7)]).toEqual([])
    for (let cell = 18; cell <= 44; cell += 1)
      for (const mark of drawCellMarks({ count: 1, glyph: 'late' }, cell))
        if (mark.shape === 'text') for (const { x } of mark.block.lines) expect(x).toBeGreaterThanOrEqual(-cell / 2)
    expect(openingCell(1_000, 1_000, { width: 900, height: 600 })).toBe(28)
    expect(openingCell(14, 14, { width: 900, height: 470 })).toBe(33)
  })

  test('MX12: a window holds every cell in sight, and stays the same for a small scroll', () => {
    fc.assert(
      fc.property(matrices, fc.nat(1_500), fc.nat(1_500), ({ size, pairs, cell }, left, top) => {
        const scene = layoutMatrix(sparse(size, pairs), cell)
        const sight = { left, top, width: 640, height: 480 }
        const window = windowOf(scene, sight)
        const found = new Set<string>()
        eachCellIn(scene, window, (each) => {
          expect(cellAt(scene, each.row, each.column)).toBe(each)
          found.add(`${each.row} ${each.column}`)
        })
        const inSight = scene.cells.filter(
          ({ row, column }) =>
            (column + 1) * cell > left &&
            column * cell < left + sight.width - scene.head.width &&
            (row + 1) * cell > top &&
            row * cell < top + sight.height - scene.head.height,
        )
        const end = {
          row: Math.min(size, (top + sight.height - scene.head.height) / cell),
          column: Math.min(size, (left + sight.width - scene.head.width) / cell),
        }
        expect(window.fromRow * cell).toBeLessThanOrEqual(top)
        expect(window.fromColumn * cell).toBeLessThanOrEqual(left)
        expect(window.toRow).toBeGreaterThanOrEqual(end.row)
        expect(window.toColumn).toBeGreaterThanOrEqual(end.column)
        for (const { row, column } of inSight) expect(found).toContain(`${row} ${column}`)
      }),
    )
    const scene = layoutMatrix(sparse(1_000, []), 20)
    const at = (top: number) => windowOf(scene, { left: 0, top, width: 1_280, height: 700 })
    expect(at(1_210)).toEqual(at(1_300))
    expect(at(1_210).toRow - at(1_210).fromRow).toBeLessThan(80)
  })

  test('MX14: keys reach every place of the grid, and none leads out of it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), (rows, columns) => {
        const grid = { rows, columns, page: 3 }
        const reached = new Set<string>()
        const waiting = [{ row: 0, column: 0 }]
        for (let place = waiting.pop(); place; place = waiting.pop()) {
          const name = `${place.row} ${place.column}`
          if (reached.has(name)) continue
          reached.add(name)
          for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown'])
            for (const isCtrl of [false, true]) {
              const next = moved(place, { key, isCtrl }, grid)
              if (next) waiting.push(next)
            }
        }
        expect(reached.size).toBe((rows + 2) * (columns + 2))
      }),
    )
    const grid = { rows: 4, columns: 5, page: 2 }
    expect(moved({ row: 2, column: 3 }, { key: 'Home', isCtrl: true }, grid)).toEqual({ row: 0, column: 0 })
    expect(moved({ row: 2, column: 3 }, { key: 'End', isCtrl: true }, grid)).toEqual({ row: 3, column: 4 })
    expect(moved({ row: 2, column: 3 }, { key: 'Home', isCtrl: false }, grid)).toEqual({ row: 2, column: -1 })
    expect(moved({ row: 1, column: 3 }, { key: 'PageDown', isCtrl: false }, grid)).toEqual({ row: 3, column: 3 })
    expect(moved({ row: 1, column: 3 }, { key: 'x', isCtrl: false }, grid)).toBeNull()
  })

  test('MX14: from mark to mark every one is met once before the first comes again', () => {
    fc.assert(
      fc.property(matrices, fc.constantFrom(1 as const, -1 as const), ({ size, pairs }, step) => {
        const { cells } = layoutMatrix(sparse(size, pairs), 20)
        const met = new Set<string>()
        let place: { row: number; column: number } | null = { row: 0, column: 0 }
        for (let turn = 0; turn < cells.length && place; turn += 1) {
          place = nextMark(cells, place, step)
          if (place) met.add(`${place.row} ${place.column}`)
        }
        expect(met.size).toBe(cells.length)
      }),
    )
  })

  test('MX15: lit are the cells of the needs that are shown, else those between what is shown', () => {
    const scene = layoutMatrix(
      sparse(4, [
        [0, 1],
        [1, 2],
        [2, 3],
      ]),
      20,
    )
    const byNeed = litOf(scene, { nodeIds: ['n0'], keyResultIds: [], dependencyIds: ['1 2'] })
    expect([...byNeed.cells]).toEqual(['1 2'])
    expect([...byNeed.rows].sort()).toEqual([0, 1])
    expect([...byNeed.columns].sort()).toEqual([0, 2])
    expect([...litOf(scene, { nodeIds: ['n2', 'n3'], keyResultIds: [], dependencyIds: [] }).cells]).toEqual(['2 3'])
    expect(litOf(scene, { nodeIds: ['n1'], keyResultIds: [], dependencyIds: [] }).cells.size).toBe(0)
  })

  test('MX15: of an exchange the row of who gets and the column of who gives are lit, with their cell', () => {
    const scene = layoutMatrix(
      sparse(4, [
        [1, 2],
        [2, 1],
        [0, 3],
      ]),
      20,
    )
    const lit = litOf(scene, { nodeIds: [], keyResultIds: [], dependencyIds: [], ways: [{ rowId: 'n1', columnId: 'n2' }] })
    expect([[...lit.rows], [...lit.columns], [...lit.cells]]).toEqual([[1], [2], ['1 2']])
  })

  test('MX18: the cross-hair stands on the first lit cell, else where the first lit row and column meet', () => {
    const scene = layoutMatrix(
      sparse(4, [
        [3, 0],
        [1, 2],
      ]),
      20,
    )
    const place = (shown: Partial<Parameters<typeof litOf>[1]>) =>
      placeOfLit(scene, litOf(scene, { nodeIds: [], keyResultIds: [], dependencyIds: [], ...shown }))
    expect(place({ nodeIds: ['n0', 'n1', 'n2', 'n3'] })).toEqual({ row: 1, column: 2 })
    expect(place({ dependencyIds: ['3 0'] })).toEqual({ row: 3, column: 0 })
    expect(place({ ways: [{ rowId: 'n3', columnId: 'n1' }] })).toEqual({ row: 3, column: 1 })
    expect(place({ nodeIds: ['n2'] })).toEqual({ row: 2, column: 2 })
    expect(place({})).toBeNull()
  })

  test('MX16: the picture holds every cell, every name and the sums, and is safe text', () => {
    const scene = layoutMatrix(
      sparse(3, [
        [0, 1],
        [2, 1],
      ]),
      28,
    )
    const svg = sceneToSvg(scene, { title: 'Matrix' })
    expect(svg.match(/data-part="dependency"/g)).toHaveLength(2)
    expect(svg.match(/Node &lt;\d&gt;/g)).toHaveLength(6)
    expect(svg).toContain('rotate(-90')
    expect(svg).not.toContain('<0>')
    expect(svg).toContain('row needs column')
  })
})

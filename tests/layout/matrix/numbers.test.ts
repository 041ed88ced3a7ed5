import { describe, expect, test } from 'vitest'
import { matrixInput } from '../../../lib/client/scene-input/matrix.ts'
import { look } from '../../../lib/domain/measure/figure/looked.ts'
import type { OverlayKind } from '../../../lib/domain/measure/overlay/kinds.ts'
import { overlayOf } from '../../../lib/domain/measure/overlay/overlay.ts'
import { assess } from '../../../lib/domain/okr/assess.ts'
import { drawMatrix } from '../../../lib/layout/draw/matrix.ts'
import type { MatrixLevel } from '../../../lib/layout/matrix/input.ts'
import { layoutMatrix } from '../../../lib/layout/matrix/matrix.ts'
import { withNumbers } from '../../../lib/layout/matrix/numbers.ts'
import { textWidth } from '../../../lib/layout/text.ts'
import { measured, readOn } from '../../domain/measure/figure/measured.ts'
import { goldenNetwork } from '../../domain/sketch.ts'

const network = goldenNetwork()
const { input: asked, results } = measured(network)
const assessment = assess(network, { cycleId: asked.chosen.cycleId, today: readOn })

function pictureOf(level: MatrixLevel, kind: OverlayKind | null, cell = 28) {
  const choice = { level, order: 'area', openNodeIds: new Set(['node_brand']), keep: null, isTiedOnly: false } as const
  const { input } = matrixInput(network, assessment, choice)
  return layoutMatrix(withNumbers(input, kind && overlayOf(look(asked, results), kind)), cell)
}

const shown = (line: { readonly id: string; readonly number?: { readonly value: string } }) => [line.id, line.number?.value]

describe('numbers on the matrix', () => {
  test('OV9: rows and columns carry the number of the analysis, rows under a node that of the key result', () => {
    const numbers = overlayOf(look(asked, results), 'chance')
    const nodes = pictureOf('node', 'chance')
    expect(nodes.columns.map(shown)).toEqual(nodes.columns.map(({ id }) => [id, numbers?.nodes.get(id)?.value]))
    expect(nodes.rows.filter(({ parentId }) => parentId !== null).map(shown)).toEqual([
      ['K1', '57'],
      ['K2', '42'],
    ])
    const results10 = pictureOf('key-result', 'chance')
    expect(results10.rows.map(shown)).toEqual(results10.columns.map(shown))
    expect(results10.rows.find(({ id }) => id === 'K7')?.number?.value).toBe('25')
    expect(pictureOf('key-result', 'flow').numbers).toBeNull()
  })
  test('OV9: without numbers nothing is laid out otherwise; with them the heads grow by their room, and no number is cut', () => {
    const [bare, carrying] = [pictureOf('node', null), pictureOf('node', 'chance')]
    expect(bare.numbers).toBeNull()
    const room = carrying.numbers
    if (!room) throw new Error('there is no room for numbers')
    expect(carrying.head).toEqual({ width: bare.head.width + room.across, height: bare.head.height + room.down })
    expect(carrying.cells).toEqual(bare.cells)
    for (const { number } of carrying.rows) expect(textWidth(number?.value ?? '', 12, 600)).toBeLessThanOrEqual(room.value)
  })
  test('OV9: a number that is wider than its column is written upwards; where names have no room numbers have none', () => {
    const range = { value: '33–100', count: '2 results', said: 'chance 33–100, 2 results' }
    const { input } = matrixInput(network, assessment, { level: 'node', order: 'area', openNodeIds: new Set(), keep: null, isTiedOnly: false })
    const ranged = withNumbers(input, { nodes: new Map([['node_brand', range]]), keyResults: new Map() })
    expect(layoutMatrix(ranged, 28).numbers).toMatchObject({ isUpward: true })
    expect(layoutMatrix(ranged, 60).numbers).toMatchObject({ isUpward: false })
    expect(layoutMatrix(ranged, 11).numbers).toBeNull()
  })
  test('OV9: the saved picture holds the numbers and their counts', () => {
    const texts = JSON.stringify(drawMatrix(pictureOf('node', 'chance')))
    expect(texts).toContain('"2 results"')
    expect(texts.match(/"text":"42"/g)).toHaveLength(3)
    expect(JSON.stringify(drawMatrix(pictureOf('node', null)))).not.toContain('results"')
  })
})

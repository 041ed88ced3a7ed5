import { describe, expect, test } from 'vitest'
import { cellInWords, columnInWords, matrixTakeaway, rowInWords, sequenceInWords } from '../../app/[network]/matrix/_components/matrix-words.ts'
import { sumsFigure } from '../../app/[network]/matrix/_components/sums-figure.ts'
import { type MatrixPicture, matrixInput } from '../../lib/client/scene-input/matrix.ts'
import { assess } from '../../lib/domain/okr/assess.ts'
import type { Assessment } from '../../lib/domain/okr/assessment.ts'
import { sentenceText } from '../../lib/domain/plan/sentence.ts'
import { cellAt } from '../../lib/layout/matrix/cell-at.ts'
import type { MatrixOrder } from '../../lib/layout/matrix/input.ts'
import { layoutMatrix } from '../../lib/layout/matrix/matrix.ts'
import type { MatrixScene } from '../../lib/layout/matrix/scene.ts'
import { goldenAnswer, goldenNetwork, needsNetwork } from '../domain/sketch.ts'

type Drawn = { readonly scene: MatrixScene; readonly picture: MatrixPicture; readonly assessment: Assessment }

function drawn(snapshot: ReturnType<typeof needsNetwork>, order: MatrixOrder, cycleId = 'q'): Drawn {
  const assessment = assess(snapshot, { cycleId, today: '2027-02-10' })
  const picture = matrixInput(snapshot, assessment, { level: 'node', order, openNodeIds: new Set(), keep: null, isTiedOnly: false })
  return { scene: layoutMatrix(picture.input, 28), picture, assessment }
}

function wordsAt({ scene, assessment }: Drawn, rowId: string, columnId: string): string {
  const [row, column] = [scene.rows.find(({ id }) => id === rowId), scene.columns.find(({ id }) => id === columnId)]
  if (!row || !column) throw new Error(`${rowId} or ${columnId} is not in the matrix`)
  return cellInWords(assessment, { row, column, cell: cellAt(scene, row.index, column.index) })
}

const named = (name: string, id: string) => ({ id, areaId: 'area', name })

describe('what the matrix says', () => {
  test('MX13: a cell tells who needs whom, how often, and how it stands; an empty one that nothing is needed', () => {
    const network = needsNetwork(
      { a: { node: 'platform' }, b: { node: 'growth' }, c: { node: 'brand' } },
      [
        { supplier: 'a', consumer: 'b', state: 'promised', promisedOn: '2027-01-29' },
        { supplier: 'a', consumer: 'c', state: 'promised' },
        { supplier: 'a', consumer: 'c', state: 'requested' },
      ],
      { node: [named('Platform', 'platform'), named('Growth', 'growth'), named('Brand', 'brand')] },
    )
    const picture = drawn(network, 'area')
    expect(wordsAt(picture, 'growth', 'platform')).toBe('Growth needs Platform: 1 need, blocked, late 12 days')
    expect(wordsAt(picture, 'brand', 'platform')).toBe('Brand needs Platform: 2 needs, the worst asked')
    expect(wordsAt(picture, 'platform', 'growth')).toBe('Platform needs nothing from Growth')
    expect(wordsAt(picture, 'brand', 'brand')).toBe('Brand: itself')
    const { rows, columns } = picture.scene
    expect(rows.map((row) => rowInWords(row))).toContain('Brand, needs 2')
    expect(columns.map((column) => columnInWords({ ...column, isOver: column.asked > 2 }, 2))).toContain('Platform, asked for 3, over the limit of 2')
    expect(matrixTakeaway(picture.scene, picture.picture.matrix)).toBe('3 needs between 3 nodes; 1 cell blocked; most is asked of Platform: 3.')
  })

  test('MX17: of several of whom as much is asked the first is named and the others are counted, in the sentence and in the sums', () => {
    const { scene, picture } = drawn(goldenNetwork(), 'area', 'cycle_q')
    expect(scene.columns.filter(({ asked }) => asked === 2)).toHaveLength(3)
    expect(matrixTakeaway(scene, picture.matrix)).toMatch(/; most is asked of Product delivery and 2 more: 2 each\.$/)
    expect(sentenceText(sumsFigure(scene, null).reading)).toMatch(/; Product delivery and 2 more are asked for most, 2 each\.$/)
  })

  test('MX6: in sequence it tells how many marks are left on the wrong side, and how many orders are as good', () => {
    const { picture } = drawn(goldenNetwork(), 'sequence', 'cycle_q')
    expect(goldenAnswer('nodeDSM', 'minFeedbackMarks')).toBe(0)
    const orders = goldenAnswer('nodeDSM', 'numberOfOptimalOrders')
    expect(sequenceInWords(picture.matrix)).toBe(`No ring; no mark is on the wrong side of the diagonal; ${orders} orders are equally good.`)
    const ring = needsNetwork({ a: {}, b: {}, c: {} }, [
      { supplier: 'a', consumer: 'b' },
      { supplier: 'b', consumer: 'a' },
      { supplier: 'b', consumer: 'c' },
    ])
    expect(sequenceInWords(drawn(ring, 'sequence').picture.matrix)).toBe(
      '1 ring (of 2); 1 of 3 marks is on the wrong side of the diagonal; 3 orders are equally good.',
    )
  })
})

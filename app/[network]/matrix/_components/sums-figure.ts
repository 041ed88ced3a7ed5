import type { Figure } from '../../../../lib/domain/measure/figure/figure.ts'
import { type NamedKind, type Sentence, type SentencePart, words } from '../../../../lib/domain/plan/sentence.ts'
import type { MatrixLine } from '../../../../lib/layout/matrix/input.ts'
import type { MatrixScene } from '../../../../lib/layout/matrix/scene.ts'
import { counted } from '../../../components/graph/words.ts'

const how =
  'Every need of the cycle stands in one cell: in the row of who needs and the column of who gives. Σ needs adds up a row, Σ asked of a column; both come to the same. Drafts and what was declined or revoked count, for the need is still there; what was withdrawn or cancelled does not. Key results shown under their node tell its needs again and are in no sum. Source: dependency structure matrix (Steward 1981).'

function named({ kind, id, name }: MatrixLine): SentencePart {
  const entity: NamedKind = kind === 'node' ? 'node' : 'keyResult'
  return { kind: entity, id, text: name }
}

/** The first of those with the largest number. */
function most<L>(lines: readonly L[], of: (line: L) => number): L | null {
  return lines.reduce<L | null>((best, line) => (best !== null && of(best) >= of(line) ? best : line), null)
}

function readingOf({ rows, columns, total }: MatrixScene): Sentence {
  const needing = most(
    rows.filter(({ parentId }) => parentId === null),
    ({ needs }) => needs,
  )
  const asked = most(columns, (column) => column.asked)
  if (!needing || !asked || total === 0) return [words('None of them needs another.')]
  return [named(needing), words(` needs most, ${needing.needs}; `), named(asked), words(` is asked for most, ${asked.asked}.`)]
}

/** The sums of the matrix as a number like all others: what they say, what is counted and how. */
export function sumsFigure(scene: MatrixScene, limit: number | null): Figure {
  const lines = counted(scene.columns.length, scene.level === 'node' ? 'node' : 'key result')
  const over = limit === null ? '' : ` ⚠ stands where somebody is asked for more than ${limit}, the limit of the check of overload.`
  return {
    id: 'matrix',
    name: 'Needs in the matrix',
    value: counted(scene.total, 'need'),
    reading: readingOf(scene),
    count: `${counted(scene.total, 'need')} in ${counted(scene.cells.filter(({ row }) => scene.rows[row]?.parentId === null).length, 'cell')}, between ${lines}`,
    how: `${how}${over}`,
    shown: null,
  }
}

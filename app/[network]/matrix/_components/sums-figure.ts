import type { Figure } from '../../../../lib/domain/measure/figure/figure.ts'
import { type NamedKind, type Sentence, type SentencePart, words } from '../../../../lib/domain/plan/sentence.ts'
import type { MatrixLine } from '../../../../lib/layout/matrix/input.ts'
import type { MatrixScene } from '../../../../lib/layout/matrix/scene.ts'
import { counted } from '../../../components/graph/words.ts'
import { largestOf } from './matrix-words.ts'

const how =
  'Every need of the cycle stands in one cell: in the row of who needs and the column of who gives. Σ needs adds up a row, Σ asked of a column; both come to the same. Drafts and what was declined or revoked count, for the need is still there; what was withdrawn or cancelled does not. Key results shown under their node tell its needs again and are in no sum. Source: dependency structure matrix (Steward 1981).'

function named({ kind, id, name }: MatrixLine): SentencePart {
  const entity: NamedKind = kind === 'node' ? 'node' : 'keyResult'
  return { kind: entity, id, text: name }
}

/** Who has the largest number, the first of several by name: “*Talent* and 2 more are asked for most, 4 each”. */
function mostPart<L extends MatrixLine>(lines: readonly L[], of: (line: L) => number, verbs: readonly [one: string, several: string]): Sentence {
  const [most, ...others] = largestOf(lines, of)
  if (!most) return []
  if (others.length === 0) return [named(most), words(` ${verbs[0]} most, ${of(most)}`)]
  return [named(most), words(` and ${others.length} more ${verbs[1]} most, ${of(most)} each`)]
}

function readingOf({ rows, columns, total }: MatrixScene): Sentence {
  if (total === 0) return [words('None of them needs another.')]
  const whole = rows.filter(({ parentId }) => parentId === null)
  const needing = mostPart(whole, ({ needs }) => needs, ['needs', 'need'])
  return [...needing, words('; '), ...mostPart(columns, ({ asked }) => asked, ['is asked for', 'are asked for']), words('.')]
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

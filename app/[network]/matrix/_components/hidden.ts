import type { Assessment } from '../../../../lib/domain/okr/assessment.ts'
import type { HiddenNote } from '../../../components/graph/hidden-notes.tsx'
import { counted } from '../../../components/graph/words.ts'
import type { MatrixState } from './use-matrix.ts'

/** What the matrix leaves out, each with the press that shows it: what a filter hides, and needs that the other level shows. */
export function hiddenNotes(assessment: Assessment, { picture, level, isTied, showAll, setLevel, setTied }: MatrixState): HiddenNote[] {
  const { lines, needs } = picture.filteredOut
  const { cycleId } = assessment
  const own = [...assessment.dependencies.values()].filter((each) => !each.isEnded && (cycleId === null || each.cycleId === cycleId))
  const inside = own.filter(({ isInsideNode }) => isInsideNode).length
  const onNodes = own.filter(({ supplierKeyResultId }) => supplierKeyResultId === null).length
  const word = level === 'node' ? 'node' : 'key result'
  const isFiltered = lines > 0 || needs > 0
  return [
    isFiltered &&
      !isTied && {
        words: [lines > 0 && counted(lines, word), needs > 0 && counted(needs, 'need')].filter(Boolean).join(', ').concat(' filtered out'),
        onShow: showAll,
      },
    isFiltered && isTied && { words: `${counted(lines, word)} without a need here`, onShow: () => setTied(false) },
    level === 'node' && inside > 0 && { words: `${counted(inside, 'need')} inside a node`, onShow: () => setLevel('key-result') },
    level === 'key-result' &&
      onNodes > 0 && { words: `${counted(onNodes, 'need')} on a node without a key result for it`, onShow: () => setLevel('node') },
  ].filter((note) => note !== false)
}

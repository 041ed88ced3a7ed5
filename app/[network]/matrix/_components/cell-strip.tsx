'use client'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { useObservable } from '../../../../lib/client/observable.ts'
import { cellAt } from '../../../../lib/layout/matrix/cell-at.ts'
import type { GridPlace } from '../../../../lib/layout/matrix/move.ts'
import type { MatrixScene } from '../../../../lib/layout/matrix/scene.ts'
import { withNumber } from '../../../components/figure/number-tag.tsx'
import { counted } from '../../../components/graph/words.ts'
import { Button } from '../../../components/ui/button.tsx'
import { CellGlyph } from './cell-glyph.tsx'
import type { Pointed } from './cross-hair.tsx'
import styles from './dock.module.css'
import { cellInWords, columnInWords, rowInWords } from './matrix-words.ts'
import type { CellActs } from './use-cell-acts.ts'

type Props = {
  readonly scene: MatrixScene
  readonly pointed: Pointed
  /** the cell that was pressed or walked to last: the buttons are for it */
  readonly chosen: Pointed
  readonly acts: CellActs
  readonly limit: number | null
}

/** What the cell under the pointer or the focus says, and what can be done with the chosen one. */
export function CellStrip({ scene, pointed, chosen, acts, limit }: Props) {
  const { assessment } = useNetwork()
  const [hovered, last] = [useObservable(pointed), useObservable(chosen)]
  const place = hovered ?? last
  if (!place) return <p className={styles['hint']}>Choose a cell: the row needs the column. An empty one starts an ask.</p>
  const [row, column] = [scene.rows[place.row], scene.columns[place.column]]
  const cell = cellAt(scene, place.row, place.column)
  const isChosen = last !== null && place.row === last.row && place.column === last.column
  return (
    <div className={styles['told']}>
      {cell && <CellGlyph glyph={cell.glyph} />}
      <p>
        {row && column
          ? cellInWords(assessment, { row, column, cell })
          : row
            ? withNumber(rowInWords(row), row.number)
            : column
              ? withNumber(columnInWords(column, limit), column.number)
              : `${counted(scene.total, 'need')} in all`}
        {row && column?.number && row.id !== column.id && <span> · {withNumber(column.name, column.number)}</span>}
      </p>
      {isChosen && row && column && <CellButtons place={place} hasMarks={cell !== null} acts={acts} />}
    </div>
  )
}

function CellButtons({ place, hasMarks, acts }: { readonly place: GridPlace; readonly hasMarks: boolean; readonly acts: CellActs }) {
  return (
    <>
      {hasMarks && (
        <Button size="small" onClick={() => acts.showChain(place)}>
          Show as chain
        </Button>
      )}
      {acts.mayAsk(place) && (
        <Button size="small" onClick={() => acts.ask(place)}>
          {hasMarks ? 'Ask for more' : 'Ask'}
        </Button>
      )}
    </>
  )
}

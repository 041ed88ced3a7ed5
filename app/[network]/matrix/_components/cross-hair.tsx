'use client'
import { type Observable, useObservable } from '../../../../lib/client/observable.ts'
import type { GridPlace } from '../../../../lib/layout/matrix/move.ts'
import type { MatrixScene } from '../../../../lib/layout/matrix/scene.ts'
import styles from './matrix.module.css'

/** Where a pointer is, else where the focus is; null where neither is in the grid. */
export type Pointed = Observable<GridPlace | null>

type Props = {
  readonly scene: MatrixScene
  readonly pointed: Pointed
  /** where it stands as long as nothing is pointed at; null: nowhere */
  readonly walked: GridPlace | null
}

/** The row and the column of the cell that is pointed at, from head to sum. It alone is drawn again when a pointer moves. */
export function CrossHair({ scene, pointed, walked }: Props) {
  const place = useObservable(pointed) ?? walked
  if (!place) return null
  const { cell, head, rows, columns, view } = scene
  return (
    <>
      {place.row >= 0 && place.row < rows.length && (
        <i
          className={styles['band']}
          aria-hidden="true"
          data-band="row"
          style={{ left: 0, top: 0, width: view.width, height: cell, transform: `translateY(${head.height + place.row * cell}px)` }}
        />
      )}
      {place.column >= 0 && place.column < columns.length && (
        <i
          className={styles['band']}
          aria-hidden="true"
          data-band="column"
          style={{ left: 0, top: 0, width: cell, height: view.height, transform: `translateX(${head.width + place.column * cell}px)` }}
        />
      )}
    </>
  )
}

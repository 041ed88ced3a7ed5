'use client'
import { cssOf } from '../../../../lib/layout/colour.ts'
import type { MatrixWindow } from '../../../../lib/layout/matrix/cell-at.ts'
import { hasNames } from '../../../../lib/layout/matrix/detail.ts'
import type { Lit } from '../../../../lib/layout/matrix/lit.ts'
import type { GridPlace } from '../../../../lib/layout/matrix/move.ts'
import type { MatrixColumn, MatrixScene } from '../../../../lib/layout/matrix/scene.ts'
import { withNumber } from '../../../components/figure/number-tag.tsx'
import { BlocksAbove } from './block-names.tsx'
import { ColumnNumber } from './head-numbers.tsx'
import styles from './heads.module.css'
import { columnInWords } from './matrix-words.ts'
import { placeProps, tabStop } from './place-props.ts'

type Props = {
  readonly scene: MatrixScene
  readonly window: MatrixWindow
  readonly at: GridPlace
  readonly lit: Lit | null
  readonly limit: number | null
}

/** The columns of a window, and the one that has the focus wherever it is. */
function columnsIn({ scene, window, at }: Omit<Props, 'lit' | 'limit'>): readonly MatrixColumn[] {
  const near = scene.columns.slice(window.fromColumn, window.toColumn)
  const own = scene.columns[at.column]
  return own && (own.index < window.fromColumn || own.index >= window.toColumn) ? [...near, own] : near
}

/** The names of the columns, above the cells; they stay in sight. */
export function ColumnHeads({ scene, window, at, lit, limit }: Props) {
  const { head, cell, strip, sum, columns } = scene
  return (
    <div role="row" tabIndex={-1} className={styles['heads']} style={{ height: head.height, width: scene.view.width }} aria-rowindex={1}>
      <div role="columnheader" className={styles['corner']} style={{ width: head.width }} tabIndex={tabStop(at, -1, -1)} {...placeProps(-1, -1)}>
        <span>
          row needs column <span aria-hidden="true">↓ →</span>
        </span>
      </div>
      <BlocksAbove scene={scene} />
      {columnsIn({ scene, window, at }).map((column) => (
        <div
          key={column.id}
          role="columnheader"
          className={styles['columnHead']}
          data-dim={(lit && !lit.columns.has(column.index)) || undefined}
          data-act="record"
          aria-label={withNumber(column.name, column.number)}
          title={withNumber(columnInWords(column, limit), column.number)}
          style={{ left: head.width + column.index * cell, width: cell, top: strip, borderBottomColor: cssOf(column.tone) }}
          tabIndex={tabStop(at, -1, column.index)}
          {...placeProps(-1, column.index)}
        >
          {hasNames(cell) && <span>{column.name}</span>}
          <ColumnNumber room={scene.numbers} number={column.number} />
        </div>
      ))}
      <div
        role="columnheader"
        className={styles['sumHead']}
        style={{ width: sum.width }}
        title="How many needs stand in the row"
        tabIndex={tabStop(at, -1, columns.length)}
        {...placeProps(-1, columns.length)}
      >
        <span>Σ needs</span>
      </div>
    </div>
  )
}

/** How often each column is asked, below the cells; it stays in sight. */
export function ColumnSums({ scene, window, at, limit }: Omit<Props, 'lit'>) {
  const { head, cell, sum, rows, columns, view } = scene
  return (
    <div role="row" tabIndex={-1} className={styles['sums']} style={{ height: sum.height, width: view.width }} aria-rowindex={rows.length + 2}>
      <div
        role="rowheader"
        className={styles['sumName']}
        style={{ width: head.width }}
        tabIndex={tabStop(at, rows.length, -1)}
        {...placeProps(rows.length, -1)}
      >
        <span>Σ asked of</span>
      </div>
      {columnsIn({ scene, window, at }).map((column) => (
        <div
          key={column.id}
          role="gridcell"
          className={styles['asked']}
          data-over={column.isOver || undefined}
          aria-label={columnInWords(column, limit)}
          title={columnInWords(column, limit)}
          style={{ left: head.width + column.index * cell, width: cell }}
          tabIndex={tabStop(at, rows.length, column.index)}
          {...placeProps(rows.length, column.index)}
        >
          {cell >= 18 && column.asked > 0 && <span>{column.asked}</span>}
          {column.isOver && <span className={styles['over']}>⚠</span>}
        </div>
      ))}
      <div
        role="gridcell"
        className={styles['total']}
        style={{ width: sum.width }}
        aria-label={`${scene.total} in all`}
        tabIndex={tabStop(at, rows.length, columns.length)}
        {...placeProps(rows.length, columns.length)}
      >
        <span>{scene.total}</span>
      </div>
    </div>
  )
}

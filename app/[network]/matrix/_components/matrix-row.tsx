'use client'
import { memo } from 'react'
import type { Assessment } from '../../../../lib/domain/okr/assessment.ts'
import { cssOf } from '../../../../lib/layout/colour.ts'
import { cellAt } from '../../../../lib/layout/matrix/cell-at.ts'
import { hasNames } from '../../../../lib/layout/matrix/detail.ts'
import type { GridPlace } from '../../../../lib/layout/matrix/move.ts'
import type { MatrixCell, MatrixScene, MatrixRow as Row } from '../../../../lib/layout/matrix/scene.ts'
import { withNumber } from '../../../components/figure/number-tag.tsx'
import { Icon } from '../../../components/ui/ui-icon.tsx'
import { RowNumber } from './head-numbers.tsx'
import heads from './heads.module.css'
import styles from './matrix.module.css'
import { cellInWords, rowInWords } from './matrix-words.ts'
import { placeProps, tabStop } from './place-props.ts'

type Props = {
  readonly scene: MatrixScene
  readonly row: Row
  readonly at: GridPlace
  readonly assessment: Assessment
  /** the cells in which something stands that get an element of their own */
  readonly cells: readonly MatrixCell[]
  readonly isDim: boolean
}

/** The columns of a row that need an element: those in which something stands, and those around the focus. */
function columnsOf({ scene, row, at, cells }: Pick<Props, 'scene' | 'row' | 'at' | 'cells'>): number[] {
  const columns = new Set(cells.map(({ column }) => column))
  if (isNear({ row, at })) for (const column of [at.column - 1, at.column, at.column + 1]) if (scene.columns[column]) columns.add(column)
  return [...columns].sort((a, b) => a - b)
}

/** Whether the focus is in a row or next to it, where cells are made for it. */
function isNear({ row, at }: Pick<Props, 'row' | 'at'>): boolean {
  return Math.abs(row.index - at.row) <= 1
}

/** Whether a row would be drawn alike: most are, when somebody scrolls. */
function isAlike(a: Props, b: Props): boolean {
  if (a.scene !== b.scene || a.row !== b.row || a.assessment !== b.assessment || a.isDim !== b.isDim) return false
  const isSamePlace = a.at.row === b.at.row && a.at.column === b.at.column
  if (!isSamePlace && (isNear(a) || isNear(b))) return false
  return a.cells.length === b.cells.length && a.cells.every((cell, at) => cell === b.cells[at])
}

/** One row of the grid: its name, its sum, and real cells where something stands or the focus is; all others are painted. */
export const MatrixRow = memo(function MatrixRow({ scene, row, at, assessment, cells, isDim }: Props) {
  const { cell, head, sum, columns, view, strip } = scene
  return (
    <div
      role="row"
      tabIndex={-1}
      className={styles['row']}
      aria-rowindex={row.index + 2}
      style={{ top: row.index * cell, height: cell, width: view.width }}
    >
      <div
        role="rowheader"
        className={heads['rowHead']}
        data-dim={isDim || undefined}
        data-under={row.parentId !== null || undefined}
        data-act="record"
        aria-expanded={row.isOpen ?? undefined}
        aria-label={withNumber(rowInWords(row), row.number)}
        title={withNumber(rowInWords(row), row.number)}
        style={{ width: head.width, paddingLeft: strip, ['--tone' as string]: cssOf(row.tone) }}
        tabIndex={tabStop(at, row.index, -1)}
        {...placeProps(row.index, -1)}
      >
        <i className={heads['tone']} />
        {hasNames(cell) && (
          <>
            {row.isOpen === null && row.kind === 'node' && <span className={heads['noFold']} />}
            {row.isOpen !== null && (
              <span
                className={heads['fold']}
                data-act="fold"
                data-open={row.isOpen || undefined}
                title={row.isOpen ? 'Hide its key results' : 'Show its key results'}
              >
                <Icon name={row.isOpen ? 'chevronDown' : 'chevronRight'} size={12} />
              </span>
            )}
            <span className={heads['name']}>{row.name}</span>
            {row.ringSize !== null && (
              <span className={heads['ring']} title={`On a ring of ${row.ringSize}: they wait for each other`}>
                ⟲
              </span>
            )}
            <RowNumber room={scene.numbers} number={row.number} />
          </>
        )}
      </div>
      {columnsOf({ scene, row, at, cells }).map((column) => {
        const words = cellWords({ scene, row, column, assessment })
        return (
          <div
            key={column}
            role="gridcell"
            className={styles['cell']}
            aria-label={words}
            style={{ left: head.width + column * cell, width: cell }}
            tabIndex={tabStop(at, row.index, column)}
            {...placeProps(row.index, column)}
          />
        )
      })}
      <div
        role="gridcell"
        className={heads['needs']}
        style={{ width: sum.width }}
        aria-label={`${row.name} needs ${row.needs} in all`}
        tabIndex={tabStop(at, row.index, columns.length)}
        {...placeProps(row.index, columns.length)}
      >
        {hasNames(cell) && row.needs > 0 && <span>{row.needs}</span>}
      </div>
    </div>
  )
}, isAlike)

function cellWords({ scene, row, column, assessment }: { scene: MatrixScene; row: Row; column: number; assessment: Assessment }): string {
  const line = scene.columns[column]
  return line ? cellInWords(assessment, { row, column: line, cell: cellAt(scene, row.index, column) }) : ''
}

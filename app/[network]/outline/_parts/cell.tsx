'use client'
import { type RefObject, useEffect, useRef } from 'react'
import type { RecordRow } from '../../../../lib/client/outline/row.ts'
import { CellContent } from './cell-content.tsx'
import { CellEditor } from './cell-editor.tsx'
import type { ColumnId } from './columns.ts'
import { columns } from './columns.ts'
import styles from './outline.module.css'
import { useOutline } from './outline-context.ts'

type Props = {
  readonly row: RecordRow
  readonly column: ColumnId
  readonly name: string
  readonly isActive: boolean
  readonly isTabStop: boolean
  readonly editing: { readonly draft: string | null } | null
  readonly wantsFocus: RefObject<boolean>
  readonly press: () => void
}

/** One cell: it takes the focus, and becomes an editor. */
export function Cell({ row, column, name, isActive, isTabStop, editing, wantsFocus, press }: Props) {
  const cell = useRef<HTMLDivElement>(null)
  const { finish } = useOutline()
  const isEditing = editing !== null
  useEffect(() => {
    if (isActive && !isEditing && wantsFocus.current) cell.current?.focus({ preventScroll: true })
  }, [isActive, isEditing, wantsFocus])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled once for the whole grid
    <div
      ref={cell}
      role="gridcell"
      tabIndex={isTabStop ? 0 : -1}
      className={styles['content']}
      onClick={press}
      onFocus={(event) => {
        if (event.target === event.currentTarget && !isActive) press()
      }}
    >
      {isEditing ? (
        <CellEditor
          row={row}
          column={column}
          label={`${columns[column].name} of ${name}`}
          draft={editing.draft}
          close={(key) => finish({ key: row.key, column, draft: null }, key)}
        />
      ) : (
        <CellContent row={row} column={column} name={name} />
      )}
    </div>
  )
}

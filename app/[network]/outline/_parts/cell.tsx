'use client'
import { type ReactNode, type RefObject, useEffect, useRef } from 'react'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import type { RecordRow } from '../../../../lib/client/outline/row.ts'
import { EditingChip } from '../../../components/presence/field-notes.tsx'
import { classNames } from '../../../components/ui/class-names.ts'
import { CellContent } from './cell-content.tsx'
import { CellEditor, placeOfCell } from './cell-editor.tsx'
import { type ColumnId, columns } from './columns.ts'
import { OldValue } from './old-value.tsx'
import { useOutline } from './outline-context.ts'
import styles from './row.module.css'
import { supplierText } from './titles.ts'
import type { RowChange } from './use-row-change.ts'

type Props = {
  readonly row: RecordRow
  readonly column: ColumnId
  readonly name: string
  readonly isActive: boolean
  readonly isTabStop: boolean
  readonly editing: { readonly draft: string | null } | null
  readonly wantsFocus: RefObject<boolean>
  readonly press: () => void
  /** what became of the record, where two moments are compared */
  readonly change: RowChange | null
  readonly before: ReactNode
  readonly after: ReactNode
}

/** A title's cell is named by the title alone, without the buttons that stand in it. */
function useTitleName({ kind, id }: RecordRow, name: string): string {
  const { snapshot } = useNetwork()
  if (kind === 'health') return `protects ${name}`
  return kind === 'need' ? `needs ${supplierText(snapshot, id)} ${name}` : name
}

/** One cell: it takes the focus, and becomes an editor. */
export function Cell({ row, column, name, isActive, isTabStop, editing, wantsFocus, press, change, before, after }: Props) {
  const cell = useRef<HTMLDivElement>(null)
  const { finish } = useOutline()
  const titleName = useTitleName(row, name)
  const isEditing = editing !== null
  const isTitle = column === 'title'
  useEffect(() => {
    if (isActive && !isEditing && wantsFocus.current) cell.current?.focus({ preventScroll: true })
  }, [isActive, isEditing, wantsFocus])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled once for the whole grid
    <div
      ref={cell}
      role="gridcell"
      tabIndex={isTabStop ? 0 : -1}
      aria-label={isTitle && !isEditing ? (change && change.kind !== 'same' ? `${change.kind}: ${titleName}` : titleName) : undefined}
      className={classNames(styles['cell'], isTitle && styles['title'], column === 'status' && styles['status'])}
      style={isTitle ? { paddingLeft: `${(row.level - 1) * 18 + 8}px` } : undefined}
      onClick={press}
      onFocus={(event) => {
        if (event.target === event.currentTarget && !isActive) press()
      }}
    >
      {before}
      <div className={styles['content']}>
        {isEditing ? (
          <CellEditor
            row={row}
            column={column}
            label={`${columns[column].name} of ${name}`}
            draft={editing.draft}
            close={(key) => finish({ key: row.key, column, draft: null }, key)}
          />
        ) : (
          <>
            <CellContent row={row} column={column} name={name} />
            {change && <OldValue change={change} column={column} />}
          </>
        )}
        {!isEditing && <EditingChip place={placeOfCell(row, column)} isQuiet={!isActive} />}
      </div>
      {after}
    </div>
  )
}

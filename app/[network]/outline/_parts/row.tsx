'use client'
import { memo } from 'react'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { childOf, kindWords, type RecordRow } from '../../../../lib/client/outline/row.ts'
import { ChangeSign } from '../../../components/time/change-sign.tsx'
import { classNames } from '../../../components/ui/class-names.ts'
import { Icon } from '../../../components/ui/ui-icon.tsx'
import { Cell } from './cell.tsx'
import { CellContent } from './cell-content.tsx'
import type { ColumnId } from './columns.ts'
import changeStyles from './outline-change.module.css'
import { useOutline } from './outline-context.ts'
import styles from './row.module.css'
import { titleOf } from './titles.ts'
import { useRowChange } from './use-row-change.ts'

type Props = {
  readonly row: RecordRow
  readonly index: number
  readonly activeColumn: ColumnId | null
  readonly editing: { readonly column: ColumnId; readonly draft: string | null } | null
  readonly isTabStop: boolean
  readonly isSelected: boolean
}

/** The buttons at the end of a title: open beside, and add what belongs under it. */
function RowButtons({ row, name }: { readonly row: RecordRow; readonly name: string }) {
  const { startDraft, open, rights } = useOutline()
  const child = rights.mayAddUnder(row) ? childOf[row.kind] : undefined
  return (
    <span className={styles['buttons']}>
      {child && child !== 'need' && (
        <button
          type="button"
          tabIndex={-1}
          className={styles['rowButton']}
          aria-label={`Add a ${kindWords[child]} to ${name}`}
          title={`Add a ${kindWords[child]}`}
          onClick={() => startDraft({ kind: child, parentId: row.id, afterId: null })}
        >
          <Icon name="plus" size={14} />
        </button>
      )}
      <button
        type="button"
        tabIndex={-1}
        className={styles['rowButton']}
        aria-label={`Open ${name}`}
        title="Open beside the outline (Space)"
        onClick={() => open(row)}
      >
        <Icon name="arrowRight" size={14} />
      </button>
    </span>
  )
}

function Twisty({ row }: { readonly row: RecordRow }) {
  const { toggle } = useOutline()
  if (!row.hasChildren) return <span className={styles['twisty']} />
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-hidden="true"
      className={classNames(styles['twisty'], row.isExpanded && styles['open'])}
      onClick={() => toggle(row)}
    >
      <Icon name="chevronRight" size={14} />
    </button>
  )
}

/** One record in the outline. */
export const Row = memo(function Row({ row, index, activeColumn, editing, isTabStop, isSelected }: Props) {
  const { snapshot } = useNetwork()
  const { shown, press, state, isCards } = useOutline()
  const name = titleOf(snapshot, row)
  const change = useRowChange(row)
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: its cells take the focus, one at a time
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-expanded={row.hasChildren ? row.isExpanded : undefined}
      aria-selected={isSelected}
      className={classNames(
        styles['row'],
        styles[row.kind],
        isSelected && styles['selected'],
        activeColumn && styles['activeRow'],
        change && changeStyles['compared'],
      )}
      data-record={row.id}
      data-change={change?.kind}
    >
      {shown.map((column, at) => (
        <Cell
          key={column}
          row={row}
          column={column}
          name={name}
          isActive={activeColumn === column}
          isTabStop={isTabStop && (activeColumn === null ? at === 0 : activeColumn === column)}
          editing={editing?.column === column ? editing : null}
          wantsFocus={state.wantsFocus}
          press={() => press({ key: row.key, column })}
          before={
            column === 'title' && (
              <>
                <Twisty row={row} />
                {change && change.kind !== 'same' && <ChangeSign kind={change.kind} />}
              </>
            )
          }
          change={change}
          after={column === 'title' && <RowButtons row={row} name={name} />}
        />
      ))}
      {isCards && row.level > 2 && (
        // biome-ignore lint/a11y/useFocusableInteractive: it repeats what the panel of the row says
        <div role="gridcell" className={styles['meta']} style={{ paddingLeft: `${(row.level - 1) * 18 + 36}px` }}>
          <span>
            <CellContent row={row} column="status" name={name} />
          </span>
          <span className={styles['metaValue']}>
            <CellContent row={row} column={row.kind === 'need' ? 'due' : 'value'} name={name} />
          </span>
          <span className={styles['metaProgress']}>
            <CellContent row={row} column="progress" name={name} />
          </span>
        </div>
      )}
    </div>
  )
})

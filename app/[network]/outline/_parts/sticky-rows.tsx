'use client'
import type { useVirtualizer } from '@tanstack/react-virtual'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import type { RecordRow } from '../../../../lib/client/outline/row.ts'
import { ancestorsOf, type Line } from './lines.ts'
import { useOutline } from './outline-context.ts'
import styles from './sticky-rows.module.css'
import { titleOf } from './titles.ts'

type Props = {
  readonly lines: readonly Line[]
  readonly rows: readonly RecordRow[]
  readonly virtual: ReturnType<typeof useVirtualizer<HTMLDivElement, Element>>
}

/** The area, node and objective that the topmost row belongs to, kept in sight. */
export function StickyRows({ lines, rows, virtual }: Props) {
  const { snapshot } = useNetwork()
  const { state } = useOutline()
  const offset = virtual.scrollOffset ?? 0
  const top = virtual.getVirtualItems().find(({ end }) => end > offset + 34)
  const line = top ? lines[top.index] : undefined
  const at = line && line.type !== 'draft' ? rows.findIndex(({ key }) => key === line.row.key) : -1
  const path = offset > 0 && at >= 0 ? ancestorsOf(rows, at) : []
  if (path.length === 0) return null
  return (
    <div className={styles['sticky']} aria-hidden="true">
      {path.map((row, index) => (
        <button key={row.key} type="button" tabIndex={-1} onClick={() => state.focusOn({ key: row.key, column: 'title' })}>
          {index > 0 && <span className={styles['sep']}>›</span>}
          {titleOf(snapshot, row)}
        </button>
      ))}
    </div>
  )
}

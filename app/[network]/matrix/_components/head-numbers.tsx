'use client'
import type { OverlayNumber } from '../../../../lib/domain/measure/overlay/result-numbers.ts'
import type { NumberRoom } from '../../../../lib/layout/matrix/scene.ts'
import styles from './head-numbers.module.css'

type Props = { readonly room: NumberRoom | null; readonly number: OverlayNumber | undefined }

/** The number of a row with the count behind it, between its name and its cells. */
export function RowNumber({ room, number }: Props) {
  if (!room) return null
  return (
    <span className={styles['row']} aria-hidden="true" style={{ width: room.across }}>
      {number && (
        <>
          <b style={{ width: room.value }} data-number={number.value}>
            {number.value}
          </b>
          <span>{number.count}</span>
        </>
      )}
    </span>
  )
}

/** The number of a column, between its name and its cells; its count stands at the row of the same name. */
export function ColumnNumber({ room, number }: Props) {
  if (!room) return null
  return (
    <b
      className={styles['column']}
      aria-hidden="true"
      data-upward={room.isUpward || undefined}
      data-number={number?.value}
      style={{ height: room.down }}
    >
      {number?.value}
    </b>
  )
}

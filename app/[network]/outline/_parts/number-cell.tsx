'use client'
import type { RecordRow } from '../../../../lib/client/outline/row.ts'
import { resultKinds, useNumbers } from '../../../components/figure/numbers.ts'
import styles from './cell-content.module.css'

/** A number of the network at a key result or a node, with the count behind it; nothing at other rows. */
export function NumberCell({ row }: { readonly row: RecordRow }) {
  const { overlay } = useNumbers(resultKinds)
  const number = row.kind === 'kr' ? overlay?.keyResults.get(row.id) : row.kind === 'node' ? overlay?.nodes.get(row.id) : undefined
  if (!number) return null
  return (
    <span data-number={number.value} title={number.said}>
      <b className={styles['number']}>{number.value}</b> <span className={styles['quiet']}>{number.count}</span>
    </span>
  )
}

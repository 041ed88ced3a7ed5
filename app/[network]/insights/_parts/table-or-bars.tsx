'use client'
import { type Column, SortableTable } from '../../../components/graph/sortable-table.tsx'
import { type BarRow, BarRows, type BarsProps } from './bar-rows.tsx'

type Props<R> = Omit<BarsProps, 'label' | 'rows'> & {
  /** what is counted: of the table its caption, of the bars their name */
  readonly caption: string
  readonly isTable: boolean
  readonly rows: readonly R[]
  readonly keyOf: (row: R) => string
  readonly columns: readonly Column<R>[]
  readonly barOf: (row: R) => Omit<BarRow, 'id'>
  /** opens the record of a row of the table */
  readonly onOpen: (row: R) => void
  /** what is said where there is no row */
  readonly empty: string
  /** nodes that are compared by what they gave or owe stay in list order: nobody is ranked */
  readonly isInOrder?: boolean
}

/** The same rows as bars with their figures beside them, or as a table. */
export function TableOrBars<R>({ caption, isTable, rows, keyOf, columns, barOf, onOpen, empty, isInOrder = false, ...bars }: Props<R>) {
  if (isTable)
    return <SortableTable isPart isInOrder={isInOrder} caption={caption} columns={columns} rows={rows} keyOf={keyOf} onOpen={onOpen} empty={empty} />
  return <BarRows {...bars} label={caption} rows={rows.map((row) => ({ id: keyOf(row), ...barOf(row) }))} />
}

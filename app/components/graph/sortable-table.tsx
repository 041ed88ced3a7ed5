'use client'

import { type ReactNode, useMemo, useState } from 'react'
import { showToast } from '../../../lib/client/toast.ts'
import { Button } from '../ui/button.tsx'
import styles from './sortable-table.module.css'
import { counted } from './words.ts'

export type Column<R> = {
  readonly key: string
  readonly title: string
  /** what is sorted by and copied */
  readonly value: (row: R) => string | number | null
  readonly cell?: (row: R) => ReactNode
  readonly isNumber?: boolean
}

type TableProps<R> = {
  readonly caption: string
  readonly columns: readonly Column<R>[]
  readonly rows: readonly R[]
  readonly keyOf: (row: R) => string
  /** what the first cell of a row opens; without it rows open nothing */
  readonly onOpen?: (row: R) => void
  readonly empty: string
  /** in a part of the page that has its title already, only the rows are counted */
  readonly isPart?: boolean
  /** rows stay as they are given, on the screen and in a copy: where nodes are told of that are led by people, nobody is ranked */
  readonly isInOrder?: boolean
}

type Order = { readonly key: string; readonly isDescending: boolean }

function compare(a: string | number | null, b: string | number | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'en', { numeric: true })
}

function csvCell(value: string | number | null): string {
  const text = value === null ? '' : String(value)
  const safe = /^[=+@\t\r]|^-(?!\d)/.test(text) ? `'${text}` : text
  return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

type HeadProps = {
  /** key of the column */
  readonly of: string
  readonly title: string
  readonly isNumber: boolean
  readonly order: Order | null
  /** null: the rows stay in their order */
  readonly onOrder: ((order: Order) => void) | null
}

function Head({ of, title, isNumber, order, onOrder }: HeadProps) {
  const own = order?.key === of ? order : null
  const number = isNumber || undefined
  if (!onOrder)
    return (
      <th scope="col" data-number={number}>
        {title}
      </th>
    )
  return (
    <th scope="col" data-number={number} aria-sort={own === null ? 'none' : own.isDescending ? 'descending' : 'ascending'}>
      <button type="button" onClick={() => onOrder({ key: of, isDescending: own !== null && !own.isDescending })}>
        {title}
        <span aria-hidden="true">{own === null ? '' : own.isDescending ? ' ↓' : ' ↑'}</span>
      </button>
    </th>
  )
}

/** A drawing's content as rows: sortable by any column unless it stands in order, with a copy as CSV. The first cell opens the record. */
export function SortableTable<R>({ caption, columns, rows, keyOf, onOpen, empty, isPart = false, isInOrder = false }: TableProps<R>) {
  const [order, setOrder] = useState<Order | null>(null)
  const sorted = useMemo(() => {
    const column = columns.find(({ key }) => key === order?.key)
    if (!column || !order) return rows
    const up = rows.toSorted((a, b) => compare(column.value(a), column.value(b)))
    return order.isDescending ? up.toReversed() : up
  }, [columns, rows, order])

  const copy = () => {
    const lines = [columns.map(({ title }) => csvCell(title)), ...sorted.map((row) => columns.map(({ value }) => csvCell(value(row))))]
    void navigator.clipboard.writeText(lines.map((line) => line.join(',')).join('\r\n')).then(
      () => showToast(`Copied ${counted(sorted.length, 'row')} as CSV`),
      () => showToast('The browser did not allow copying.', { tone: 'error' }),
    )
  }

  return (
    <div className={styles['section']}>
      <div className={styles['head']}>
        {isPart ? (
          <p>{counted(rows.length, 'row')}</p>
        ) : (
          <h2>
            {caption} <span>{rows.length}</span>
          </h2>
        )}
        <Button size="small" onClick={copy} disabled={rows.length === 0}>
          Copy as CSV
        </Button>
      </div>
      {rows.length === 0 ? (
        <p className={styles['empty']}>{empty}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls has to be reachable by keys
        <div className={styles['scroll']} tabIndex={0} role="region" aria-label={`${caption}, table`}>
          <table>
            <thead>
              <tr>
                {columns.map(({ key, title, isNumber = false }) => (
                  <Head key={key} of={key} title={title} isNumber={isNumber} order={order} onOrder={isInOrder ? null : setOrder} />
                ))}
              </tr>
            </thead>
            <tbody>
              {sorted.map((row) => (
                <tr key={keyOf(row)}>
                  {columns.map((column, at) => {
                    const content = column.cell ? column.cell(row) : (column.value(row) ?? '–')
                    if (at > 0)
                      return (
                        <td key={column.key} data-number={column.isNumber || undefined}>
                          {content}
                        </td>
                      )
                    return (
                      <th key={column.key} scope="row">
                        {onOpen ? (
                          <button type="button" data-record={keyOf(row)} onClick={() => onOpen(row)}>
                            {content}
                          </button>
                        ) : (
                          content
                        )}
                      </th>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  )
}

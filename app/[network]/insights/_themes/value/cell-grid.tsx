'use client'
import { type KeyboardEvent, useState } from 'react'
import styles from './value.module.css'

export type GridCell = {
  readonly text: string
  /** a smaller word below it */
  readonly note: string
  /** what is read out, with the names of row and column */
  readonly spoken: string
  /** how much there is against the fullest cell, 0 to 1 */
  readonly share: number
}

type Names = readonly { readonly id: string; readonly name: string }[]

type Props = {
  readonly caption: string
  readonly corner: string
  readonly rows: Names
  readonly columns: Names
  readonly cellOf: (rowId: string, columnId: string) => GridCell
  readonly chosen: string | null
  readonly choose: (rowId: string, columnId: string) => void
}

/** A cell by its row and column, as one text. */
export function cellKey(rowId: string, columnId: string): string {
  return `${rowId}>${columnId}`
}

const moves: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
}

/** What the names of rows take, and a cell at least, in pixels. */
const [headWidth, cellWidth] = [132, 104]

/** Counts in rows and columns: one stop of Tab, arrows go from cell to cell, Enter opens one. */
export function CellGrid({ caption, corner, rows, columns, cellOf, chosen, choose }: Props) {
  const [at, setAt] = useState('0 0')
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    const place = event.target instanceof HTMLElement ? event.target.dataset['cell'] : undefined
    const move = moves[event.key]
    if (!move || place === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    const [row = 0, column = 0] = place.split(' ').map(Number)
    event.currentTarget.querySelector<HTMLElement>(`[data-cell="${row + move[0]} ${column + move[1]}"]`)?.focus()
  }
  return (
    <div className={styles['scroll']}>
      <table className={styles['grid']} style={{ minWidth: headWidth + columns.length * cellWidth }} onKeyDown={onKeyDown}>
        <caption className="visually-hidden">{caption}. Arrows go from cell to cell.</caption>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {columns.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, rowAt) => (
            <tr key={row.id}>
              <th scope="row">{row.name}</th>
              {columns.map((column, columnAt) => {
                const { text, note, spoken, share } = cellOf(row.id, column.id)
                const place = `${rowAt} ${columnAt}`
                return (
                  <td key={column.id}>
                    <button
                      type="button"
                      data-cell={place}
                      data-empty={share === 0 || undefined}
                      tabIndex={place === at ? 0 : -1}
                      aria-pressed={chosen === cellKey(row.id, column.id)}
                      onFocus={() => setAt(place)}
                      onClick={() => choose(row.id, column.id)}
                    >
                      <b aria-hidden="true">{text}</b>
                      <small aria-hidden="true">{note}</small>
                      <span className="visually-hidden">{spoken}</span>
                      <i style={{ width: `${Math.round(share * 100)}%` }} />
                    </button>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

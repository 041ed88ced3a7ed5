'use client'
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { GridPlace } from '../../../../lib/layout/matrix/move.ts'
import type { MatrixScene } from '../../../../lib/layout/matrix/scene.ts'

/** A place by what stands there, so that it stays the same when the order changes. */
type Kept = {
  readonly rowId: string | null
  readonly columnId: string | null
  readonly place: GridPlace
  /** what goes there beside the next Tab: the focus, or only what is in sight */
  readonly wants: 'focus' | 'sight' | null
}

function keep({ rows, columns }: MatrixScene, place: GridPlace, wants: Kept['wants']): Kept {
  return { rowId: rows[place.row]?.id ?? null, columnId: columns[place.column]?.id ?? null, place, wants }
}

function placeNow({ rows, columns }: MatrixScene, { rowId, columnId, place }: Kept): GridPlace {
  const row = rowId === null ? place.row : rows.findIndex(({ id }) => id === rowId)
  const column = columnId === null ? place.column : columns.findIndex(({ id }) => id === columnId)
  return {
    row: row < 0 && rowId !== null ? 0 : Math.min(row, rows.length),
    column: column < 0 && columnId !== null ? 0 : Math.min(column, columns.length),
  }
}

/** Scrolls so that a cell stands clear of the heads and sums. */
function reveal(frame: HTMLElement, { head, sum, cell, rows, columns }: MatrixScene, { row, column }: GridPlace): void {
  const room = { width: frame.clientWidth - head.width - sum.width, height: frame.clientHeight - head.height - sum.height }
  if (column >= 0 && column < columns.length) {
    const left = column * cell
    if (left < frame.scrollLeft) frame.scrollLeft = left
    else if (left + cell > frame.scrollLeft + room.width) frame.scrollLeft = left + cell - room.width
  }
  if (row >= 0 && row < rows.length) {
    const top = row * cell
    if (top < frame.scrollTop) frame.scrollTop = top
    else if (top + cell > frame.scrollTop + room.height) frame.scrollTop = top + cell - room.height
  }
}

/** The place of the grid that Tab leads to, and how to go to another one. */
export function usePlace(frame: RefObject<HTMLElement | null>, scene: MatrixScene, first: GridPlace) {
  const [kept, setKept] = useState(() => keep(scene, first, null))
  const at = placeNow(scene, kept)
  const reached = useRef(kept)
  const go = (place: GridPlace) => setKept(keep(scene, place, 'focus'))
  const rest = (place: GridPlace) => setKept(keep(scene, place, null))
  const show = (place: GridPlace) => setKept(keep(scene, place, frame.current?.contains(document.activeElement) ? 'focus' : 'sight'))
  useEffect(() => {
    // an effect of a scroll before the key may come after it: each place is gone to in its own
    if (kept.wants === null || reached.current === kept || !frame.current) return
    reached.current = kept
    reveal(frame.current, scene, at)
    if (kept.wants === 'sight') return
    frame.current.querySelector<HTMLElement>(`[data-place="${at.row} ${at.column}"]`)?.focus({ preventScroll: true })
  })
  return { at, go, rest, show }
}

import type { GridPlace } from '../../../../lib/layout/matrix/move.ts'

/** What makes an element a place of the grid: where it is, for machines and for keys. */
export function placeProps(row: number, column: number) {
  return { 'aria-colindex': column + 2, 'data-place': `${row} ${column}` }
}

/** Tab stops at one place of the grid; keys lead to the others. */
export function tabStop(at: GridPlace, row: number, column: number): 0 | -1 {
  return at.row === row && at.column === column ? 0 : -1
}

/** The place of the element that an event came from; null outside of all places. */
export function placeOf(target: EventTarget | null): GridPlace | null {
  const text = target instanceof Element ? target.closest<HTMLElement>('[data-place]')?.dataset['place'] : undefined
  const [row, column] = text?.split(' ').map(Number) ?? []
  return row === undefined || column === undefined ? null : { row, column }
}

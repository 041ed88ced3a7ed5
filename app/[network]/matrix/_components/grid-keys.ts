import type { KeyboardEvent } from 'react'
import { type GridPlace, moved, nextMark } from '../../../../lib/layout/matrix/move.ts'
import type { MatrixScene } from '../../../../lib/layout/matrix/scene.ts'
import type { CellActs } from './use-cell-acts.ts'

/** How many rows are in sight, less one to go on from. */
export function pageOf(frame: HTMLElement | null, { head, sum, cell }: MatrixScene): number {
  return Math.max(1, Math.floor(((frame?.clientHeight ?? 0) - head.height - sum.height) / cell) - 1)
}

type Keys = {
  readonly scene: MatrixScene
  readonly acts: CellActs
  readonly at: GridPlace
  readonly go: (place: GridPlace) => void
  readonly onFold: (nodeId: string) => void
  readonly page: number
  /** findings are walked: what leads through them, and the keys of their fixes, are not the grid's */
  readonly isWalked: boolean
}

const ofFindings: ReadonlySet<string> = new Set(['ArrowLeft', 'ArrowRight', 'n', 'c'])

/** What a key does at a place; null where it does nothing here. */
export function actFor(event: KeyboardEvent, { scene, at, go, acts, onFold, page, isWalked }: Keys): (() => void) | null {
  if (event.altKey || event.metaKey) return null
  if (isWalked && !event.ctrlKey && ofFindings.has(event.key)) return null
  const size = { rows: scene.rows.length, columns: scene.columns.length, page }
  const next = moved(at, { key: event.key, isCtrl: event.ctrlKey }, size)
  if (next) return () => go(next)
  if (event.ctrlKey || event.shiftKey) return null
  const jump = (step: 1 | -1) => () => {
    const found = nextMark(scene.cells, at, step)
    if (found) go(found)
  }
  const [row, column] = [scene.rows[at.row], scene.columns[at.column]]
  switch (event.key) {
    case ']':
    case 'j':
      return jump(1)
    case '[':
    case 'k':
      return jump(-1)
    case 'Enter':
      return row && column ? () => acts.open(at) : () => acts.openLine(row ?? column)
    case 'n':
      return () => acts.ask(at)
    case 'c':
      return () => acts.showChain(at)
    case ' ':
      return row ? () => onFold(row.parentId ?? row.id) : null
    default:
      return null
  }
}

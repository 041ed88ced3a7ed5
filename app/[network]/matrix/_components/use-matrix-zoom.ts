'use client'
import { type RefObject, useEffect, useMemo, useRef } from 'react'
import { useAction } from '../../../../lib/client/actions/use-action.ts'
import { fittingCell, nextCell, openingCell } from '../../../../lib/layout/matrix/detail.ts'
import type { MatrixInput } from '../../../../lib/layout/matrix/input.ts'
import { layoutMatrix } from '../../../../lib/layout/matrix/matrix.ts'
import type { MatrixScene } from '../../../../lib/layout/matrix/scene.ts'
import { type ZoomActionId, zoomActions } from '../../../components/graph/graph-actions.ts'
import type { RoomSize } from './use-room.ts'

type MatrixZoom = {
  readonly scene: MatrixScene
  readonly zoomBy: (step: 1 | -1) => void
  readonly fit: () => void
  readonly actual: () => void
}

/** What heads and sums take of the room, about; the layout says it exactly. */
const heads = { width: 300, height: 200 }
const [actualCell, smallest, largest] = [30, 3, 48]

type Given = {
  readonly input: MatrixInput
  readonly room: RoomSize | null
  /** what the address says; null is chosen by the room */
  readonly size: number | null
  readonly setSize: (size: number | null) => void
  readonly frame: RefObject<HTMLElement | null>
}

function actionOf(id: ZoomActionId) {
  return zoomActions.find((action) => action.id === id) ?? zoomActions[0]
}

/** The matrix at the size that was chosen, else at the largest at which it is in sight and can be read. */
export function useMatrixZoom({ input, room, size, setSize, frame }: Given): MatrixZoom {
  const [rows, columns] = [input.rows.length, input.columns.length]
  const free = useMemo(() => ({ width: (room?.width ?? 900) - heads.width, height: (room?.height ?? 640) - heads.height }), [room])
  const cell = size === null ? openingCell(rows, columns, free) : Math.max(smallest, Math.min(largest, size))
  const scene = useMemo(() => layoutMatrix(input, cell), [input, cell])
  const zoomBy = (step: 1 | -1) => setSize(nextCell(cell, step))
  const fit = () => {
    const bare = layoutMatrix(input, fittingCell(rows, columns, free))
    const exact = {
      width: (room?.width ?? 900) - bare.head.width - bare.sum.width,
      height: (room?.height ?? 640) - bare.head.height - bare.sum.height,
    }
    setSize(fittingCell(rows, columns, exact))
  }
  const actual = () => setSize(actualCell)
  useAction(actionOf('zoom.in'), () => zoomBy(1))
  useAction(actionOf('zoom.out'), () => zoomBy(-1))
  useAction(actionOf('zoom.fit'), fit)
  useAction(actionOf('zoom.actual'), actual)
  useWheel(frame, zoomBy)
  return { scene, zoomBy, fit, actual }
}

/** How far a wheel turns for a step, in its own units. */
const turn = 60

/** Ctrl and the wheel, or two fingers: nearer and farther. */
function useWheel(frame: RefObject<HTMLElement | null>, zoomBy: (step: 1 | -1) => void): void {
  const latest = useRef(zoomBy)
  latest.current = zoomBy
  useEffect(() => {
    const held = frame.current
    if (!held) return
    let turned = 0
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return
      event.preventDefault()
      turned += event.deltaY
      if (Math.abs(turned) < turn) return
      latest.current(turned < 0 ? 1 : -1)
      turned = 0
    }
    held.addEventListener('wheel', onWheel, { passive: false })
    return () => held.removeEventListener('wheel', onWheel)
  })
}

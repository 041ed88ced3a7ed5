'use client'
import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useMemo, useRef } from 'react'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { eachCellIn } from '../../../../lib/layout/matrix/cell-at.ts'
import type { Lit } from '../../../../lib/layout/matrix/lit.ts'
import type { GridPlace } from '../../../../lib/layout/matrix/move.ts'
import type { MatrixCell, MatrixScene } from '../../../../lib/layout/matrix/scene.ts'
import { BlocksBeside } from './block-names.tsx'
import { CrossHair, type Pointed } from './cross-hair.tsx'
import { actFor, pageOf } from './grid-keys.ts'
import heads from './heads.module.css'
import { ColumnHeads, ColumnSums } from './heads.tsx'
import styles from './matrix.module.css'
import { MatrixCanvas } from './matrix-canvas.tsx'
import { MatrixRow } from './matrix-row.tsx'
import { placeOf } from './place-props.ts'
import type { CellActs } from './use-cell-acts.ts'
import { useGridWindow } from './use-grid-window.ts'
import { usePlace } from './use-place.ts'

type Props = {
  readonly frame: RefObject<HTMLDivElement | null>
  readonly scene: MatrixScene
  readonly lit: Lit | null
  /** where a walk of findings stands; null where none goes on */
  readonly walked: GridPlace | null
  readonly isWalked: boolean
  readonly limit: number | null
  readonly pointed: Pointed
  /** the place that was pressed or walked to last */
  readonly chosen: Pointed
  readonly acts: CellActs
  readonly label: string
  readonly headingId: string
  readonly first: GridPlace
  readonly onFold: (nodeId: string) => void
}

/** Below this many marks in sight each has an element of its own, so that a screen reader can browse them; above, those around the focus. */
const mostCells = 400

/** The matrix as an ARIA grid over a canvas: one stop of Tab, arrows inside. */
export function MatrixGrid({ frame, scene, lit, walked, isWalked, limit, pointed, chosen, acts, label, headingId, first, onFold }: Props) {
  const { assessment } = useNetwork()
  const { window, onScroll } = useGridWindow(frame, scene)
  const { at, go, rest, show } = usePlace(frame, scene, first)
  useWalked(walked, (place) => {
    show(place)
    chosen.set(place)
  })
  const cells = useMemo(() => {
    const found: MatrixCell[] = []
    eachCellIn(scene, window, (cell) => found.push(cell))
    return Map.groupBy(found.length > mostCells ? [] : found, ({ row }) => row)
  }, [scene, window])
  const rows = useMemo(() => {
    const near = scene.rows.slice(window.fromRow, window.toRow)
    const own = scene.rows[at.row]
    return own && (own.index < window.fromRow || own.index >= window.toRow) ? [...near, own] : near
  }, [scene, window, at.row])
  useEffect(() => () => pointed.set(null), [pointed])
  useEffect(() => {
    if (chosen.get()) chosen.set({ row: at.row, column: at.column })
  }, [chosen, at.row, at.column])

  const onKeyDown = (event: KeyboardEvent) => {
    const act = actFor(event, { scene, at, go, acts, onFold, isWalked, page: pageOf(frame.current, scene) })
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
  const under = (event: PointerEvent | React.MouseEvent): GridPlace => {
    const box = event.currentTarget.getBoundingClientRect()
    return {
      row: Math.floor((event.clientY - box.top) / scene.cell),
      column: Math.floor((event.clientX - box.left - scene.head.width) / scene.cell),
    }
  }
  const point = (place: GridPlace | null) => {
    const known = pointed.get()
    if (known?.row !== place?.row || known?.column !== place?.column) pointed.set(place)
  }
  const onClick = (event: React.MouseEvent) => {
    const target = event.target instanceof Element ? event.target : null
    const own = placeOf(target) ?? under(event)
    const line = own.column < 0 ? scene.rows[own.row] : undefined
    go(own)
    if (target?.closest('[data-act="fold"]') && line) onFold(line.id)
    else if (line) acts.openLine(line)
    else if (scene.columns[own.column] && scene.rows[own.row]) acts.open(own)
  }
  return (
    <div ref={frame} className={styles['frame']} onScroll={onScroll} data-matrix={scene.order}>
      <div
        role="grid"
        aria-label={label}
        aria-describedby={headingId}
        aria-rowcount={scene.rows.length + 2}
        aria-colcount={scene.columns.length + 2}
        aria-readonly="true"
        className={styles['sheet']}
        data-scope="matrix"
        style={{ width: scene.view.width, height: scene.view.height, ['--cell' as string]: `${scene.cell}px` }}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          const place = placeOf(event.target)
          if (place && (place.row !== at.row || place.column !== at.column)) rest(place)
          point(place)
          chosen.set(place)
        }}
        onBlur={() => point(null)}
      >
        <ColumnHeadsWithActs scene={scene} window={window} at={at} lit={lit} limit={limit} acts={acts} go={go} />
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the grid around it */}
        <div
          role="rowgroup"
          className={styles['rows']}
          style={{ height: scene.rows.length * scene.cell }}
          onClick={onClick}
          onPointerMove={(event) => event.pointerType === 'mouse' && point(under(event))}
          onPointerLeave={() => point(placeOf(document.activeElement))}
        >
          <MatrixCanvas scene={scene} window={window} lit={lit} />
          <BlocksBeside scene={scene} />
          {rows.map((row) => (
            <MatrixRow
              key={row.id}
              scene={scene}
              row={row}
              at={at}
              assessment={assessment}
              cells={cells.get(row.index) ?? []}
              isDim={lit !== null && !lit.rows.has(row.index)}
            />
          ))}
        </div>
        <ColumnSums scene={scene} window={window} at={at} limit={limit} />
        <CrossHair scene={scene} pointed={pointed} walked={walked} />
      </div>
    </div>
  )
}

/** Goes along with a walk of findings, each time that it stands somewhere else. */
function useWalked(walked: GridPlace | null, goTo: (place: GridPlace) => void): void {
  const latest = useRef(goTo)
  latest.current = goTo
  useEffect(() => {
    if (walked) latest.current(walked)
  }, [walked])
}

type HeadProps = Parameters<typeof ColumnHeads>[0] & { readonly acts: CellActs; readonly go: (place: GridPlace) => void }

function ColumnHeadsWithActs({ acts, go, ...props }: HeadProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the grid around it
    <div
      role="rowgroup"
      className={heads['headGroup']}
      onClick={(event) => {
        const place = placeOf(event.target)
        if (!place) return
        go(place)
        acts.openLine(props.scene.columns[place.column])
      }}
    >
      <ColumnHeads {...props} />
    </div>
  )
}

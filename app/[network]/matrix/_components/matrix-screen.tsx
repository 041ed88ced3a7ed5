'use client'
import dynamic from 'next/dynamic'
import { useMemo, useRef, useState } from 'react'
import { useAction } from '../../../../lib/client/actions/use-action.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { observable } from '../../../../lib/client/observable.ts'
import { useView } from '../../../../lib/client/view.ts'
import { networkOf } from '../../../../lib/domain/snapshot.ts'
import { matrixOrders } from '../../../../lib/layout/matrix/input.ts'
import type { GridPlace } from '../../../../lib/layout/matrix/move.ts'
import { withNumbers } from '../../../../lib/layout/matrix/numbers.ts'
import { FindingsHere } from '../../../components/checks/findings-here.tsx'
import { HowWorkedOut } from '../../../components/figure/how-worked-out.tsx'
import { useNumbers } from '../../../components/figure/numbers.ts'
import { NumbersHere } from '../../../components/figure/numbers-here.tsx'
import { useShowing } from '../../../components/figure/showing.ts'
import { DrawingBar } from '../../../components/graph/drawing-bar.tsx'
import { HiddenNotes } from '../../../components/graph/hidden-notes.tsx'
import { NeedBundleDialog } from '../../../components/graph/need-bundle-dialog.tsx'
import screen from '../../../components/graph/screen.module.css'
import { comparedTakeaway } from '../../../components/time/compared-words.ts'
import { SeenInBoth } from '../../../components/time/seen-in-both.tsx'
import { matrixLevelAction, matrixOrderAction } from './actions.ts'
import { CellStrip } from './cell-strip.tsx'
import dock from './dock.module.css'
import { firstPlace } from './first-place.ts'
import { hiddenNotes } from './hidden.ts'
import styles from './matrix.module.css'
import { MatrixGrid } from './matrix-grid.tsx'
import { MatrixLegend } from './matrix-legend.tsx'
import { MatrixTools } from './matrix-tools.tsx'
import { matrixTakeaway, orderHint } from './matrix-words.ts'
import { numberKinds } from './number-kinds.ts'
import { PrintSheet } from './print-sheet.tsx'
import { sumsFigure } from './sums-figure.ts'
import { useCellActs } from './use-cell-acts.ts'
import { useLit, useWalkedPlace } from './use-lit.ts'
import { type MatrixState, useMatrix } from './use-matrix.ts'
import { useMatrixZoom } from './use-matrix-zoom.ts'
import { useRoom } from './use-room.ts'

const MatrixEmpty = dynamic(() => import('./matrix-empty.tsx').then(({ MatrixEmpty: loaded }) => loaded))
const MatrixTable = dynamic(() => import('./matrix-table.tsx').then(({ MatrixTable: loaded }) => loaded))
const MatrixList = dynamic(() => import('./matrix-list.tsx').then(({ MatrixList: loaded }) => loaded))

const headingId = 'matrix-takeaway'
/** below this width a matrix has no room, and is read row by row */
const narrowest = 640

/** Who needs whom, all in one picture: best where there are many, and for who is asked too much. */
export function MatrixScreen() {
  const { compared, assessment } = useNetwork()
  const state = useMatrix()
  if (!compared && assessment.network.coverage.total === 0) return <MatrixEmpty />
  return (
    <SeenInBoth>
      <Matrix state={state} />
    </SeenInBoth>
  )
}

function Matrix({ state }: { readonly state: MatrixState }) {
  const { snapshot, assessment, compared, slug } = useNetwork()
  const { view, selection } = useView()
  const { picture, order, level } = state
  const body = useRef<HTMLDivElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const room = useRoom(body)
  const { kind, overlay } = useNumbers(numberKinds(level))
  const input = useMemo(() => withNumbers(picture.input, overlay), [picture.input, overlay])
  const zoom = useMatrixZoom({ input, room, size: state.size, setSize: state.setSize, frame })
  const { scene } = zoom
  const acts = useCellActs(scene)
  const lit = useLit(scene)
  const { isWalked } = useShowing()
  const walkedScope = isWalked ? 'findings' : undefined
  const walked = useWalkedPlace(scene, lit)
  const [pointed] = useState(() => observable<GridPlace | null>(null))
  const [chosen] = useState(() => observable<GridPlace | null>(null))
  const takeaway = useMemo(() => (compared ? comparedTakeaway(compared) : matrixTakeaway(scene, picture.matrix)), [compared, scene, picture.matrix])
  useAction(matrixLevelAction, () => state.setLevel(level === 'node' ? 'key-result' : 'node'))
  useAction(matrixOrderAction, () => state.setOrder(matrixOrders[(matrixOrders.indexOf(order) + 1) % matrixOrders.length] ?? 'area'))
  const sums = useMemo(() => sumsFigure(scene, picture.input.limit), [scene, picture.input.limit])
  const isList = room !== null && room.width < narrowest
  const hint = orderHint(order)
  const notes = hiddenNotes(assessment, state)
  return (
    <div className={screen['screen']} data-scope={walkedScope} data-home-scope={walkedScope}>
      <DrawingBar headingId={headingId} takeaway={takeaway} name="Matrix" scene={scene} fileName={`${slug}-matrix`}>
        <MatrixTools state={state} />
      </DrawingBar>
      <FindingsHere />
      <NumbersHere kinds={numberKinds(level)} />
      {hint && !view.table && <p className={styles['orderHint']}>{hint}</p>}
      <div ref={body} className={styles['body']}>
        {view.table ? (
          <MatrixTable scene={scene} acts={acts} numbers={overlay && kind} />
        ) : scene.rows.length === 0 ? (
          <p className={screen['wait']}>
            Nothing passes the filter.{' '}
            <button type="button" className={screen['link']} onClick={state.showAll}>
              Show everything
            </button>
          </p>
        ) : isList ? (
          <MatrixList scene={scene} acts={acts} lit={lit} notes={notes} sums={sums} numbers={overlay && kind} />
        ) : (
          room && (
            <MatrixGrid
              frame={frame}
              scene={scene}
              lit={lit}
              walked={walked}
              isWalked={isWalked}
              limit={picture.input.limit}
              pointed={pointed}
              chosen={chosen}
              acts={acts}
              label={`Who needs whom in ${networkOf(snapshot).name}: the row needs the column`}
              headingId={headingId}
              first={firstPlace(scene, selection?.kind === 'need' ? selection.id : null)}
              onFold={state.fold}
            />
          )
        )}
      </div>
      {!view.table && !isList && (
        <div className={dock['dock']}>
          <MatrixLegend />
          <CellStrip scene={scene} pointed={pointed} chosen={chosen} acts={acts} limit={picture.input.limit} />
          <div className={dock['hidden']}>
            <HiddenNotes notes={notes} />
          </div>
          <HowWorkedOut figure={sums} />
          <ZoomButtons zoom={zoom} />
        </div>
      )}
      <PrintSheet scene={scene} />
      <NeedBundleDialog />
    </div>
  )
}

function ZoomButtons({ zoom }: { readonly zoom: ReturnType<typeof useMatrixZoom> }) {
  return (
    <fieldset className={dock['zoom']} aria-label="Zoom">
      <button type="button" onClick={() => zoom.zoomBy(-1)} aria-label="Zoom out" title="Zoom out (−)">
        −
      </button>
      <button type="button" onClick={zoom.actual} aria-label="1:1, actual size" title="Actual size (⇧0)">
        1:1
      </button>
      <button type="button" onClick={() => zoom.zoomBy(1)} aria-label="Zoom in" title="Zoom in (+)">
        +
      </button>
      <button type="button" onClick={zoom.fit} aria-label="Fit, show all" title="Show all (⇧1)">
        Fit
      </button>
    </fieldset>
  )
}

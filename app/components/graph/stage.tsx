'use client'

import { type ReactNode, type Ref, type RefObject, useImperativeHandle, useLayoutEffect, useMemo, useRef } from 'react'
import { cameraMoved } from '../../../lib/client/presence/state.ts'
import type { Frame } from './camera.ts'
import { Legend, useLegend } from './legend.tsx'
import styles from './stage.module.css'
import { useSharedDrawing } from './use-shared-drawing.ts'
import { type Camera, useZoom, type ZoomHandle } from './use-zoom.ts'

/** From which scale on a drawing shows how much; style sheets see `detail` as `data-detail`. */
export type DetailLevel = { readonly from: number; readonly detail: string }

/** Pixels across and down. */
export type Room = { readonly width: number; readonly height: number }

type StageProps = {
  /** what the drawing is called, and what kind of drawing it is */
  readonly label: string
  readonly description: 'value map' | 'dependency chain'
  /** id of the element that holds the takeaway */
  readonly describedBy: string
  readonly content: Frame | null
  /** what is shown at first in the room there is, where all of it would be too small to read, or where a part of it is lit up */
  readonly opening?: (room: Room) => Frame | null
  /** levels of detail, by the scale at which each begins, ascending from 0 */
  readonly levels: readonly DetailLevel[]
  readonly onLevel: (level: number) => void
  readonly zoom: Ref<ZoomHandle>
  /** the drawing itself: SVG without text that has to be read by machines */
  readonly picture: ReactNode
  /** what can be focused, in world units */
  readonly children: ReactNode
  /** what the marks mean, in a strip that can be folded */
  readonly legend: ReactNode
  readonly handlers?: Omit<React.ComponentProps<'div'>, 'children' | 'ref' | 'className'>
}

const allAround = { top: 8, right: 12, bottom: 8, left: 12 }
/** Where the zoom buttons stand in a column at the right edge, as the style sheet has it. */
const besideButtons = { ...allAround, right: 52 }
const columnFrom = 761

/** Steps of the counter-scale, so that a pan or a small zoom restyles nothing. */
const scaleStep = 1.08

function inverseOf(k: number): number {
  return scaleStep ** Math.round(Math.log(1 / k) / Math.log(scaleStep))
}

function levelAt(levels: readonly DetailLevel[], k: number): number {
  return levels.findLastIndex(({ from }) => k >= from)
}

/** Names that belong to a whole row stay at the left edge while their row is in sight. */
function keepInSight(overlay: HTMLElement | null, x: number, k: number): void {
  if (!overlay) return
  for (const element of overlay.getElementsByClassName('sticky')) {
    if (!(element instanceof HTMLElement)) continue
    const shift = Math.max(0, -x / k - Number(element.dataset['sticky'] ?? 0))
    element.style.transform = shift > 0 ? `translateX(${shift}px)` : ''
  }
}

/** A drawing that can be panned and zoomed: the picture below, the buttons above, one camera for both. */
export function Stage({
  label,
  description,
  describedBy,
  content,
  opening,
  levels,
  onLevel,
  zoom: handleRef,
  picture,
  children,
  legend,
  handlers,
}: StageProps) {
  const stage = useRef<HTMLDivElement>(null)
  const world = useRef<SVGGElement>(null)
  const overlay = useRef<HTMLDivElement>(null)
  const shown = useRef({ inverse: 0, level: -1 })
  const latest = useRef({ levels, onLevel })
  latest.current = { levels, onLevel }

  const onCamera = useMemo(
    () =>
      ({ x, y, k }: Camera) => {
        world.current?.setAttribute('transform', `translate(${x},${y}) scale(${k})`)
        if (overlay.current) overlay.current.style.transform = `translate(${x}px,${y}px) scale(${k})`
        keepInSight(overlay.current, x, k)
        const inverse = inverseOf(k)
        if (inverse !== shown.current.inverse) stage.current?.style.setProperty('--inv', String(inverse))
        const level = levelAt(latest.current.levels, k)
        if (level !== shown.current.level) {
          if (stage.current) stage.current.dataset['detail'] = latest.current.levels[level]?.detail ?? ''
          latest.current.onLevel(level)
        }
        shown.current = { inverse, level }
        cameraMoved()
      },
    [],
  )
  const [isLegendOpen, toggleLegend] = useLegend(description)
  const insets = typeof window !== 'undefined' && innerWidth >= columnFrom ? besideButtons : allAround
  const zoom = useZoom({ stage, onCamera, content, insets })
  useImperativeHandle(handleRef, () => zoom, [zoom])

  useSharedDrawing(zoom)
  usePlaced({ stage, content, opening, zoom })

  return (
    <>
      <div
        {...handlers}
        ref={stage}
        className={styles['stage']}
        role="graphics-document document"
        aria-roledescription={description}
        aria-label={label}
        aria-describedby={describedBy}
      >
        <svg className={styles['picture']} aria-hidden="true" focusable="false">
          <g ref={world}>{picture}</g>
        </svg>
        <div ref={overlay} className={styles['overlay']} data-scope="drawing">
          {children}
        </div>
      </div>
      <Legend isOpen={isLegendOpen} onToggle={toggleLegend}>
        {legend}
      </Legend>
      <ZoomButtons zoom={zoom} />
    </>
  )
}

type Placed = Pick<StageProps, 'content' | 'opening'> & { readonly stage: RefObject<HTMLElement | null>; readonly zoom: ZoomHandle }

/** Places a drawing as soon as there is one, and again when the room changes, such as by a panel that opens with it, until somebody does something. */
function usePlaced({ stage, content, opening, zoom }: Placed): void {
  const latest = useRef({ content, opening })
  latest.current = { content, opening }
  const hasContent = content !== null
  useLayoutEffect(() => {
    const element = stage.current
    if (!element || !hasContent) return
    const place = () => {
      const room = { width: element.clientWidth, height: element.clientHeight }
      zoom.fit(latest.current.opening?.(room) ?? latest.current.content, false)
    }
    place()
    const size = new ResizeObserver(place)
    size.observe(element)
    const rest = () => size.disconnect()
    for (const act of ['pointerdown', 'keydown', 'wheel']) window.addEventListener(act, rest, { once: true, capture: true })
    return () => {
      rest()
      for (const act of ['pointerdown', 'keydown', 'wheel']) window.removeEventListener(act, rest, { capture: true })
    }
  }, [hasContent, stage, zoom])
}

function ZoomButtons({ zoom }: { zoom: ZoomHandle }) {
  return (
    <fieldset className={styles['controls']} aria-label="Zoom">
      <button type="button" onClick={() => zoom.zoomBy(1 / 1.4)} aria-label="Zoom out" title="Zoom out (−)">
        −
      </button>
      <button type="button" onClick={() => zoom.actualSize()} aria-label="1:1, actual size" title="Actual size (⇧0)">
        1:1
      </button>
      <button type="button" onClick={() => zoom.zoomBy(1.4)} aria-label="Zoom in" title="Zoom in (+)">
        +
      </button>
      <button type="button" onClick={() => zoom.fit()} aria-label="Fit, show all" title="Show all (⇧1)">
        Fit
      </button>
    </fieldset>
  )
}

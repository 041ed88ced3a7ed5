'use client'
import { type ReactNode, useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef } from 'react'
import { cameraMoved, drawing, type SharedCamera } from '../../../../lib/client/presence/state.ts'
import type { Frame } from '../../../components/graph/camera.ts'
import { type Camera, useZoom } from '../../../components/graph/use-zoom.ts'
import styles from './drawing.module.css'

type Props = {
  readonly label: string
  /** what is to be seen, in units of the drawing; a new `viewKey` flies there */
  readonly frame: Frame
  readonly viewKey: string
  /** pixels for one unit at most */
  readonly largest: number
  /** somebody moved it by hand */
  readonly onOwnMove: () => void
  /** where the window that is followed has moved it by hand; null where it has not */
  readonly followed: SharedCamera | null
  readonly children: ReactNode
}

/** A step of the scale, so that labels are not laid out anew in each frame of a flight. */
const scaleStep = 1.02

function steppedScale(k: number): number {
  return scaleStep ** Math.round(Math.log(k) / Math.log(scaleStep))
}

function cameraFor({ frame, largest }: Pick<Props, 'frame' | 'largest'>, room: { readonly width: number; readonly height: number }): Camera {
  const k = Math.min(room.width / frame.width, room.height / frame.height, largest)
  return { x: frame.x + frame.width / 2, y: frame.y + frame.height / 2, k }
}

/** A drawing on a big screen: it flies from one thing to the next, and can be moved by hand like every other drawing. */
export function Plane({ label, frame, viewKey, largest, onOwnMove, followed, children }: Props) {
  const stage = useRef<HTMLElement>(null)
  const world = useRef<HTMLDivElement>(null)
  const isOwn = useRef(false)
  const onCamera = useMemo(
    () =>
      ({ x, y, k }: Camera) => {
        if (world.current) world.current.style.transform = `translate(${x}px,${y}px) scale(${k})`
        stage.current?.style.setProperty('--k', String(steppedScale(k)))
        cameraMoved()
      },
    [],
  )
  const zoom = useZoom({ stage, onCamera, content: frame, minimum: 0.2, maximum: 4 })
  const place = useEffectEvent(() => {
    const element = stage.current
    if (element && element.clientWidth > 0) zoom.lookAt(cameraFor({ frame, largest }, { width: element.clientWidth, height: element.clientHeight }))
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: another view is flown to
  useLayoutEffect(() => {
    isOwn.current = false
    place()
  }, [viewKey])
  useEffect(() => {
    const size = new ResizeObserver(() => !isOwn.current && place())
    if (stage.current) size.observe(stage.current)
    return () => size.disconnect()
  }, [])
  useShared({ where: () => (isOwn.current ? zoom.centre() : null), lookAt: zoom.lookAt })
  useFollowed(followed, zoom.lookAt, () => !isOwn.current && place())
  useByHand(stage, () => {
    isOwn.current = true
    onOwnMove()
  })
  return (
    <section ref={stage} className={styles['plane']} aria-label={label}>
      <div ref={world} className={styles['world']}>
        {children}
      </div>
    </section>
  )
}

/** Tells the others where this drawing was moved by hand. */
function useShared({ where, lookAt }: { readonly where: () => SharedCamera | null; readonly lookAt: (camera: SharedCamera) => void }): void {
  const latest = useEffectEvent(where)
  useEffect(() => {
    const shared = { where: () => latest(), lookAt }
    drawing.set(shared)
    return () => {
      if (drawing.get() === shared) drawing.set(null)
    }
  }, [lookAt])
}

/** Goes where the followed window was moved by hand, and back when that is over. */
function useFollowed(followed: SharedCamera | null, lookAt: (camera: SharedCamera) => void, back: () => void): void {
  const { x, y, k } = followed ?? { x: null, y: null, k: null }
  const home = useEffectEvent(back)
  const wasAway = useRef(false)
  useEffect(() => {
    if (x !== null && y !== null && k !== null) {
      wasAway.current = true
      return lookAt({ x, y, k })
    }
    if (wasAway.current) home()
    wasAway.current = false
  }, [x, y, k, lookAt])
}

/** Hears a drag, a wheel and a pinch; a press that moves nothing is none. */
function useByHand(stage: { readonly current: HTMLElement | null }, moved: () => void): void {
  const latest = useEffectEvent(moved)
  useEffect(() => {
    const element = stage.current
    if (!element) return
    const stopping = new AbortController()
    const options = { capture: true, passive: true, signal: stopping.signal }
    element.addEventListener('wheel', () => latest(), options)
    element.addEventListener('touchmove', () => latest(), options)
    element.addEventListener('pointermove', ({ buttons }) => buttons !== 0 && latest(), options)
    return () => stopping.abort()
  }, [stage])
}

import { select, type ZoomTransform, zoom, zoomIdentity, zoomTransform } from 'd3'
import type { Camera } from './use-zoom.ts'

type Options = {
  readonly element: HTMLElement
  /** where the camera is when the gestures come */
  readonly from: Camera
  readonly minimum: number
  readonly maximum: number
  /** whether a drag moves the drawing wherever it begins */
  readonly isHand: () => boolean
  readonly onStart: () => void
  readonly onCamera: (camera: Camera) => void
}

export type Gestures = {
  readonly moveTo: (camera: Camera, isAnimated: boolean) => void
  readonly zoomBy: (factor: number, isAnimated: boolean) => void
  readonly stop: () => void
}

const flightMs = 450
const stepMs = 200

/** Plain wheel pans, ctrl or ⌘ with the wheel and a pinch zoom at the cursor; empty canvas, space and the middle button drag. */
function takesGesture(event: Event, isHand: boolean): boolean {
  if (event instanceof WheelEvent) return event.ctrlKey || event.metaKey
  if (event instanceof MouseEvent) {
    if (event.button === 1) return true
    if (event.button !== 0 || event.shiftKey) return false
    return isHand || !isOnMark(event.target)
  }
  return event.type.startsWith('touch')
}

function isOnMark(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-mark],button,a,input,select,textarea') !== null
}

/** How far a turn of the wheel pans, in pixels. */
function panOf({ deltaMode, shiftKey, deltaX, deltaY }: WheelEvent): readonly [across: number, down: number] {
  const unit = deltaMode === 1 ? 16 : 1
  return shiftKey && deltaX === 0 ? [deltaY * unit, 0] : [deltaX * unit, deltaY * unit]
}

function asTransform({ x, y, k }: Camera): ZoomTransform {
  return zoomIdentity.translate(x, y).scale(k)
}

/** Gestures on a stage, apart from its camera: the first picture does not wait for them. */
export function startGestures({ element, from, minimum, maximum, isHand, onStart, onCamera }: Options): Gestures {
  const stage = select(element)
  const behavior = zoom<HTMLElement, unknown>()
    .scaleExtent([minimum, maximum])
    .filter((event: Event) => takesGesture(event, isHand()))
  stage.call(behavior).on('dblclick.zoom', null)
  behavior.transform(stage, asTransform(from))
  behavior
    .on('start', () => {
      onStart()
      element.dataset['moving'] = 'true'
    })
    .on('zoom', ({ transform: { x, y, k } }: { transform: ZoomTransform }) => onCamera({ x, y, k }))
    .on('end', () => delete element.dataset['moving'])
  const panWithWheel = (event: WheelEvent) => {
    if (event.ctrlKey || event.metaKey) return
    event.preventDefault()
    const [across, down] = panOf(event)
    const { k } = zoomTransform(element)
    behavior.translateBy(stage, -across / k, -down / k)
  }
  element.addEventListener('wheel', panWithWheel, { passive: false })
  return {
    moveTo: (camera, isAnimated) => {
      stage.interrupt()
      if (isAnimated) stage.transition().duration(flightMs).call(behavior.transform, asTransform(camera))
      else behavior.transform(stage, asTransform(camera))
    },
    zoomBy: (factor, isAnimated) => {
      if (isAnimated) stage.transition().duration(stepMs).call(behavior.scaleBy, factor)
      else behavior.scaleBy(stage, factor)
    },
    stop: () => {
      element.removeEventListener('wheel', panWithWheel)
      stage.interrupt().on('.zoom', null)
    },
  }
}

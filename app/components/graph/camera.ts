import type { Camera } from './use-zoom.ts'

/** A rectangle in world units. */
export type Frame = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
export type Insets = { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number }
type Size = { readonly width: number; readonly height: number }

const noInsets: Insets = { top: 16, right: 16, bottom: 16, left: 16 }

/** The camera that shows a whole frame, centred in the free part of the stage, never larger than `largest`. */
export function fitTransform(frame: Frame, size: Size, insets: Insets = noInsets, largest = 1): Camera | null {
  const width = size.width - insets.left - insets.right
  const height = size.height - insets.top - insets.bottom
  if (width <= 0 || height <= 0 || frame.width <= 0 || frame.height <= 0) return null
  const k = Math.min(width / frame.width, height / frame.height, largest)
  return {
    k,
    x: insets.left + (width - frame.width * k) / 2 - frame.x * k,
    y: insets.top + (height - frame.height * k) / 2 - frame.y * k,
  }
}

function shift(low: number, high: number, from: number, to: number): number {
  if (high - low > to - from || low < from) return from - low
  return high > to ? to - high : 0
}

/** The nearest camera of the same scale in which a frame lies inside the free part of the stage; null where it already does. */
export function panInto(frame: Frame, camera: Camera, size: Size, insets: Insets = noInsets): Camera | null {
  const left = frame.x * camera.k + camera.x
  const top = frame.y * camera.k + camera.y
  const across = shift(left, left + frame.width * camera.k, insets.left, size.width - insets.right)
  const down = shift(top, top + frame.height * camera.k, insets.top, size.height - insets.bottom)
  return across === 0 && down === 0 ? null : { k: camera.k, x: camera.x + across, y: camera.y + down }
}

/** Whether the person asked the system for less motion. */
export function reduceMotion(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches
}

'use client'

import { type RefObject, useLayoutEffect, useMemo, useRef } from 'react'
import { type Frame, fitTransform, type Insets, panInto, reduceMotion } from './camera.ts'
import type { Gestures } from './zoom-gestures.ts'

export type Camera = { readonly x: number; readonly y: number; readonly k: number }

export type ZoomOptions = {
  /** the element that takes the gestures */
  readonly stage: RefObject<HTMLElement | null>
  /** called for every frame: writes the transform, never sets state */
  readonly onCamera: (camera: Camera) => void
  /** what `fit` shows, in world units */
  readonly content: Frame | null
  /** pixels at the edges of the stage that something covers */
  readonly insets?: Insets
  readonly minimum?: number
  readonly maximum?: number
}

export type ZoomHandle = {
  readonly camera: () => Camera
  readonly fit: (frame?: Frame | null, animated?: boolean) => void
  readonly zoomBy: (factor: number) => void
  readonly actualSize: () => void
  /** moves the least that is needed to bring a frame into the free part of the stage */
  readonly reveal: (frame: Frame, animated?: boolean) => void
  /** centres a frame at a readable size */
  readonly fly: (frame: Frame) => void
  /** where the middle of the stage is in world units, and the scale; null before there is a stage */
  readonly centre: () => Camera | null
  /** puts a place into the middle of the stage at a scale */
  readonly lookAt: (centre: Camera) => void
  readonly toWorld: (clientX: number, clientY: number) => { x: number; y: number }
  /** whether the space bar has just been used as a hand, so that letting it go does not press a button */
  readonly handUsed: () => boolean
}

/** The element, and its gestures as soon as they are loaded. */
type Stage = { readonly element: HTMLElement; gestures: Gestures | null }

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}

/** Pan and zoom of a drawing: gestures and commands move one camera, which is written once a frame and never through React. */
export function useZoom(options: ZoomOptions): ZoomHandle {
  const latest = useRef(options)
  latest.current = options
  const current = useRef<Camera>({ x: 0, y: 0, k: 1 })
  const stage = useRef<Stage | null>(null)
  const hand = useRef<'up' | 'down' | 'used'>('up')
  const { minimum = 0.05, maximum = 6 } = options

  useLayoutEffect(() => {
    const element = latest.current.stage.current
    if (!element) return
    const at: Stage = { element, gestures: null }
    stage.current = at
    const onStart = () => {
      if (hand.current === 'down') hand.current = 'used'
    }
    const onCamera = (camera: Camera) => show(camera, latest, current)
    const isHand = () => hand.current !== 'up'
    void import('./zoom-gestures.ts').then(({ startGestures }) => {
      if (stage.current === at) at.gestures = startGestures({ element, from: current.current, minimum, maximum, isHand, onStart, onCamera })
    })
    const stop = listenForHand(element, hand)
    return () => {
      stop()
      at.gestures?.stop()
      stage.current = null
    }
  }, [minimum, maximum])

  return useMemo(() => makeHandle(stage, latest, current, hand), [])
}

/** The strip at the bottom in which the sentence about a selection stands, and the part of a phone that the panel takes. */
const [sentenceStrip, phoneStrip, phoneWidth, sheetShare] = [56, 132, 760, 0.5]

/** What is brought into view keeps clear of what opens over the drawing with it. */
function clearOf(element: HTMLElement, { top, right, bottom, left }: Insets = { top: 8, right: 12, bottom: 8, left: 12 }): Insets {
  if (innerWidth > phoneWidth) return { top, right, left, bottom: bottom + sentenceStrip }
  const below = element.getBoundingClientRect().bottom - innerHeight * (1 - sheetShare)
  return { top: top + phoneStrip, right, left, bottom: Math.max(bottom, below) }
}

type Hand = RefObject<'up' | 'down' | 'used'>

function show(camera: Camera, latest: RefObject<ZoomOptions>, current: RefObject<Camera>): void {
  current.current = camera
  latest.current.onCamera(camera)
}

/** While space is down, a drag moves the drawing wherever it begins. */
function listenForHand(element: HTMLElement, hand: Hand): () => void {
  const stopping = new AbortController()
  const { signal } = stopping
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== ' ' || event.repeat || isTyping(event.target) || !element.contains(document.activeElement)) return
      hand.current = 'down'
      element.dataset['hand'] = 'true'
    },
    { signal },
  )
  window.addEventListener(
    'keyup',
    (event) => {
      if (event.key !== ' ') return
      delete element.dataset['hand']
      requestAnimationFrame(() => {
        hand.current = 'up'
      })
    },
    { signal },
  )
  return () => stopping.abort()
}

function makeHandle(stage: RefObject<Stage | null>, latest: RefObject<ZoomOptions>, current: RefObject<Camera>, hand: Hand): ZoomHandle {
  const to = (camera: Camera | null, animated: boolean) => {
    if (!stage.current || !camera) return
    if (stage.current.gestures) stage.current.gestures.moveTo(camera, animated && !reduceMotion())
    else show(camera, latest, current)
  }
  const size = () => ({ width: stage.current?.element.clientWidth ?? 0, height: stage.current?.element.clientHeight ?? 0 })
  return {
    camera: () => current.current,
    fit: (frame = latest.current.content, animated = true) => to(frame ? fitTransform(frame, size(), latest.current.insets, 1.6) : null, animated),
    zoomBy: (factor) => {
      const { width, height } = size()
      const { x, y, k } = current.current
      if (stage.current?.gestures) stage.current.gestures.zoomBy(factor, !reduceMotion())
      else to({ x: width / 2 - (width / 2 - x) * factor, y: height / 2 - (height / 2 - y) * factor, k: k * factor }, false)
    },
    actualSize: () => {
      const { width, height } = size()
      const { x, y, k } = current.current
      to({ x: width / 2 - (width / 2 - x) / k, y: height / 2 - (height / 2 - y) / k, k: 1 }, true)
    },
    reveal: (frame, animated = true) => {
      const element = stage.current?.element
      if (element) to(panInto(frame, current.current, size(), clearOf(element, latest.current.insets)), animated)
    },
    fly: (frame) => to(fitTransform(frame, size(), latest.current.insets, Math.max(1, current.current.k)), true),
    centre: () => {
      const { width, height } = size()
      const { x, y, k } = current.current
      return width > 0 && height > 0 ? { x: (width / 2 - x) / k, y: (height / 2 - y) / k, k } : null
    },
    lookAt: ({ x, y, k }) => to({ x: size().width / 2 - x * k, y: size().height / 2 - y * k, k }, true),
    toWorld: (clientX, clientY) => {
      const box = stage.current?.element.getBoundingClientRect()
      const { x, y, k } = current.current
      return { x: (clientX - (box?.left ?? 0) - x) / k, y: (clientY - (box?.top ?? 0) - y) / k }
    },
    handUsed: () => hand.current === 'used',
  }
}

'use client'
import { type RefObject, useCallback, useLayoutEffect, useState } from 'react'
import type { MatrixWindow } from '../../../../lib/layout/matrix/cell-at.ts'
import type { MatrixScene } from '../../../../lib/layout/matrix/scene.ts'
import { isSameWindow, windowOf } from '../../../../lib/layout/matrix/window.ts'

const nothing: MatrixWindow = { fromRow: 0, toRow: 0, fromColumn: 0, toColumn: 0 }

/** Which rows and columns are drawn, as somebody scrolls; the same object as long as it holds the same. */
export function useGridWindow(
  frame: RefObject<HTMLElement | null>,
  scene: MatrixScene,
): { readonly window: MatrixWindow; readonly onScroll: () => void } {
  const [window, setWindow] = useState(nothing)
  const onScroll = useCallback(() => {
    const held = frame.current
    if (!held) return
    const { scrollLeft: left, scrollTop: top, clientWidth: width, clientHeight: height } = held
    const next = windowOf(scene, { left, top, width, height })
    setWindow((known) => (isSameWindow(known, next) ? known : next))
  }, [frame, scene])
  useLayoutEffect(() => {
    const held = frame.current
    if (!held) return
    onScroll()
    const observer = new ResizeObserver(onScroll)
    observer.observe(held)
    return () => observer.disconnect()
  }, [frame, onScroll])
  return { window, onScroll }
}

'use client'
import { useLayoutEffect, useRef } from 'react'
import type { MatrixWindow } from '../../../../lib/layout/matrix/cell-at.ts'
import type { Lit } from '../../../../lib/layout/matrix/lit.ts'
import type { MatrixScene } from '../../../../lib/layout/matrix/scene.ts'
import { useColour } from './ink.ts'
import styles from './matrix.module.css'
import { paintMatrix } from './paint.ts'

type Props = { readonly scene: MatrixScene; readonly window: MatrixWindow; readonly lit: Lit | null }

/** No canvas holds more pixels than this a side on every browser. */
const largestSide = 8_000

/** The cells of a window, painted; it lies in the sheet and moves with it, so that a scroll by itself paints nothing. */
export function MatrixCanvas({ scene, window: shown, lit }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const colour = useColour()
  const { cell, head } = scene
  const [width, height] = [(shown.toColumn - shown.fromColumn) * cell, (shown.toRow - shown.fromRow) * cell]
  useLayoutEffect(() => {
    const held = canvas.current
    const paper = held?.getContext('2d')
    if (!held || !paper || !colour || width === 0 || height === 0) return
    const ratio = Math.min(globalThis.devicePixelRatio || 1, largestSide / Math.max(width, height))
    held.width = Math.ceil(width * ratio)
    held.height = Math.ceil(height * ratio)
    paper.setTransform(ratio, 0, 0, ratio, 0, 0)
    paintMatrix(paper, { scene, window: shown, colour, font: getComputedStyle(held).fontFamily, lit })
  }, [scene, shown, lit, colour, width, height])
  return (
    <div aria-hidden="true">
      <canvas
        ref={canvas}
        className={styles['canvas']}
        style={{ left: head.width + shown.fromColumn * cell, top: shown.fromRow * cell, width, height }}
      />
    </div>
  )
}

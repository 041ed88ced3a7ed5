import type { PromiseGlyph } from '../../../../lib/layout/draw/promise-glyph.ts'
import { drawPromiseGlyph } from '../../../../lib/layout/draw/promise-glyph.ts'
import { Marks } from '../../../components/graph/marks.tsx'

const plain = () => 'plain' as const

/** The glyph of a cell by itself, beside its words. */
export function CellGlyph({ glyph, size = 15 }: { readonly glyph: PromiseGlyph; readonly size?: number }) {
  const box = size + 2
  return (
    <svg width={box} height={box} viewBox={`${-box / 2} ${-box / 2} ${box} ${box}`} aria-hidden="true" focusable="false">
      <Marks marks={drawPromiseGlyph(glyph, { x: 0, y: 0 }, size)} emphasisOf={plain} />
    </svg>
  )
}

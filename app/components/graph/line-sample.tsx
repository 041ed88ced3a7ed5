import { cssOf } from '../../../lib/layout/colour.ts'
import { needPaint } from '../../../lib/layout/draw/need.ts'
import type { NeedStyle } from '../../../lib/layout/input.ts'
import type { Ink } from '../../../lib/layout/tokens.ts'

type SampleProps = { readonly style: NeedStyle } | { readonly stroke: Ink; readonly width: number; readonly dash?: string }

/** A piece of line as the drawing paints it. */
export function LineSample(props: SampleProps) {
  const paint =
    'style' in props ? needPaint(props.style) : { stroke: props.stroke, strokeWidth: props.width, ...(props.dash ? { dash: props.dash } : {}) }
  return (
    <svg width="34" height="10" aria-hidden="true" focusable="false">
      <line
        x1="2"
        x2="32"
        y1="5"
        y2="5"
        stroke={cssOf(paint.stroke ?? 'edge')}
        strokeWidth={paint.strokeWidth}
        strokeDasharray={paint.dash}
        {...('cap' in paint && paint.cap ? { strokeLinecap: paint.cap } : {})}
      />
    </svg>
  )
}

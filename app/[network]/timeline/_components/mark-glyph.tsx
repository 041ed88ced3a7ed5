import { drawTimelineMark } from '../../../../lib/layout/draw/timeline.ts'
import type { TimelineMarkKind } from '../../../../lib/layout/timeline/scene.ts'
import { Marks } from '../../../components/graph/marks.tsx'

const plain = () => 'plain' as const

/** One mark of the timeline by itself, as the drawing paints it. */
export function MarkGlyph({ kind, isLate = false }: { readonly kind: TimelineMarkKind; readonly isLate?: boolean }) {
  return (
    <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true" focusable="false">
      <Marks marks={drawTimelineMark({ kind, centre: { x: 9, y: 9 }, size: 13 }, isLate ? 'off-track' : 'text')} emphasisOf={plain} />
    </svg>
  )
}

import type { NeedStyle } from '../input.ts'
import type { Paint } from './mark.ts'

const paints: Readonly<Record<NeedStyle, Paint>> = {
  promised: { stroke: 'edge', strokeWidth: 1.5 },
  delivered: { stroke: 'edge', strokeWidth: 1, strokeOpacity: 0.75 },
  asked: { stroke: 'edge', strokeWidth: 1.6, dash: '1.5 4.5', cap: 'round' },
  countered: { stroke: 'edge', strokeWidth: 1.5, dash: '8 4' },
  draft: { stroke: 'border', strokeWidth: 1.2, dash: '1 4', cap: 'round' },
  late: { stroke: 'off-track', strokeWidth: 2.2 },
  overdue: { stroke: 'off-track', strokeWidth: 2, dash: '1.5 4.5', cap: 'round' },
  broken: { stroke: 'off-track', strokeWidth: 1.5, dash: '10 3 2 3' },
}

/** How the line of a need is painted: the dash tells the state, red ink that somebody has to act. Cost O(1). */
export function needPaint(style: NeedStyle): Paint {
  return paints[style]
}

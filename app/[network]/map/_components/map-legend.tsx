import { LegendStatuses } from '../../../components/graph/legend-statuses.tsx'
import { LineSample } from '../../../components/graph/line-sample.tsx'
import { CompareLegend } from '../../../components/time/compare-legend.tsx'
import type { Layers } from './use-layers.ts'

const needLines = [
  ['promised', 'promised'],
  ['asked', 'asked'],
  ['broken', 'declined, revoked'],
  ['late', 'late'],
  ['overdue', 'overdue ask'],
] as const

/** What the marks of the map mean. */
export function MapLegend({ layers, isCompared }: { layers: Layers; isCompared: boolean }) {
  if (isCompared) return <CompareLegend />
  return (
    <>
      {layers.exchanges && (
        <>
          <li>
            <LineSample stroke="edge" width={2} /> tangible
          </li>
          <li>
            <LineSample stroke="edge" width={2} dash="7 5" /> intangible
          </li>
        </>
      )}
      {layers.needs !== 'none' &&
        needLines.map(([style, word]) => (
          <li key={style}>
            <LineSample style={style} /> {word}
          </li>
        ))}
      <LegendStatuses />
    </>
  )
}

import { LegendStatuses } from '../../../components/graph/legend-statuses.tsx'
import { LineSample } from '../../../components/graph/line-sample.tsx'
import { CompareLegend } from '../../../components/time/compare-legend.tsx'

const lines = [
  ['promised', 'promised'],
  ['delivered', 'delivered ✓'],
  ['asked', 'asked'],
  ['countered', 'countered'],
  ['broken', 'declined, revoked'],
  ['late', 'late'],
  ['overdue', 'overdue ask'],
] as const

/** What the marks of the chain mean. */
export function ChainLegend({ isCompared }: { isCompared: boolean }) {
  if (isCompared) return <CompareLegend />
  return (
    <>
      {lines.map(([style, word]) => (
        <li key={style}>
          <LineSample style={style} /> {word}
        </li>
      ))}
      <LegendStatuses />
    </>
  )
}

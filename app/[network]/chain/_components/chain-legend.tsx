import legend from '../../../components/graph/legend.module.css'
import { LineSample } from '../../../components/graph/line-sample.tsx'
import { StatusBadge } from '../../../components/ui/status-badge.tsx'

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
export function ChainLegend() {
  return (
    <ul className={legend['legend']} aria-label="Legend">
      {lines.map(([style, word]) => (
        <li key={style}>
          <LineSample style={style} /> {word}
        </li>
      ))}
      <li>
        <StatusBadge status="blocked" size={14} showWord />
      </li>
      <li>
        <i className={legend['tick']} /> expected today
      </li>
    </ul>
  )
}

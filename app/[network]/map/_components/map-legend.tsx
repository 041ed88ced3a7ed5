import legend from '../../../components/graph/legend.module.css'
import { LineSample } from '../../../components/graph/line-sample.tsx'
import { StatusBadge } from '../../../components/ui/status-badge.tsx'
import type { Layers } from './use-layers.ts'

const needLines = [
  ['promised', 'promised'],
  ['asked', 'asked'],
  ['broken', 'declined, revoked'],
  ['late', 'late'],
  ['overdue', 'overdue ask'],
] as const

/** What the marks of the map mean, and the way to a new node. */
export function MapLegend({ layers, onNew }: { layers: Layers; onNew: () => void }) {
  return (
    <ul className={legend['legend']} aria-label="Legend">
      <li>
        <button type="button" className={legend['action']} onClick={onNew} title="Add a node (N); or double-click in an area">
          + Node
        </button>
      </li>
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
      {layers.needs &&
        needLines.map(([style, word]) => (
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

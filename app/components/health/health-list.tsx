'use client'
import { useMutate } from '../../../lib/client/mutate.ts'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { useView } from '../../../lib/client/view.ts'
import { useMay } from '../../../lib/client/who.ts'
import type { HealthMetric } from '../../../lib/domain/entity.ts'
import { historyOf } from '../../../lib/domain/health/history.ts'
import { standingText } from '../../../lib/domain/health/sentence.ts'
import { Button } from '../ui/button.tsx'
import styles from './health.module.css'
import { HealthBadge } from './health-badge.tsx'
import { HealthTrend } from './health-trend.tsx'
import { ReadingForm } from './reading-form.tsx'

type ItemProps = { readonly metric: HealthMetric; readonly isReading: boolean; readonly onRead: (id: string | null) => void }

function Item({ metric, isReading, onRead }: ItemProps) {
  const { snapshot, today } = useNetwork()
  const { select } = useView()
  const mutate = useMutate()
  const may = useMay('healthMetric', metric)
  const history = historyOf(snapshot, metric.id)
  return (
    <li className={styles['item']}>
      <HealthBadge status={history.status} size={18} />
      <button type="button" className={styles['name']} data-record={metric.id} onClick={() => select('health', metric.id)}>
        {metric.name}
      </button>
      <HealthTrend history={history} />
      <p>{standingText(history, today)}</p>
      {may && !isReading && (
        <div className={styles['buttons']}>
          <Button size="small" onClick={() => onRead(metric.id)}>
            Read it
          </Button>
        </div>
      )}
      {isReading && <ReadingForm metric={metric} onSave={(call) => void mutate([call], { toast: 'Kept' })} onLeave={() => onRead(null)} />}
    </li>
  )
}

type Props = { readonly metrics: readonly HealthMetric[]; readonly reading: string | null; readonly onRead: (id: string | null) => void }

/** Health metrics with their shield, value, course and sentence; one of them may be being read. */
export function HealthList({ metrics, reading, onRead }: Props) {
  return (
    <ul className={styles['list']} aria-label="Health metrics">
      {metrics.map((metric) => (
        <Item key={metric.id} metric={metric} isReading={reading === metric.id} onRead={onRead} />
      ))}
    </ul>
  )
}

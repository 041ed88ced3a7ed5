'use client'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { historyOf } from '../../../../lib/domain/health/history.ts'
import { amountText, bandText } from '../../../../lib/domain/health/sentence.ts'
import { find } from '../../../../lib/domain/snapshot.ts'
import { HealthBadge } from '../../../components/health/health-badge.tsx'
import { HealthTrend } from '../../../components/health/health-trend.tsx'
import styles from './cell-content.module.css'
import type { ColumnId } from './columns.ts'

type Props = { readonly id: string; readonly column: Exclude<ColumnId, 'number'>; readonly name: string }

/** What a cell shows of a health metric: its band is its aim, its course before the band its progress. */
export function HealthCell({ id, column, name }: Props) {
  const { snapshot } = useNetwork()
  if (!find(snapshot, 'healthMetric', id)) return null
  const history = historyOf(snapshot, id)
  const { metric, status } = history
  switch (column) {
    case 'title':
      return (
        <span className={styles['title']}>
          <span className={styles['quiet']}>protects</span>{' '}
          <span className={styles['name']} title={name}>
            {name}
          </span>
        </span>
      )
    case 'value':
      return metric.current === null ? <span className={styles['ghost']}>not read</span> : <span>{amountText(metric, metric.current)}</span>
    case 'aim':
      return <span>{bandText(metric) ?? ''}</span>
    case 'status':
      return <HealthBadge status={status} showWord />
    case 'progress':
      return <HealthTrend history={history} width={88} height={18} />
    default:
      return null
  }
}

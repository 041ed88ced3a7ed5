'use client'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import type { RitualItem } from '../../../../lib/domain/entity.ts'
import { historyOf } from '../../../../lib/domain/health/history.ts'
import { amountText, bandText, healthSentence } from '../../../../lib/domain/health/sentence.ts'
import type { Stop } from '../../../../lib/domain/ritual/walk/agenda.ts'
import { find } from '../../../../lib/domain/snapshot.ts'
import { HealthBadge } from '../../../components/health/health-badge.tsx'
import { HealthTrend } from '../../../components/health/health-trend.tsx'
import { useAreaTone } from '../../../components/ui/area-tone.ts'
import { sectionWords } from '../_session/section-words.ts'
import card from './card.module.css'
import styles from './health-stop.module.css'
import { Said } from './said.tsx'

/** The readings of a health metric before its band, as large as the room needs. */
export function HealthDrawing({ metricId }: { readonly metricId: string }) {
  const { snapshot } = useNetwork()
  const history = historyOf(snapshot, metricId)
  return (
    <figure className={styles['trend']}>
      <HealthTrend history={history} width={900} height={420} />
      <figcaption>The last eight weeks, against {bandText(history.metric) ?? 'no band yet'}</figcaption>
    </figure>
  )
}

type Props = { readonly stop: Stop; readonly metricId: string; readonly items: readonly RitualItem[]; readonly question: string }

/** What is to be protected and is not: its value, its band, and a question. */
export function HealthCard({ stop, metricId, items, question }: Props) {
  const { snapshot, today } = useNetwork()
  const history = historyOf(snapshot, metricId)
  const { metric, status } = history
  const node = find(snapshot, 'node', metric.nodeId)
  const tone = useAreaTone(node?.areaId ?? null)
  return (
    <>
      <p className={card['section']}>
        <b style={{ color: tone?.colour }}>{node?.name}</b> {sectionWords[stop.section]}
      </p>
      <h1 className={card['title']} data-read="name">
        {metric.name}
      </h1>
      <div className={card['number']}>
        <b data-read="number">{metric.current === null ? 'not read yet' : amountText(metric, metric.current)}</b>
      </div>
      <p>
        <HealthBadge status={status} showWord size={30} />
      </p>
      <p>{healthSentence(history, today)}</p>
      <Said items={items} />
      {question !== '' && <p className={card['question']}>{question}</p>}
    </>
  )
}

'use client'

import { useNetwork } from '../../../lib/client/network/provider.tsx'
import type { CheckIn, KeyResult } from '../../../lib/domain/entity.ts'
import { confidenceInTen } from '../../../lib/domain/okr/confidence.ts'
import { find, referring } from '../../../lib/domain/snapshot.ts'
import { dayIn, latestFirst } from '../../../lib/domain/time.ts'
import { plainNumber, shortDay } from '../../components/graph/words.ts'
import { Sparkline } from '../../components/ui/sparkline.tsx'
import styles from './panel.module.css'

function valueText({ value }: CheckIn): string {
  if (value === null) return ''
  if (typeof value === 'number') return plainNumber(value)
  if (typeof value === 'string') return value
  return `${value.filter((done) => done === 1).length} of ${value.length} steps`
}

/** What was reported on a key result, latest first, with the course of the last eight weeks. */
export function CheckInHistory({ keyResult }: { keyResult: KeyResult }) {
  const { snapshot, assessment, today } = useNetwork()
  const zone = [...snapshot.tables.network.values()][0]?.timeZone ?? null
  const checkIns = referring(snapshot, 'checkIn', 'keyResultId', keyResult.id).toSorted(latestFirst)
  const weeks = assessment.keyResults.get(keyResult.id)?.sparkline ?? []
  if (checkIns.length === 0) return <p className={styles['quiet']}>Nobody has checked in yet.</p>
  return (
    <>
      <Sparkline values={weeks} width={220} height={32} label="Progress over the last eight weeks" />
      <ol className={styles['list']} aria-label="Check-ins">
        {checkIns.map((checkIn) => (
          <li key={checkIn.id} style={{ flexDirection: 'column', gap: 0, paddingBlock: 6 }}>
            <span>
              <strong>{valueText(checkIn) || 'no value'}</strong>
              {checkIn.confidence !== null && ` · confidence ${confidenceInTen(checkIn.confidence)}`}
              <span className={styles['quiet']}>
                {' · '}
                <time dateTime={checkIn.at}>{shortDay(dayIn(zone, checkIn.at), today)}</time>
                {checkIn.personId && ` · ${find(snapshot, 'person', checkIn.personId)?.name ?? ''}`}
              </span>
            </span>
            {checkIn.note && <span className={styles['quiet']}>{checkIn.note}</span>}
          </li>
        ))}
      </ol>
    </>
  )
}

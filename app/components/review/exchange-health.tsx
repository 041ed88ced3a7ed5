'use client'
import { useState } from 'react'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { useMayAsk } from '../../../lib/client/who.ts'
import type { Exchange } from '../../../lib/domain/entity.ts'
import { type ExchangeHealth, healthSentence, type Look } from '../../../lib/domain/review/health.ts'
import { find } from '../../../lib/domain/snapshot.ts'
import type { Health } from '../../../lib/domain/vocabulary.ts'
import { counted, shortDay } from '../graph/words.ts'
import styles from './exchange-health.module.css'
import { HealthMark } from './health-mark.tsx'
import { HealthButtons, LookForm } from './look-form.tsx'
import { signed, Trend } from './trend.tsx'
import { useHealth } from './use-health.ts'

/** How a relationship goes: both views, the trend, a look of one's own, and all looks as a table. */
export function ExchangeHealthPart({ exchange }: { readonly exchange: Exchange }) {
  const health = useHealth(exchange.id)
  const [chosen, setChosen] = useState<Health | null>(null)
  const may = useMayAsk()('exchange', exchange)
  return (
    <div className={styles['health']}>
      <div className={styles['now']}>
        <p data-differs={health.differs || undefined}>{healthSentence(health)}</p>
        <Trend health={health} />
      </div>
      {may && chosen === null && <HealthButtons chosen={null} onChoose={setChosen} />}
      {chosen !== null && (
        <LookForm exchange={exchange} chosen={chosen} onChoose={setChosen} onDone={() => setChosen(null)} onCancel={() => setChosen(null)} />
      )}
      {health.looks.length > 0 && <AllLooks health={health} />}
    </div>
  )
}

const sideWords = { giver: 'giver', receiver: 'receiver' } as const

function AllLooks({ health: { looks } }: { readonly health: ExchangeHealth }) {
  return (
    <details className={styles['looks']}>
      <summary>All {counted(looks.length, 'look')}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">Who</th>
            <th scope="col">Goes</th>
            <th scope="col">Level</th>
          </tr>
        </thead>
        <tbody>
          {looks.toReversed().map((look) => (
            <LookRow key={look.check.id} look={look} />
          ))}
        </tbody>
      </table>
    </details>
  )
}

function LookRow({ look: { check, day, side, level } }: { readonly look: Look }) {
  const { snapshot, today } = useNetwork()
  const name = find(snapshot, 'person', check.personId)?.name ?? 'nobody by name'
  return (
    <>
      <tr>
        <td>{shortDay(day, today)}</td>
        <td>
          {name}
          {side && <em> {sideWords[side]}</em>}
        </td>
        <td>
          <HealthMark health={check.health} />
        </td>
        <td>{level === null ? '–' : signed(level)}</td>
      </tr>
      {check.note && (
        <tr>
          <td colSpan={4} className={styles['note']}>
            “{check.note}”
          </td>
        </tr>
      )}
    </>
  )
}

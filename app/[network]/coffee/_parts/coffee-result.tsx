'use client'
import { useMemo } from 'react'
import { assessmentOf } from '../../../../lib/client/network/assessment.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import type { Ritual } from '../../../../lib/domain/entity.ts'
import { outputOf } from '../../../../lib/domain/ritual/output/of.ts'
import { networkOf } from '../../../../lib/domain/snapshot.ts'
import { dayIn } from '../../../../lib/domain/time.ts'
import { fullDay } from '../../../components/needs/day-text.ts'
import entry from '../../../components/ritual/entry.module.css'
import { OutputFiles, OutputSections } from '../../../components/ritual/output-sections.tsx'
import { Button } from '../../../components/ui/button.tsx'
import styles from './coffee.module.css'

/** What was agreed over a coffee, for everybody in the network: computed from its records each time it is looked at. */
export function CoffeeResult({ ritual, back }: { readonly ritual: Ritual; readonly back: () => void }) {
  const { snapshot, cycle, today } = useNetwork()
  const output = useMemo(() => {
    const assessment = assessmentOf(snapshot, ritual.cycleId ?? cycle?.id ?? null, today)
    return outputOf(snapshot, ritual, { assessment, now: ritual.closedAt ?? ritual.at })
  }, [snapshot, ritual, cycle, today])
  return (
    <article className={styles['page']}>
      <header className={styles['head']}>
        <Button tone="quiet" onClick={back}>
          ← All coffees
        </Button>
        <h1>{output.title}</h1>
        <p className={styles['lead']}>
          {fullDay(output.day)}. {output.lead}
        </p>
        <OutputFiles ritualId={ritual.id} />
      </header>
      <OutputSections output={output} />
    </article>
  )
}

/** The coffees that were taken, latest first: each opens what was agreed. */
export function PastCoffees({ past, show }: { readonly past: readonly Ritual[]; readonly show: (id: string) => void }) {
  const { timeZone } = networkOf(useNetwork().snapshot)
  if (past.length === 0) return null
  return (
    <section className={`${styles['page']} ${entry['past']}`} aria-labelledby="coffee-past">
      <h2 id="coffee-past">Past coffees</h2>
      <ul className={styles['past']}>
        {past.map(({ id, title, closedAt, at }) => (
          <li key={id}>
            <button type="button" onClick={() => show(id)}>
              <b>{title}</b>
              <span>{fullDay(dayIn(timeZone, closedAt ?? at))}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

'use client'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import type { Ritual } from '../../../../lib/domain/entity.ts'
import { networkOf } from '../../../../lib/domain/snapshot.ts'
import { dayIn } from '../../../../lib/domain/time.ts'
import { counted } from '../../../components/graph/words.ts'
import { fullDay } from '../../../components/needs/day-text.ts'
import entry from '../../../components/ritual/entry.module.css'

type Props = { readonly plans: readonly Ritual[]; readonly show: (id: string) => void }

/** The plans that were made, latest first: each opens what was promised, and what became of it. */
export function PastPlans({ plans, show }: Props) {
  const { snapshot } = useNetwork()
  const { timeZone } = networkOf(snapshot)
  return (
    <section className={entry['past']} aria-labelledby="plan-past">
      <h2 id="plan-past">Past sessions</h2>
      {plans.length === 0 && (
        <p className={entry['quiet']}>None yet. What a session promised stays here: the table, the poster, and what became of it.</p>
      )}
      <ul>
        {plans.map(({ id, title, at, closedAt, attendeeIds, guests }) => (
          <li key={id}>
            <button type="button" onClick={() => show(id)}>
              <b>{title}</b>
              <span>
                {fullDay(dayIn(timeZone, closedAt ?? at))}, {counted(attendeeIds.length + guests, 'person', 'people')}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

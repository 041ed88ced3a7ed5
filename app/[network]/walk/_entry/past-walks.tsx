'use client'
import { useQueryState } from 'nuqs'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import type { Ritual } from '../../../../lib/domain/entity.ts'
import { networkOf } from '../../../../lib/domain/snapshot.ts'
import { dayIn } from '../../../../lib/domain/time.ts'
import { counted } from '../../../components/graph/words.ts'
import { fullDay } from '../../../components/needs/day-text.ts'
import entry from '../../../components/ritual/entry.module.css'
import { itemsOf } from '../_session/use-items.ts'

/** The walks that were held, latest first: each opens its minutes, from where it can be walked again. */
export function PastWalks({ walks }: { readonly walks: readonly Ritual[] }) {
  const { snapshot } = useNetwork()
  const [, setWalk] = useQueryState('walk', { history: 'push', shallow: true })
  const { timeZone } = networkOf(snapshot)
  return (
    <section className={entry['past']} aria-labelledby="walk-past">
      <h2 id="walk-past">Past walks</h2>
      {walks.length === 0 && <p className={entry['quiet']}>None yet. The minutes of every walk stay here, and each can be walked again as it was.</p>}
      <ul>
        {walks.map((walk) => {
          const items = itemsOf(snapshot, walk.id)
          const actions = items.filter(({ kind }) => kind === 'action')
          const done = actions.filter(({ status }) => status === 'done').length
          return (
            <li key={walk.id}>
              <button type="button" onClick={() => void setWalk(walk.id)}>
                <b>{fullDay(dayIn(timeZone, walk.closedAt ?? walk.at))}</b>
                <span>
                  {counted(items.filter(({ kind }) => kind === 'decision').length, 'decision')}, {done} of {counted(actions.length, 'action')} done
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

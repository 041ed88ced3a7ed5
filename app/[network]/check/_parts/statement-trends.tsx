'use client'
import { useCallback } from 'react'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { request } from '../../../../lib/client/request.ts'
import { useList } from '../../../../lib/client/use-list.ts'
import type { room as contract } from '../../../../lib/contract/room.ts'
import type { Ritual } from '../../../../lib/domain/entity.ts'
import { spreadInWords, statements } from '../../../../lib/domain/ritual/check/statements.ts'
import type { Spread } from '../../../../lib/domain/ritual/spread.ts'
import { networkOf } from '../../../../lib/domain/snapshot.ts'
import { dayIn } from '../../../../lib/domain/time.ts'
import { shortDay } from '../../../components/graph/words.ts'
import styles from './check.module.css'
import end from './end.module.css'

const mostChecks = 6
type Held = { readonly ritualId: string; readonly spreads: ReadonlyMap<string, Spread> }

async function spreadsOf(network: string, ritual: string): Promise<Held> {
  const params = { network, ritual }
  const { questions } = await request<typeof contract.read>({ method: 'GET', path: '/networks/{network}/rituals/{ritual}/room' }, { params })
  const found = questions.flatMap(({ question, spread }) => {
    const all = spread?.find(({ nodeId }) => nodeId === null)
    return all && all.voters > 0 ? [[question, all] as const] : []
  })
  return { ritualId: ritual, spreads: new Map(found) }
}

/** How the statements went over the last checks of the team: the spread of each, never a mean. Only its own people see anything here. */
export function StatementTrends({ past }: { readonly past: readonly Ritual[] }) {
  const { networkId, snapshot, today } = useNetwork()
  const ids = past
    .slice(0, mostChecks)
    .map(({ id }) => id)
    .toReversed()
    .join(' ')
  const read = useCallback(() => Promise.all(ids.split(' ').map((id) => spreadsOf(networkId, id))), [networkId, ids])
  const { items } = useList(read)
  const told = items?.filter(({ spreads }) => spreads.size > 0) ?? []
  if (told.length === 0) return null
  const dayOf = (id: string) => {
    const ritual = past.find((each) => each.id === id)
    return ritual ? shortDay(dayIn(networkOf(snapshot).timeZone, ritual.closedAt ?? ritual.at), today) : ''
  }
  return (
    <table className={end['trend']}>
      <caption>How our votes went</caption>
      <thead>
        <tr>
          <td />
          {told.map(({ ritualId }) => (
            <th key={ritualId} scope="col">
              {dayOf(ritualId)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {statements.map(({ key, text }) => (
          <tr key={key}>
            <th scope="row">{text}</th>
            {told.map(({ ritualId, spreads }) => (
              <td key={ritualId}>
                <SpreadColumn spread={spreads.get(key) ?? null} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function SpreadColumn({ spread }: { readonly spread: Spread | null }) {
  if (!spread) return <span className={styles['quiet']}>–</span>
  const [red = 0, yellow = 0, green = 0] = spread.counts
  return (
    <span className={end['column']}>
      <span className="visually-hidden">{spreadInWords(spread)}</span>
      <i data-tone="green" style={{ flexGrow: green }} aria-hidden="true" />
      <i data-tone="yellow" style={{ flexGrow: yellow }} aria-hidden="true" />
      <i data-tone="red" style={{ flexGrow: red }} aria-hidden="true" />
    </span>
  )
}

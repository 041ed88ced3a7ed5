'use client'
import { useState } from 'react'
import { deviceWords } from '../../../lib/client/device-words.ts'
import { ago, dayOf } from '../../../lib/client/instant-words.ts'
import { request } from '../../../lib/client/request.ts'
import { useList } from '../../../lib/client/use-list.ts'
import type { api } from '../../../lib/contract/api.ts'
import rows from '../../components/settings/rows.module.css'
import { SettingsCard } from '../../components/settings/settings-card.tsx'
import { Button } from '../../components/ui/button.tsx'
import { Chip } from '../../components/ui/chip.tsx'

type Item = Awaited<ReturnType<typeof request<typeof api.account.sessions>>>['items'][number]

const read = () => request<typeof api.account.sessions>({ method: 'GET', path: '/account/sessions' }).then(({ items }) => items)
const endOne = (id: string) => request<typeof api.account.endSession>({ method: 'DELETE', path: '/account/sessions/{id}' }, { params: { id } })
const endOthers = () => request<typeof api.account.endOtherSessions>({ method: 'DELETE', path: '/account/sessions' })

/** Where one is signed in, and the way to end that from here. */
export function SessionsPart() {
  const { items, run } = useList(read)
  const [now] = useState(() => Date.now())
  const sessions = (items ?? []).toSorted((a, b) => Number(b.isCurrent) - Number(a.isCurrent))
  return (
    <SettingsCard id="sessions" title="Where you are signed in">
      <ul className={rows['rows']} aria-busy={items === null}>
        {sessions.map((each) => (
          <Row key={each.id} session={each} now={now} end={() => run(() => endOne(each.id), 'Signed out there.')} />
        ))}
      </ul>
      {sessions.length > 1 && <Button onClick={() => run(endOthers, 'Signed out everywhere else.')}>Sign out everywhere else</Button>}
    </SettingsCard>
  )
}

function Row({ session, now, end }: { readonly session: Item; readonly now: number; readonly end: () => void }) {
  const { browser, address, signedInAt, lastSeenAt, isCurrent } = session
  const device = deviceWords(browser)
  return (
    <li>
      <span className={rows['who']} title={browser ?? undefined}>
        <span>{device}</span>
        <small>
          signed in {dayOf(signedInAt)} · last used {ago(lastSeenAt, now)}
          {address ? ` · from ${address}` : ''}
        </small>
      </span>
      {isCurrent ? (
        <Chip tone="accent">this one</Chip>
      ) : (
        <Button size="small" aria-label={`Sign out ${device}`} onClick={end}>
          Sign out
        </Button>
      )}
    </li>
  )
}

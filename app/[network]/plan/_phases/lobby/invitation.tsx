'use client'
import { useState } from 'react'
import { useMutate } from '../../../../../lib/client/mutate.ts'
import { useNetwork } from '../../../../../lib/client/network/provider.tsx'
import { useLead } from '../../../../../lib/client/ritual/use-lead.ts'
import { call } from '../../../../../lib/domain/command/call.ts'
import type { Ritual } from '../../../../../lib/domain/entity.ts'
import { toIcs } from '../../../../../lib/domain/ritual/output/ics.ts'
import { networkOf, type Snapshot } from '../../../../../lib/domain/snapshot.ts'
import { dayIn } from '../../../../../lib/domain/time.ts'
import { fullDay } from '../../../../components/needs/day-text.ts'
import { useJoinLink } from '../../../../components/ritual/frame/join-code.tsx'
import { Button } from '../../../../components/ui/button.tsx'
import { TextField } from '../../../../components/ui/field.tsx'
import styles from './lobby.module.css'
import { morningOf } from './morning.ts'

type Asked = { readonly snapshot: Snapshot; readonly on: string; readonly link: string | null }

/** The day of the session, for any calendar. */
function invitationOf({ id, title, code }: Ritual, { snapshot, on, link }: Asked): string {
  const text = code === null ? title : `Join by the code ${code}. Before: grade the last cycle, draft an objective, name a lead.`
  const calendar = [{ id, on, title, text }]
  const rendering = { networkId: networkOf(snapshot).id, sequence: snapshot.revision, nameOf: () => '', link }
  return toIcs({ kind: 'plan', title, day: on, lead: '', facts: [], sections: [], calendar }, rendering)
}

function save(text: string, fileName: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/calendar' }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

/** When the session takes place, set by who leads it; and its day as a file for calendars. */
export function Invitation({ ritual }: { readonly ritual: Ritual }) {
  const { snapshot } = useNetwork()
  const mutate = useMutate()
  const isLead = useLead(ritual)
  const link = useJoinLink(ritual)
  const { timeZone } = networkOf(snapshot)
  const day = ritual.startsAt === null ? null : dayIn(timeZone, ritual.startsAt)
  const setDay = (next: string) => {
    const startsAt = next === '' ? null : morningOf(timeZone, next)
    if (next !== (day ?? '')) void mutate([call('ritual.update', { id: ritual.id, set: { startsAt } })])
  }
  if (!isLead && day === null) return null
  return (
    <div className={styles['invitation']}>
      {isLead ? <SessionDay day={day ?? ''} setDay={setDay} /> : day !== null && <p>We plan on {fullDay(day)}.</p>}
      {day !== null && (
        <Button
          size="small"
          onClick={() => save(invitationOf(ritual, { snapshot, on: day, link }), `${ritual.title.replace(/[^\p{L}\p{N}]+/gu, '-')}.ics`)}
        >
          Calendar (.ics)
        </Button>
      )}
    </div>
  )
}

/** A year is typed digit by digit, and each digit makes a date: it counts when the field is left or Enter is pressed. */
function SessionDay({ day, setDay }: { readonly day: string; readonly setDay: (day: string) => void }) {
  const [typed, setTyped] = useState<string | null>(null)
  const finish = () => {
    if (typed !== null) setDay(typed)
    setTyped(null)
  }
  return (
    <TextField
      label="Day of the session"
      type="date"
      min="2000-01-01"
      max="9999-12-31"
      value={typed ?? day}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={finish}
      onKeyDown={(event) => event.key === 'Enter' && finish()}
    />
  )
}

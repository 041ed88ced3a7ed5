'use client'
import { useMutate } from '../../../../../lib/client/mutate.ts'
import { useNetwork } from '../../../../../lib/client/network/provider.tsx'
import { serverNow } from '../../../../../lib/client/ritual/server-time.ts'
import { useLead } from '../../../../../lib/client/ritual/use-lead.ts'
import { call } from '../../../../../lib/domain/command/call.ts'
import type { Ritual } from '../../../../../lib/domain/entity.ts'
import { endOfSession, sessionFile } from '../../../../../lib/domain/ritual/output/session-ics.ts'
import { networkOf, type Snapshot } from '../../../../../lib/domain/snapshot.ts'
import { dayIn } from '../../../../../lib/domain/time.ts'
import { fullDay } from '../../../../components/needs/day-text.ts'
import { useJoinLink } from '../../../../components/ritual/frame/join-code.tsx'
import { Button } from '../../../../components/ui/button.tsx'
import styles from './lobby.module.css'
import { clockOf, startOn } from './session-start.ts'
import { StartFields } from './start-fields.tsx'

type Asked = { readonly snapshot: Snapshot; readonly startsAt: string; readonly link: string | null }

/** The session at its hours, for any calendar: the event that the mails about it hold, too. */
function invitationOf({ id, kind, title, code }: Ritual, { snapshot, startsAt, link }: Asked): string {
  const text = code === null ? title : `Join by the code ${code}. Before: grade the last cycle, draft an objective, name a lead.`
  const date = { id, networkId: networkOf(snapshot).id, kind, title, startsAt, text, link }
  return sessionFile(date, { sequence: snapshot.revision, now: new Date(serverNow()).toISOString() })
}

function save(text: string, fileName: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/calendar' }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

/** When the session takes place, set by who leads it; and its hours as a file for calendars. */
export function Invitation({ ritual }: { readonly ritual: Ritual }) {
  const { snapshot } = useNetwork()
  const mutate = useMutate()
  const isLead = useLead(ritual)
  const link = useJoinLink(ritual)
  const { timeZone } = networkOf(snapshot)
  const { startsAt } = ritual
  const day = startsAt && dayIn(timeZone, startsAt)
  const clock = startsAt && clockOf(timeZone, Date.parse(startsAt))
  const until = startsAt && clockOf(timeZone, endOfSession({ kind: ritual.kind, startsAt }))
  const set = (next: string | null, at: string) =>
    void mutate([call('ritual.update', { id: ritual.id, set: { startsAt: next && startOn(timeZone, next, at) } })])
  if (!isLead && startsAt === null) return null
  const zone = `by the clocks of ${timeZone ?? 'UTC'}`
  return (
    <div className={styles['invitation']}>
      {isLead && <StartFields day={day} clock={clock} until={until && `${until} ${zone}`} set={set} />}
      {!isLead && day !== null && (
        <p>
          We plan on {fullDay(day)}, {clock} to {until} {zone}.
        </p>
      )}
      {startsAt !== null && (
        <Button
          size="small"
          onClick={() => save(invitationOf(ritual, { snapshot, startsAt, link }), `${ritual.title.replace(/[^\p{L}\p{N}]+/gu, '-')}.ics`)}
        >
          Calendar (.ics)
        </Button>
      )}
    </div>
  )
}

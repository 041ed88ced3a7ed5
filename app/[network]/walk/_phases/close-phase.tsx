'use client'
import { useMemo, useState } from 'react'
import { useAction } from '../../../../lib/client/actions/use-action.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import type { RitualItem } from '../../../../lib/domain/entity.ts'
import { find, listOf } from '../../../../lib/domain/snapshot.ts'
import { counted } from '../../../components/graph/words.ts'
import { walkActions } from '../_session/actions.ts'
import { pressFocused } from '../_session/press-focused.ts'
import { stopsOf } from '../_session/steps.ts'
import { useAttendance } from '../_session/use-attendance.ts'
import { useItems } from '../_session/use-items.ts'
import { usePublish } from '../_session/use-publish.ts'
import type { Session } from '../_session/use-session.ts'
import styles from './close.module.css'
import { OnSubject, OwnerAndDay } from './said.tsx'

type Props = {
  readonly session: Session
  readonly mayWrite: boolean
  /** opens the line of an entry */
  readonly onEdit: (item: RitualItem) => void
}

function isMissing({ kind, ownerId, dueOn }: RitualItem): boolean {
  return kind === 'action' && (ownerId === null || dueOn === null)
}

const kinds: readonly RitualItem['kind'][] = ['decision', 'action']

/** What the walk leaves: every decision and action with its owner and day; one key publishes it. */
export function ClosePhase({ session, mayWrite, onEdit }: Props) {
  const { items, remove } = useItems(session.ritual)
  const entries = useMemo(() => kinds.flatMap((kind) => items.filter((item) => item.kind === kind)), [items])
  const [at, setAt] = useState(0)
  const current = entries[Math.min(at, entries.length - 1)]
  const isActive = mayWrite && current !== undefined
  useAction(walkActions.down, () => setAt(Math.min(entries.length - 1, at + 1)), { enabled: isActive })
  useAction(walkActions.up, () => setAt(Math.max(0, at - 1)), { enabled: isActive })
  useAction(walkActions.edit, () => pressFocused() || (current && onEdit(current)), { enabled: isActive })
  useAction(walkActions.remove, () => current && void remove(current.id), { enabled: isActive })
  const missing = entries.filter(isMissing).length
  const count = (kind: RitualItem['kind']) => items.filter((item) => item.kind === kind).length
  return (
    <div className={styles['close']}>
      <div>
        <h1>
          {counted(count('decision'), 'decision')}, {counted(count('action'), 'action')}
          {missing > 0 && `, ${missing}\u00A0without an owner or a day`}
        </h1>
        {entries.length === 0 && (
          <p className={styles['quiet']}>Nothing was decided. D writes a decision, A an action; both can still be added now.</p>
        )}
        <ul className={styles['entries']} aria-label="Decisions and actions">
          {entries.map((item, place) => (
            <li
              key={item.id}
              data-missing={isMissing(item) || undefined}
              data-current={(mayWrite && item === current) || undefined}
              aria-current={mayWrite && item === current ? 'true' : undefined}
            >
              <span className={styles['kind']}>{item.kind === 'decision' ? 'Decision' : 'Action'}</span>
              <button type="button" className={styles['text']} disabled={!mayWrite} onFocus={() => setAt(place)} onClick={() => onEdit(item)}>
                {item.text}
                <OnSubject item={item} />
              </button>
              <OwnerAndDay item={item} />
            </li>
          ))}
        </ul>
        {mayWrite && entries.length > 0 && (
          <p className={styles['keys']}>
            <kbd>Enter</kbd> corrects the line, <kbd>Delete</kbd> takes it out
          </p>
        )}
      </div>
      <Side session={session} items={items} />
    </div>
  )
}

function Side({ session, items }: { readonly session: Session; readonly items: readonly RitualItem[] }) {
  const { ritual } = session
  const parked = items.filter(({ kind }) => kind === 'parked')
  const attendance = useAttendance(ritual)
  const publish = usePublish(ritual, attendance.ids)
  useAction(walkActions.publish, publish.run, { enabled: session.isDriver && !publish.isBusy })
  const stops = stopsOf(ritual)
  const seen = stops.filter(({ seenAt }) => seenAt !== null).length
  return (
    <aside className={styles['side']}>
      <section>
        <h2>Visited</h2>
        <p>
          {seen} of {counted(stops.length, 'stop')}; {counted(ritual.expected ?? 0, 'key result')} not discussed, as expected.
        </p>
      </section>
      {parked.length > 0 && (
        <section>
          <h2>Parked</h2>
          <ul>
            {parked.map((item) => (
              <li key={item.id}>
                {item.text}
                <OnSubject item={item} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <Attendance attendance={attendance} mayChange={session.isDriver} />
      {session.isDriver ? (
        <div className={styles['ends']}>
          <button type="button" className={styles['publish']} disabled={publish.isBusy} onClick={publish.run}>
            Publish the minutes
          </button>
          <button type="button" className={styles['off']} disabled={publish.isBusy} onClick={publish.callOff}>
            Call the walk off, without minutes
          </button>
        </div>
      ) : (
        <p className={styles['quiet']}>Who leads the walk publishes the minutes.</p>
      )}
    </aside>
  )
}

type AttendanceProps = { readonly attendance: ReturnType<typeof useAttendance>; readonly mayChange: boolean }

/** Who was there: those who have the walk open, and whoever is named. */
function Attendance({ attendance: { ids, toggle }, mayChange }: AttendanceProps) {
  const { snapshot } = useNetwork()
  const [isAll, setAll] = useState(false)
  const people = listOf(snapshot, 'person')
  const shown = isAll ? people : people.filter(({ id }) => ids.includes(id))
  return (
    <section>
      <h2>{ids.length === 0 ? 'Who was there?' : `${ids.length} here`}</h2>
      <div className={styles['people']}>
        {shown.map(({ id }) => (
          <button key={id} type="button" aria-pressed={ids.includes(id)} disabled={!mayChange} onClick={() => toggle(id)}>
            {find(snapshot, 'person', id)?.name}
          </button>
        ))}
        {mayChange && people.length > ids.length && (
          <button type="button" aria-expanded={isAll} onClick={() => setAll(!isAll)}>
            {isAll ? 'Fewer' : 'More people'}
          </button>
        )}
      </div>
    </section>
  )
}

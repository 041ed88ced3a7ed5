'use client'
import { type FocusEvent, useState } from 'react'
import { TextField } from '../../../../components/ui/field.tsx'
import styles from './lobby.module.css'
import { usualClock } from './session-start.ts'

type Props = {
  /** null where nobody has said */
  readonly day: string | null
  readonly clock: string | null
  /** until when people keep free; null where there is no day */
  readonly until: string | null
  /** null takes the day away */
  readonly set: (day: string | null, clock: string) => void
}

/**
 * The day and the hour of a session. A year is typed digit by digit, and each digit makes a date: what is typed counts when a field is left
 * or Enter is pressed, and half a date or half an hour counts as none.
 */
export function StartFields({ day, clock, until, set }: Props) {
  const [typedDay, setTypedDay] = useState<string | null>(null)
  const [typedClock, setTypedClock] = useState<string | null>(null)
  const [chosen, setChosen] = useState(usualClock)
  const shownClock = clock ?? chosen
  const finishDay = (field: HTMLInputElement) => {
    setTypedDay(null)
    if (typedDay !== null && typedDay !== (day ?? '') && !field.validity.badInput) set(typedDay === '' ? null : typedDay, shownClock)
  }
  const finishClock = () => {
    setTypedClock(null)
    if (typedClock === null || typedClock === '' || typedClock === shownClock) return
    setChosen(typedClock)
    if (day !== null) set(day, typedClock)
  }
  return (
    <div className={styles['start']}>
      <TextField
        label="Day of the session"
        type="date"
        min="2000-01-01"
        max="9999-12-31"
        value={typedDay ?? day ?? ''}
        onChange={(event) => setTypedDay(event.currentTarget.value)}
        onBlur={(event: FocusEvent<HTMLInputElement>) => finishDay(event.currentTarget)}
        onKeyDown={(event) => event.key === 'Enter' && finishDay(event.currentTarget)}
      />
      <TextField
        label="Begins at"
        type="time"
        value={typedClock ?? shownClock}
        hint={until === null ? null : `Three hours, until ${until}`}
        onChange={(event) => setTypedClock(event.currentTarget.value)}
        onBlur={finishClock}
        onKeyDown={(event) => event.key === 'Enter' && finishClock()}
      />
    </div>
  )
}

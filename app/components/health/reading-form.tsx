'use client'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useKeptDraft } from '../../../lib/client/drafts/use-kept-draft.ts'
import { freshId } from '../../../lib/client/fresh-id.ts'
import { readNumber } from '../../../lib/client/metric-text.ts'
import { useTellEditing } from '../../../lib/client/presence/use-presence.ts'
import { showToast } from '../../../lib/client/toast.ts'
import { type CommandCall, call } from '../../../lib/domain/command/call.ts'
import type { HealthMetric } from '../../../lib/domain/entity.ts'
import { bandText } from '../../../lib/domain/health/sentence.ts'
import { healthOf } from '../../../lib/domain/health/status.ts'
import { DraftOffer, EditingChip } from '../presence/field-notes.tsx'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import styles from './health.module.css'
import { HealthBadge } from './health-badge.tsx'

type Props = {
  readonly metric: HealthMetric
  readonly onSave: (call: CommandCall) => void
  readonly onLeave: () => void
  readonly className?: string | undefined
}

/** The sentence of a reading while it is typed: others see that somebody reads, and a reload loses nothing. */
function useReading({ id, current }: HealthMetric) {
  const [text, setText] = useState(current === null ? '' : String(current))
  const [note, setNote] = useState('')
  const place = useMemo(() => ({ entity: 'healthMetric', id, field: 'reading.note' }) as const, [id])
  const draft = useKeptDraft(place)
  useTellEditing(place, note !== '')
  const writeNote = (next: string) => {
    setNote(next)
    draft.keep(next)
  }
  return { text, setText, note, writeNote, place, draft, value: text.trim() === '' ? null : readNumber(text) }
}

/** A reading in one line: a number, and a sentence if one likes. The shield says at once what the number means. Enter saves, Esc leaves. */
export function ReadingForm({ metric, onSave, onLeave, className }: Props) {
  const { text, setText, note, writeNote, place, draft, value } = useReading(metric)
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => {
    first.current?.select()
    first.current?.form?.scrollIntoView({ block: 'nearest' })
  }, [])
  const leave = () => {
    draft.done()
    onLeave()
  }
  const save = () => {
    if (value === null) {
      showToast(text.trim() === '' ? 'Give the number that you read.' : `“${text.trim()}” is no number.`, { tone: 'error' })
      return first.current?.focus()
    }
    onSave(call('healthReading.create', { id: freshId('healthReading'), healthMetricId: metric.id, value, note: note.trim() || null }))
    draft.sent(note)
    onLeave()
  }
  const band = bandText(metric)
  return (
    <form
      className={classNames(styles['form'], className)}
      aria-label={`Read ${metric.name}`}
      data-scope="text"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') leave()
        else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) save()
        else return
        event.preventDefault()
        event.stopPropagation()
      }}
    >
      <HealthBadge status={value === null ? 'unknown' : healthOf({ ...metric, current: value })} size={20} />
      <label className={styles['value']}>
        <input
          ref={first}
          aria-label="Value"
          inputMode="decimal"
          aria-invalid={text.trim() !== '' && value === null}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <span className={styles['quiet']}>{band === null ? metric.unit : `should be ${band}`}</span>
      </label>
      <input
        className={styles['note']}
        aria-label="Note"
        placeholder="Why? In a sentence, if you like"
        maxLength={1_000}
        value={note}
        onChange={(event) => writeNote(event.currentTarget.value)}
      />
      <Button type="submit" tone="primary" size="small">
        Keep
      </Button>
      <Button size="small" tone="quiet" onClick={leave}>
        Cancel
      </Button>
      <EditingChip place={place} />
      <DraftOffer draft={draft} now={note} onKeep={writeNote} />
    </form>
  )
}

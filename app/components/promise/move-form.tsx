'use client'
import { type FormEvent, type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useKeptDraft } from '../../../lib/client/drafts/use-kept-draft.ts'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { useTellEditing } from '../../../lib/client/presence/use-presence.ts'
import { useQuickAddContext } from '../../../lib/client/quick-line.ts'
import type { Dependency } from '../../../lib/domain/entity.ts'
import type { OpenMove } from '../../../lib/domain/promise/moves.ts'
import { settle } from '../../../lib/domain/promise/terms.ts'
import { readDay } from '../../../lib/domain/quick-add/due.ts'
import { addDays } from '../../../lib/domain/time.ts'
import { dayText, fullDay } from '../needs/day-text.ts'
import { DraftOffer, EditingChip } from '../presence/field-notes.tsx'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { GivesThrough } from './gives-through.tsx'
import { dayIsOf, detailsOf, type MoveDraft } from './move-details.ts'
import styles from './promise.module.css'
import { ReasonField } from './reason-field.tsx'
import type { MoveDetails } from './use-promise.ts'

type Props = {
  readonly need: Dependency
  readonly move: OpenMove
  readonly onMove: (details: MoveDetails) => void
  readonly onCancel: () => void
}

const weekDays = 7

/** The few words that a move needs or takes, under the buttons. The first field has the focus; Enter sends, Esc puts it away. */
export function MoveForm({ need, move, onMove, onCancel }: Props) {
  const { today } = useNetwork()
  const context = useQuickAddContext()
  const form = useRef<HTMLFormElement>(null)
  const stands = useMemo(() => settle(need, need.terms), [need])
  const [draft, setDraft] = useState<MoveDraft>(() => ({
    when: dayText(move.move === 'defer' ? addDays(today, weekDays) : stands.promisedOn, context),
    what: stands.what,
    condition: stands.condition ?? '',
    reason: '',
    keyResultId: null,
  }))
  const [fault, setFault] = useState<string | null>(null)
  const has = (part: OpenMove['needs'][number]) => move.needs.includes(part) || move.takes.includes(part)
  const day = draft.when.trim() === '' ? null : readDay(draft.when, context)
  const place = useMemo(() => ({ entity: 'dependency', id: need.id, field: 'move.reason' }) as const, [need.id])
  const kept = useKeptDraft(place)
  useTellEditing(place, true)
  const cancel = () => {
    kept.done()
    onCancel()
  }
  const change = (part: Partial<MoveDraft>) => {
    setFault(null)
    if (part.reason !== undefined) kept.keep(part.reason)
    setDraft((before) => ({ ...before, ...part }))
  }
  useEffect(() => {
    const first = form.current?.querySelector<HTMLElement>('input, textarea, button')
    first?.focus()
    if (first instanceof HTMLInputElement) first.select()
  }, [])
  const send = () => {
    const details = detailsOf(move, draft, { stands, day })
    if (typeof details === 'string') setFault(details)
    else {
      kept.sent(draft.reason)
      onMove(details)
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') cancel()
    else if (event.key === 'Enter' && !event.shiftKey && !(event.target instanceof HTMLButtonElement)) send()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send()
  }
  return (
    <form ref={form} className={styles['form']} aria-label={move.label} data-scope="text" onSubmit={submit} onKeyDown={onKeyDown}>
      {(has('terms') || has('day')) && (
        <TextField
          label={dayIsOf(move.move)}
          placeholder="fri, 31 mar, in 2 weeks"
          value={draft.when}
          hint={day === null ? 'No date' : fullDay(day)}
          onChange={(event) => change({ when: event.currentTarget.value })}
        />
      )}
      {has('terms') && (
        <>
          <TextField label="What" value={draft.what} maxLength={500} onChange={(event) => change({ what: event.currentTarget.value })} />
          <TextField
            label="How we know that it is met"
            value={draft.condition}
            placeholder="Optional"
            onChange={(event) => change({ condition: event.currentTarget.value })}
          />
        </>
      )}
      {has('keyResult') && <GivesThrough need={need} value={draft.keyResultId} onChange={(keyResultId) => change({ keyResultId })} />}
      <ReasonField
        isNeeded={move.needs.includes('reason')}
        isWrong={fault !== null && move.needs.includes('reason') && draft.reason.trim() === ''}
        value={draft.reason}
        onChange={(reason) => change({ reason })}
      />
      <EditingChip place={place} />
      <DraftOffer draft={kept} now={draft.reason} onKeep={(reason) => change({ reason })} />
      {fault && (
        <p role="alert" className={styles['fault']}>
          {fault}
        </p>
      )}
      <div className={styles['formFoot']}>
        <Button size="small" onClick={cancel}>
          Cancel
        </Button>
        <Button size="small" tone="primary" type="submit">
          {move.label}
        </Button>
      </div>
    </form>
  )
}

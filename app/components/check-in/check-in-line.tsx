'use client'
import { useEffect, useRef, useState } from 'react'
import { freshId } from '../../../lib/client/fresh-id.ts'
import { readValue, valueField, valueHint } from '../../../lib/client/metric-text.ts'
import { showToast } from '../../../lib/client/toast.ts'
import { type CommandCall, call } from '../../../lib/domain/command/call.ts'
import type { KeyResult } from '../../../lib/domain/entity.ts'
import { confidenceFromTen, confidenceInTen } from '../../../lib/domain/okr/confidence.ts'
import { DraftOffer, EditingChip } from '../presence/field-notes.tsx'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import styles from './check-in-line.module.css'
import { ConfidenceChoice } from './confidence-choice.tsx'
import { useNote } from './use-note.ts'

type Props = {
  readonly keyResult: KeyResult
  readonly onSave: (call: CommandCall) => void
  readonly onLeave: () => void
  readonly className?: string | undefined
}

/** A hint as the rest of a sentence. */
function hint(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1)
}

/** What was typed, as far as it can be read. */
function useReport(keyResult: KeyResult) {
  const [text, setText] = useState(() => valueField(keyResult.metric))
  const [confidence, setConfidence] = useState(keyResult.confidence === null ? null : confidenceInTen(keyResult.confidence))
  const { note, setNote, draft, place } = useNote(keyResult)
  const value = text.trim() === '' ? null : readValue(keyResult.metric, text)
  const isMisfit = text.trim() !== '' && value === null
  return { text, setText, confidence, setConfidence, note, setNote, draft, place, value, isMisfit }
}

/** A check-in in one line: value, confidence and a note. Enter saves, Esc leaves. */
export function CheckInLine({ keyResult, onSave, onLeave, className }: Props) {
  const { text, setText, confidence, setConfidence, note, setNote, draft, place, value, isMisfit } = useReport(keyResult)
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.select(), [])
  const refuse = () => {
    showToast(isMisfit ? `“${text.trim()}” does not fit. Write ${hint(valueHint(keyResult.metric))}.` : 'Give a value, a confidence or a sentence.', {
      tone: 'error',
    })
    first.current?.focus()
  }
  const save = () => {
    if (isMisfit || (value === null && confidence === null && note.trim() === '')) return refuse()
    onSave(
      call('checkIn.create', {
        id: freshId('checkIn'),
        keyResultId: keyResult.id,
        value,
        confidence: confidence === null ? null : confidenceFromTen(confidence),
        note: note.trim() || null,
      }),
    )
    draft.sent(note)
    onLeave()
  }
  const leave = () => {
    draft.done()
    onLeave()
  }
  return (
    <form
      className={classNames(styles['report'], className)}
      aria-label={`Check in on ${keyResult.title}`}
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
      <input
        ref={first}
        className={styles['value']}
        aria-label="Value"
        aria-invalid={isMisfit}
        title={valueHint(keyResult.metric)}
        placeholder={valueHint(keyResult.metric)}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <ConfidenceChoice value={confidence} onChange={setConfidence} />
      <input
        className={styles['note']}
        aria-label="Note"
        placeholder="What happened?"
        value={note}
        onChange={(event) => setNote(event.currentTarget.value, true)}
      />
      <Button type="submit" tone="primary" size="small">
        Check in
      </Button>
      <Button size="small" tone="quiet" onClick={leave}>
        Cancel
      </Button>
      <EditingChip place={place} />
      <DraftOffer draft={draft} now={note} onKeep={(kept) => setNote(kept, true)} />
    </form>
  )
}

'use client'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { freshId } from '../../../../lib/client/fresh-id.ts'
import { readValue, valueField, valueHint } from '../../../../lib/client/metric-text.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { levelOf, type RecordRow } from '../../../../lib/client/outline/row.ts'
import { showToast } from '../../../../lib/client/toast.ts'
import { call } from '../../../../lib/domain/command/call.ts'
import { confidenceFromTen, confidenceInTen } from '../../../../lib/domain/okr/confidence.ts'
import { find } from '../../../../lib/domain/snapshot.ts'
import { Button } from '../../../components/ui/button.tsx'
import { classNames } from '../../../components/ui/class-names.ts'
import styles from './entry-rows.module.css'
import { useOutline } from './outline-context.ts'

const tenths = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const

type ConfidenceProps = { readonly value: number | null; readonly onChange: (value: number) => void }

/** Confidence by number keys, arrows or a press; 10 by pressing 1 and 0, or the arrow after 9. */
function ConfidenceChoice({ value, onChange }: ConfidenceProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (!/^\d$/.test(event.key)) return
    event.preventDefault()
    onChange(event.key === '0' && value === 1 ? 10 : Number(event.key))
  }
  return (
    <fieldset className={styles['confidenceChoice']} onKeyDown={onKeyDown}>
      <legend className="visually-hidden">Confidence from 0 to 10</legend>
      {tenths.map((tenth) => (
        <label key={tenth} className={classNames(styles['tenth'], value === tenth && styles['chosen'])}>
          <input type="radio" name="confidence" className="visually-hidden" checked={value === tenth} onChange={() => onChange(tenth)} />
          {tenth}
        </label>
      ))}
    </fieldset>
  )
}

/** A hint as the rest of a sentence. */
function hint(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1)
}

/** A check-in in place: value, confidence and a note. */
export function ReportRow({ row }: { readonly row: RecordRow }) {
  const { snapshot } = useNetwork()
  const { run, state } = useOutline()
  const keyResult = find(snapshot, 'keyResult', row.id)
  const [text, setText] = useState(keyResult ? valueField(keyResult.metric) : '')
  const [confidence, setConfidence] = useState<number | null>(keyResult?.confidence != null ? confidenceInTen(keyResult.confidence) : null)
  const [note, setNote] = useState('')
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.select(), [])
  if (!keyResult) return null
  const value = text.trim() === '' ? null : readValue(keyResult.metric, text)
  const isMisfit = text.trim() !== '' && value === null
  const isEmpty = value === null && confidence === null && note.trim() === ''
  const leave = () => {
    state.setReporting(null)
    state.focusOn({ key: row.key, column: 'title' })
  }
  const refuse = () => {
    showToast(isMisfit ? `“${text.trim()}” does not fit. Write ${hint(valueHint(keyResult.metric))}.` : 'Give a value, a confidence or a sentence.', {
      tone: 'error',
    })
    first.current?.focus()
  }
  const save = () => {
    if (isMisfit || isEmpty) return refuse()
    run(
      [
        call('checkIn.create', {
          id: freshId('checkIn'),
          keyResultId: keyResult.id,
          value,
          confidence: confidence === null ? null : confidenceFromTen(confidence),
          note: note.trim() || null,
        }),
      ],
      'Checked in',
    )
    leave()
  }
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the fields in it take the focus
    <div role="row" aria-level={levelOf.kr + 1} className={styles['reportRow']}>
      {/* biome-ignore lint/a11y/useFocusableInteractive: the fields in it take the focus */}
      <div role="gridcell">
        <form
          className={styles['report']}
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
            className={styles['reportValue']}
            aria-label="Value"
            aria-invalid={isMisfit}
            title={valueHint(keyResult.metric)}
            placeholder={valueHint(keyResult.metric)}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <ConfidenceChoice value={confidence} onChange={setConfidence} />
          <input
            className={styles['reportNote']}
            aria-label="Note"
            placeholder="What happened?"
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <Button type="submit" tone="primary" size="small">
            Check in
          </Button>
          <Button size="small" tone="quiet" onClick={leave}>
            Cancel
          </Button>
        </form>
      </div>
    </div>
  )
}

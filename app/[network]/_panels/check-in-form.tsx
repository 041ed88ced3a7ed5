'use client'

import { type FormEvent, type Ref, useId, useState } from 'react'
import { freshId } from '../../../lib/client/fresh-id.ts'
import { typedNumber } from '../../../lib/client/metric-text.ts'
import { useMutate } from '../../../lib/client/mutate.ts'
import type { KeyResult } from '../../../lib/domain/entity.ts'
import { asId } from '../../../lib/domain/ids.ts'
import type { CheckInValue, Metric } from '../../../lib/domain/metric.ts'
import { confidenceFromTen, confidenceInTen } from '../../../lib/domain/okr/confidence.ts'
import { ordinalZones } from '../../../lib/domain/vocabulary.ts'
import { useNote } from '../../components/check-in/use-note.ts'
import { DraftOffer, EditingChip } from '../../components/presence/field-notes.tsx'
import { Button } from '../../components/ui/button.tsx'
import field from './field.module.css'
import panel from './panel.module.css'
import frame from './panel-frame.module.css'

/** The value now, as text to begin with. */
function currentText(metric: Metric): string {
  if (metric.kind === 'milestone') return ''
  return metric.current === null ? '' : String(metric.current)
}

/** What was typed as a value to report; null reports none, undefined is not a value. */
function readValue(metric: Metric, text: string, steps: readonly (number | null)[]): CheckInValue | null | undefined {
  switch (metric.kind) {
    case 'milestone':
      return [...steps]
    case 'boolean':
      return text === '' ? null : Number(text)
    case 'ordinal':
      return ordinalZones.find((zone) => zone === text) ?? null
    default:
      return typedNumber(text)
  }
}

type FormProps = { readonly keyResult: KeyResult; readonly valueRef?: Ref<HTMLInputElement & HTMLSelectElement> }

/** Reports where a key result stands: value, confidence from 0 to 10, and a sentence. */
export function CheckInForm({ keyResult, valueRef }: FormProps) {
  const { metric } = keyResult
  const id = useId()
  const mutate = useMutate()
  const now = keyResult.confidence === null ? '' : String(Math.round(confidenceInTen(keyResult.confidence)))
  const [text, setText] = useState(() => currentText(metric))
  const [steps, setSteps] = useState(() => (metric.kind === 'milestone' ? metric.steps.map(({ done }) => done) : []))
  const [confidence, setConfidence] = useState(now)
  const { note, setNote, draft, place } = useNote(keyResult)
  const value = readValue(metric, text, steps)
  const sure = confidence === '' ? null : Number(confidence)
  const fits = value !== undefined && (sure === null || (sure >= 0 && sure <= 10))

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!fits) return
    const input = {
      id: freshId('checkIn'),
      keyResultId: asId<'keyResult'>(keyResult.id),
      value,
      confidence: sure === null ? null : confidenceFromTen(sure),
      note: note.trim() || null,
    }
    void mutate([{ name: 'checkIn.create', input }], { toast: `Checked in on “${keyResult.title}”` })
    draft.sent(note)
    setNote('')
  }

  return (
    <form onSubmit={submit} className={frame['section']} aria-label="Check in">
      <div className={frame['row']}>
        <div className={field['field']}>
          <label className={field['label']} htmlFor={`${id}-value`}>
            Value now
          </label>
          <ValueInput id={`${id}-value`} metric={metric} text={text} setText={setText} steps={steps} setSteps={setSteps} valueRef={valueRef} />
          {value === undefined && <p className={field['fault']}>Give a number.</p>}
        </div>
        <div className={field['field']}>
          <label className={field['label']} htmlFor={`${id}-confidence`}>
            Confidence, 0 to 10
          </label>
          <input
            id={`${id}-confidence`}
            type="number"
            min={0}
            max={10}
            step={1}
            className={field['input']}
            value={confidence}
            placeholder="unknown"
            onChange={(event) => setConfidence(event.target.value)}
          />
        </div>
      </div>
      <input
        type="range"
        min={0}
        max={10}
        step={1}
        value={sure ?? 5}
        aria-label="Confidence by slider"
        aria-valuetext={sure === null ? 'unknown' : `${sure} of 10`}
        onChange={(event) => setConfidence(event.target.value)}
      />
      <div className={field['field']}>
        <label className={field['label']} htmlFor={`${id}-note`}>
          In one sentence (optional)
        </label>
        <textarea id={`${id}-note`} rows={2} className={field['input']} value={note} onChange={(event) => setNote(event.target.value, true)} />
        <DraftOffer draft={draft} now={note} onKeep={(text) => setNote(text, true)} />
        <EditingChip place={place} />
      </div>
      <div className={panel['buttons']}>
        <Button type="submit" tone="primary" disabled={!fits}>
          Check in
        </Button>
      </div>
    </form>
  )
}

type ValueProps = {
  readonly id: string
  readonly metric: Metric
  readonly text: string
  readonly setText: (text: string) => void
  readonly steps: readonly (number | null)[]
  readonly setSteps: (steps: (number | null)[]) => void
  readonly valueRef: FormProps['valueRef']
}

function ValueInput({ id, metric, text, setText, steps, setSteps, valueRef }: ValueProps) {
  if (metric.kind === 'milestone')
    return (
      <div id={id} role="group" aria-label="Steps done">
        {metric.steps.map((step, at) => (
          <label key={`${at}-${step.name}`} className={field['choice']} style={{ display: 'flex' }}>
            <input
              type="checkbox"
              checked={steps[at] === 1}
              onChange={(event) => setSteps(metric.steps.map((_, index) => (index === at ? (event.target.checked ? 1 : 0) : (steps[index] ?? null))))}
            />
            {step.name}
          </label>
        ))}
      </div>
    )
  if (metric.kind === 'boolean' || metric.kind === 'ordinal')
    return (
      <select id={id} ref={valueRef} className={field['input']} value={text} onChange={(event) => setText(event.target.value)}>
        <option value="">not said</option>
        {metric.kind === 'boolean' ? (
          <>
            <option value="0">not yet</option>
            <option value="1">yes</option>
          </>
        ) : (
          ordinalZones.map((zone) => (
            <option key={zone} value={zone}>
              {zone}
            </option>
          ))
        )}
      </select>
    )
  return (
    <input
      id={id}
      ref={valueRef}
      inputMode="decimal"
      className={field['input']}
      value={text}
      placeholder="no value yet"
      onChange={(event) => setText(event.target.value)}
    />
  )
}

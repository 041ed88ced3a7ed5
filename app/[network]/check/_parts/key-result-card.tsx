'use client'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useAction } from '../../../../lib/client/actions/use-action.ts'
import { useKeptLine } from '../../../../lib/client/drafts/use-kept-line.ts'
import { freshId } from '../../../../lib/client/fresh-id.ts'
import { aimText, readValue, valueField, valueHint } from '../../../../lib/client/metric-text.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { type CommandCall, call } from '../../../../lib/domain/command/call.ts'
import type { KeyResult } from '../../../../lib/domain/entity.ts'
import { confidenceFromTen, confidenceInTen } from '../../../../lib/domain/okr/confidence.ts'
import type { NumberCard } from '../../../../lib/domain/ritual/check/numbers.ts'
import { find } from '../../../../lib/domain/snapshot.ts'
import { valueInWords } from '../../../components/graph/words.ts'
import { Button } from '../../../components/ui/button.tsx'
import { TextField } from '../../../components/ui/field.tsx'
import { Sparkline } from '../../../components/ui/sparkline.tsx'
import { StatusBadge } from '../../../components/ui/status-badge.tsx'
import { checkActions } from './actions.ts'
import styles from './card.module.css'
import check from './check.module.css'
import { ConfidenceSlider } from './confidence-slider.tsx'
import numbers from './numbers.module.css'
import { placeIn } from './place-in.ts'

export type CardProps = {
  readonly id: string
  readonly card: NumberCard
  readonly ritualId: string
  readonly isOurs: boolean
  /** whether its buttons stand at the foot of the screen, as what is to be done next */
  readonly isFoot: boolean
  readonly tell: (calls: readonly CommandCall[]) => void
  readonly same: () => void
  readonly skip: () => void
}

/** One key result. Where it is deleted meanwhile, its card goes by itself. */
export function KeyResultCard(props: CardProps) {
  const { snapshot } = useNetwork()
  const keyResult = find(snapshot, 'keyResult', props.id)
  return keyResult ? <Card {...props} keyResult={keyResult} /> : null
}

/** What is typed about a key result, and the report that it makes. */
function useReport(keyResult: KeyResult, ritualId: string) {
  const typed = useKeptLine(placeIn(ritualId, `value.${keyResult.id}`), valueField(keyResult.metric))
  const { text } = typed
  const [confidence, setConfidence] = useState(keyResult.confidence === null ? null : confidenceInTen(keyResult.confidence))
  const sentence = useKeptLine(placeIn(ritualId, `note.${keyResult.id}`))
  const note = sentence.text
  const value = text.trim() === '' ? null : readValue(keyResult.metric, text)
  const error = text.trim() !== '' && value === null ? `Write this as ${valueHint(keyResult.metric).toLowerCase()}.` : null
  const said = { value, confidence: confidence === null ? null : confidenceFromTen(confidence), note: note.trim() || null }
  const isEmpty = said.value === null && said.confidence === null && said.note === null
  const report = () => call('checkIn.create', { id: freshId('checkIn'), keyResultId: keyResult.id, ...said })
  const sent = () => {
    typed.sent()
    sentence.sent()
  }
  return { text, setText: typed.type, confidence, setConfidence, note, setNote: sentence.type, error, isEmpty, report, sent }
}

function Card({ keyResult, card, ritualId, isOurs, isFoot, tell, same, skip }: CardProps & { readonly keyResult: KeyResult }) {
  const { assessment } = useNetwork()
  const facts = assessment.keyResults.get(keyResult.id)
  const form = useReport(keyResult, ritualId)
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus({ preventScroll: true }), [])
  const save = (event?: FormEvent) => {
    event?.preventDefault()
    if (!isOurs || form.isEmpty) return skip()
    if (form.error !== null) return
    form.sent()
    tell([form.report()])
  }
  useAction(checkActions.next, save)
  return (
    <form className={numbers['form']} onSubmit={save}>
      <div className={styles['card']}>
        <h2 ref={title} tabIndex={-1}>
          {keyResult.title}
        </h2>
        <p className={styles['facts']}>
          {facts && <StatusBadge status={facts.display} showWord />}
          <span>{valueInWords(keyResult.metric)}</span>
          {facts && <Sparkline values={facts.sparkline} label="Progress of the last eight weeks" />}
        </p>
        {facts?.disagrees && <p className={check['warn']}>You say on track; what it depends on says {facts.derived.join(' and ')}.</p>}
        <fieldset disabled={!isOurs} className={numbers['inputs']}>
          <TextField
            label="Value"
            hint={aimText(keyResult.metric)}
            error={form.error}
            value={form.text}
            inputMode={keyResult.metric.kind === 'boolean' || keyResult.metric.kind === 'ordinal' ? 'text' : 'decimal'}
            onFocus={(event) => event.currentTarget.select()}
            onChange={(event) => form.setText(event.currentTarget.value)}
          />
          <ConfidenceSlider value={form.confidence} onChange={form.setConfidence} />
          <TextField
            label="A sentence (optional)"
            maxLength={2_000}
            placeholder="What changed, what is in the way"
            value={form.note}
            onChange={(event) => form.setNote(event.currentTarget.value)}
          />
        </fieldset>
      </div>
      {isOurs && (
        <div className={isFoot ? check['foot'] : styles['choices']}>
          <Button onClick={same} disabled={!card.canRepeat && !card.isTold}>
            Same as last week
          </Button>
          <Button type="submit" tone="primary">
            Save
          </Button>
        </div>
      )}
    </form>
  )
}

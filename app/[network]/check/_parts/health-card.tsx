'use client'
import { type FormEvent, useEffect, useRef } from 'react'
import { useAction } from '../../../../lib/client/actions/use-action.ts'
import { useKeptLine } from '../../../../lib/client/drafts/use-kept-line.ts'
import { freshId } from '../../../../lib/client/fresh-id.ts'
import { readNumber } from '../../../../lib/client/metric-text.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { call } from '../../../../lib/domain/command/call.ts'
import type { HealthMetric } from '../../../../lib/domain/entity.ts'
import { bandText } from '../../../../lib/domain/health/sentence.ts'
import { healthOf } from '../../../../lib/domain/health/status.ts'
import { find } from '../../../../lib/domain/snapshot.ts'
import { HealthBadge } from '../../../components/health/health-badge.tsx'
import { Button } from '../../../components/ui/button.tsx'
import { TextField } from '../../../components/ui/field.tsx'
import { checkActions } from './actions.ts'
import styles from './card.module.css'
import check from './check.module.css'
import type { CardProps } from './key-result-card.tsx'
import numbers from './numbers.module.css'
import { placeIn } from './place-in.ts'

/** One health metric: what is to be kept, not pushed. Where it is deleted meanwhile, its card goes by itself. */
export function HealthCard(props: CardProps) {
  const { snapshot } = useNetwork()
  const metric = find(snapshot, 'healthMetric', props.id)
  return metric ? <Card {...props} metric={metric} /> : null
}

function Card({ metric, card, ritualId, isOurs, isFoot, tell, same, skip }: CardProps & { readonly metric: HealthMetric }) {
  const typed = useKeptLine(placeIn(ritualId, `value.${metric.id}`), metric.current === null ? '' : String(metric.current))
  const sentence = useKeptLine(placeIn(ritualId, `note.${metric.id}`))
  const { text } = typed
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus({ preventScroll: true }), [])
  const value = text.trim() === '' ? null : readNumber(text)
  const isMisread = text.trim() !== '' && value === null
  const save = (event?: FormEvent) => {
    event?.preventDefault()
    if (isMisread) return
    if (!isOurs || value === null) return skip()
    const note = sentence.text.trim() || null
    typed.sent()
    sentence.sent()
    tell([call('healthReading.create', { id: freshId('healthReading'), healthMetricId: metric.id, value, note })])
  }
  useAction(checkActions.next, save)
  return (
    <form className={numbers['form']} onSubmit={save}>
      <div className={styles['card']}>
        <h2 ref={title} tabIndex={-1}>
          {metric.name}
        </h2>
        <p className={styles['facts']}>
          <HealthBadge status={healthOf({ ...metric, current: value })} showWord />
          <span>to be kept, not pushed</span>
        </p>
        <fieldset disabled={!isOurs} className={numbers['inputs']}>
          <TextField
            label="Value"
            hint={bandText(metric)}
            error={isMisread ? 'Write this as a number.' : null}
            value={text}
            inputMode="decimal"
            onFocus={(event) => event.currentTarget.select()}
            onChange={(event) => typed.type(event.currentTarget.value)}
          />
          <TextField
            label="A sentence (optional)"
            maxLength={2_000}
            value={sentence.text}
            onChange={(event) => sentence.type(event.currentTarget.value)}
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

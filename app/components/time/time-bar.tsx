'use client'
import { type RefObject, useMemo } from 'react'
import { readable } from '../../../lib/client/actions/keys.ts'
import { runAction } from '../../../lib/client/actions/registry.ts'
import { dayWords } from '../../../lib/client/moment.ts'
import { messageOf } from '../../../lib/client/mutate.ts'
import { useTime } from '../../../lib/client/network/provider.tsx'
import { isTimeBarOpen } from '../../../lib/client/network/time-bar.ts'
import { addDays } from '../../../lib/domain/time.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/ui-icon.tsx'
import { nextMarkAction, previousMarkAction } from './actions.ts'
import { CompareControls } from './compare-controls.tsx'
import { DayField } from './day-field.tsx'
import { namedSnapshots } from './presets.ts'
import { type Span, spanOf } from './slider-marks.ts'
import styles from './time-bar.module.css'
import { TimeSlider } from './time-slider.tsx'
import { useHeldDay } from './use-held-day.ts'
import { useTimeMoves } from './use-time-travel.ts'

function within({ first, last }: Span, day: string): string {
  return day < first ? first : day > last ? last : day
}

/** Goes through the days of the network: a slider, steps, a date, and what to compare with. */
export function TimeBar({ wantsFocus }: { readonly wantsFocus: RefObject<boolean> }) {
  const { asked, shown, days, present, error, retry } = useTime()
  const { go, backToNow } = useTimeMoves()
  const { held, hold } = useHeldDay()
  const span = useMemo(() => spanOf(days, present.today), [days, present.today])
  const day = within(span, held ?? (asked?.kind === 'day' ? asked.day : asked ? shown.day : present.today))
  const close = () => {
    isTimeBarOpen.set(false)
    backToNow()
  }
  const step = (count: number) => hold(within(span, addDays(day, count)))
  return (
    <section className={styles['bar']} aria-label="Time">
      <DayField label="Day" value={day} span={span} onDay={(to) => go({ kind: 'day', day: to })} />
      {days === null ? (
        <Waiting error={error} retry={retry} />
      ) : span.length === 0 ? (
        <OneDay />
      ) : (
        <>
          <Steps step={step} day={day} span={span} by={-1} />
          <div className={styles['slider']}>
            <TimeSlider span={span} day={day} hold={hold} wantsFocus={wantsFocus} />
          </div>
          <Steps step={step} day={day} span={span} by={1} />
        </>
      )}
      <MarkSteps />
      <CompareControls span={span} />
      <IconButton size="small" label="Close, back to now" onClick={close}>
        <Icon name="close" size={14} />
      </IconButton>
    </section>
  )
}

function Waiting({ error, retry }: { readonly error: Error | null; readonly retry: () => void }) {
  if (!error)
    return (
      <p className={styles['note']} role="status">
        Reading the days …
      </p>
    )
  return (
    <p className={styles['note']} role="alert">
      The days could not be read. {messageOf(error)}{' '}
      <Button size="small" onClick={retry}>
        Try again
      </Button>
    </p>
  )
}

/** A network that began today has no other day yet. */
function OneDay() {
  const { present } = useTime()
  const count = namedSnapshots(present.snapshot).length
  return (
    <p className={styles['note']}>
      This network is one day old: it began on {dayWords(present.today)}.{' '}
      {count === 0 ? 'A snapshot that you name in the history can be gone back to at once.' : 'The named snapshots of today can be gone back to.'}
    </p>
  )
}

type StepsProps = { readonly step: (days: number) => void; readonly day: string; readonly span: Span; readonly by: 1 | -1 }

/** The way without dragging: a day or a week at a time. */
function Steps({ step, day, span, by }: StepsProps) {
  const isEnd = by === 1 ? day >= span.last : day <= span.first
  const words = by === 1 ? 'later' : 'earlier'
  const buttons = [
    <Button
      key="week"
      size="small"
      tone="quiet"
      aria-label={`A week ${words}`}
      title={`A week ${words}`}
      disabled={isEnd}
      onClick={() => step(7 * by)}
    >
      {by === 1 ? '»' : '«'}
    </Button>,
    <Button key="day" size="small" tone="quiet" aria-label={`A day ${words}`} title={`A day ${words}`} disabled={isEnd} onClick={() => step(by)}>
      {by === 1 ? '›' : '‹'}
    </Button>,
  ]
  return <span className={styles['steps']}>{by === 1 ? buttons.toReversed() : buttons}</span>
}

/** The named snapshots before and after what is shown. */
function MarkSteps() {
  const { present, asked } = useTime()
  if (namedSnapshots(present.snapshot).length === 0) return null
  return (
    <span className={styles['steps']}>
      <Button size="small" tone="quiet" title={`The named snapshot before (${readable(',')})`} onClick={() => runAction(previousMarkAction.id)}>
        ‹ named
      </Button>
      <Button
        size="small"
        tone="quiet"
        title={`The next named snapshot (${readable('.')})`}
        disabled={asked === null}
        onClick={() => runAction(nextMarkAction.id)}
      >
        named ›
      </Button>
    </span>
  )
}

'use client'
import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef } from 'react'
import { dayWords } from '../../../lib/client/moment.ts'
import { useTime } from '../../../lib/client/network/provider.tsx'
import type { Cycle } from '../../../lib/domain/entity.ts'
import { listOf } from '../../../lib/domain/snapshot.ts'
import { addDays, daysBetween } from '../../../lib/domain/time.ts'
import { markMoment, namedSnapshots } from './presets.ts'
import { densityPath, type PlacedMark, placeMarks, type Span, shareOf } from './slider-marks.ts'
import styles from './time-slider.module.css'
import { useTimeMoves } from './use-time-travel.ts'
import { useTrackWidth } from './use-track-width.ts'

type Props = {
  readonly span: Span
  /** the day under the thumb */
  readonly day: string
  readonly hold: (day: string) => void
  readonly wantsFocus: RefObject<boolean>
}

/** Half of the thumb: native sliders keep it inside of their track. */
const inset = 8

function left(share: number): string {
  return `calc(${inset}px + (100% - ${2 * inset}px) * ${share.toFixed(5)})`
}

/** What the thumb says: the day, what was named then, and how much changed. */
function valueText(day: string, marks: readonly PlacedMark[], changes: number): string {
  const names = marks.filter((mark) => mark.day === day).map(({ mark }) => mark.name)
  const count = changes === 0 ? 'no change' : changes === 1 ? '1 change' : `${changes} changes`
  return [dayWords(day), ...names, count].join(', ')
}

/** The days of the network as a slider: how much changed behind it, named snapshots above it, cycles below. */
export function TimeSlider({ span, day, hold, wantsFocus }: Props) {
  const { present, days, from } = useTime()
  const input = useRef<HTMLInputElement>(null)
  const [track, width] = useTrackWidth()
  useEffect(() => {
    if (wantsFocus.current) input.current?.focus()
    wantsFocus.current = false
  }, [wantsFocus])
  const marks = useMemo(
    () => placeMarks(namedSnapshots(present.snapshot), { days, span, width: width - 2 * inset }),
    [present.snapshot, days, span, width],
  )
  const density = useMemo(() => (days ? densityPath(days, span) : ''), [days, span])
  const changes = days?.days.find((each) => each.day === day)?.changes ?? 0
  const onKeyDown = (event: KeyboardEvent) => {
    const weeks = event.key === 'PageUp' ? 1 : event.key === 'PageDown' ? -1 : 0
    if (weeks === 0) return
    event.preventDefault()
    const to = addDays(day, weeks * 7)
    hold(to < span.first ? span.first : to > span.last ? span.last : to)
  }
  return (
    <div ref={track} className={styles['track']}>
      <Names marks={marks} />
      <svg className={styles['density']} viewBox="0 0 1000 100" preserveAspectRatio="none" aria-hidden="true">
        <path d={density} />
      </svg>
      {from && <Between from={shareOf(span, from.day)} to={shareOf(span, day)} />}
      <input
        ref={input}
        type="range"
        className={styles['input']}
        data-time-slider=""
        aria-label="Day that is shown"
        aria-valuetext={valueText(day, marks, changes)}
        min={0}
        max={span.length}
        step={1}
        value={Math.max(0, daysBetween(span.first, day))}
        disabled={span.length === 0}
        onChange={(event) => hold(addDays(span.first, Number(event.currentTarget.value)))}
        onKeyDown={onKeyDown}
      />
      <Cycles cycles={listOf(present.snapshot, 'cycle')} span={span} />
    </div>
  )
}

function Names({ marks }: { readonly marks: readonly PlacedMark[] }) {
  const { go } = useTimeMoves()
  return (
    <ul className={styles['names']} aria-label="Named snapshots">
      {marks.map(({ mark, share, day, hasName }) => (
        <li key={mark.id} style={{ left: left(share) }} data-edge={share > 0.9 ? 'end' : share < 0.1 ? 'start' : undefined}>
          <button
            type="button"
            title={`${mark.name}, ${dayWords(day)}`}
            aria-label={`${mark.name}, ${dayWords(day)}`}
            onClick={() => go(markMoment(mark))}
          >
            {hasName && <span aria-hidden="true">{mark.name}</span>}
          </button>
        </li>
      ))}
    </ul>
  )
}

/** What lies between the two moments that are compared. */
function Between({ from, to }: { readonly from: number; readonly to: number }) {
  const [first, last] = from < to ? [from, to] : [to, from]
  return (
    <span aria-hidden="true">
      <span className={styles['between']} style={{ left: left(first), width: `calc((100% - ${2 * inset}px) * ${(last - first).toFixed(5)})` }} />
      <span className={styles['from']} style={{ left: left(first) }} />
    </span>
  )
}

function Cycles({ cycles, span }: { readonly cycles: readonly Cycle[]; readonly span: Span }) {
  const shown = cycles.filter(({ startsOn, endsOn }) => endsOn >= span.first && startsOn <= span.last)
  if (span.length === 0) return null
  return (
    <div className={styles['cycles']} aria-hidden="true">
      {shown.map(({ id, name, startsOn, endsOn }) => {
        const [start, end] = [shareOf(span, startsOn), shareOf(span, endsOn)]
        return (
          <span key={id} style={{ left: left(start), width: `calc((100% - ${2 * inset}px) * ${(end - start).toFixed(5)})` }}>
            {end - start > 0.06 && name}
          </span>
        )
      })}
      <span className={styles['today']}>today</span>
    </div>
  )
}

'use client'
import dynamic from 'next/dynamic'
import Link from 'next/link'
import { useSearchParams } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { isTyping } from '../../../lib/client/actions/keys.ts'
import { dayWords, momentWords, revisionWords } from '../../../lib/client/moment.ts'
import { useHasTime, useNetwork, useTime } from '../../../lib/client/network/provider.tsx'
import { isTimeBarOpen } from '../../../lib/client/network/time-bar.ts'
import { useObservable } from '../../../lib/client/observable.ts'
import { useView } from '../../../lib/client/view.ts'
import { Button } from '../ui/button.tsx'
import styles from './time-strip.module.css'
import { useTimeActions, useTimeMoves } from './use-time-travel.ts'

const loadTimeBar = () => import('./time-bar.tsx').then(({ TimeBar: loaded }) => loaded)
const TimeBar = dynamic(loadTimeBar)

/** The bar of time above map, chain and outline, and which moment is shown; on other views, that they show now. */
export function TimeStrip() {
  const hasTime = useHasTime()
  const { view } = useView()
  if (hasTime) return <Strip />
  return view.at === null && view.from === null ? null : <ShowsNow />
}

function Strip() {
  const isOpen = useObservable(isTimeBarOpen)
  const { asked, isComparing } = useTime()
  const wantsFocus = useRef(false)
  useTimeActions(() => {
    wantsFocus.current = true
    document.querySelector<HTMLElement>('[data-time-slider]')?.focus()
  })
  const isShown = isOpen || asked !== null || isComparing
  return (
    <>
      <Banner />
      {isShown && <TimeBar wantsFocus={wantsFocus} />}
    </>
  )
}

/** How soon the second Escape has to come. */
const escapeMs = 1_000

/** Twice Escape leads back to now; the first one still closes what is open. */
function useEscapeTwice(isPast: boolean, back: () => void): void {
  const latest = useRef(back)
  useEffect(() => {
    latest.current = back
  })
  useEffect(() => {
    if (!isPast) return
    let last = Number.NEGATIVE_INFINITY
    const onKeyDown = ({ key, timeStamp, target }: KeyboardEvent) => {
      const isElsewhere = isTyping(target) || (target instanceof Element && target.closest('[role=dialog],[role=menu]') !== null)
      if (key !== 'Escape' || isElsewhere) return
      if (timeStamp - last < escapeMs) latest.current()
      last = timeStamp
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [isPast])
}

/** Which moment is shown, always in sight while it is not now. */
function Banner() {
  const { isPast } = useNetwork()
  const { asked, shown, from, step, isFirst } = useTime()
  const { backToNow } = useTimeMoves()
  useEscapeTwice(asked !== null || from !== null, backToNow)
  if (asked === null && from === null && !isPast) return null
  const { day, snapshot } = shown
  const isStill = step === 'still' || (step === 'loading' && !isFirst)
  const what = !isStill && asked ? momentWords(asked) : shown.isNow ? 'now' : `${dayWords(day)}, ${revisionWords(snapshot.revision)}`
  const compared = from ? `, compared with ${dayWords(from.day)}, ${revisionWords(from.snapshot.revision)}` : ''
  return (
    <div className={styles['banner']} data-past={isPast || undefined} role="status">
      <span>
        {isStill ? 'You see' : 'Asked for:'} <strong>{what}</strong>
        {isStill && compared}
        {isStill && step === 'loading' && asked && <span className={styles['loading']}> · opening {momentWords(asked)} …</span>}
        {step === 'still' && isPast && <span className={styles['quiet']}> · nothing can be changed here</span>}
      </span>
      <Button size="small" onClick={backToNow} title="Esc twice, or Shift+H">
        {shown.isNow && from ? 'Stop comparing' : 'Back to now'}
      </Button>
      <span className={styles['keys']}>
        <kbd>Esc</kbd> twice or <kbd>⇧H</kbd>
      </span>
    </div>
  )
}

/** A view that has no past says so, and how to get back to where there is one. */
function ShowsNow() {
  const { view, setView } = useView()
  const { slug } = useNetwork()
  const search = useSearchParams()
  const moment = view.at ?? view.from
  if (!moment) return null
  return (
    <div className={styles['banner']} role="status">
      <span>
        This page shows <strong>now</strong>, not {momentWords(moment)}.
      </span>
      <Link href={`/${slug}/map?${search}`}>The map shows {momentWords(moment)}</Link>
      <Button size="small" tone="quiet" onClick={() => setView({ at: null, from: null })}>
        Stay with now
      </Button>
    </div>
  )
}

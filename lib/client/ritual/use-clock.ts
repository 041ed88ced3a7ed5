import { useEffect, useState } from 'react'
import type { Ritual } from '../../domain/entity.ts'
import { serverNow } from './server-time.ts'

export type Clock = {
  /** seconds until the time is up; below 0 where it is over */
  readonly left: number
  /** seconds that were meant for it */
  readonly total: number
  readonly isOver: boolean
  readonly isPaused: boolean
}

type Timer = NonNullable<Ritual['timer']>

/** How a timer stands at a moment of the server, in ms. */
export function clockOf({ startedAt, seconds, pausedAt }: Timer, nowMs: number): Clock {
  const until = pausedAt === null ? nowMs : Date.parse(pausedAt)
  const left = seconds - Math.max(0, Math.floor((until - Date.parse(startedAt)) / 1_000))
  return { left, total: seconds, isOver: left < 0, isPaused: pausedAt !== null }
}

/** A timer that begins now. */
export function freshTimer(seconds: number): Timer {
  return { startedAt: new Date(serverNow()).toISOString(), seconds, pausedAt: null }
}

/** The same timer, held; or, where it was held, going on with as much as was left. */
export function held(timer: Timer): Timer {
  const nowMs = serverNow()
  if (timer.pausedAt === null) return { ...timer, pausedAt: new Date(nowMs).toISOString() }
  const pausedMs = Math.max(0, nowMs - Date.parse(timer.pausedAt))
  return { ...timer, startedAt: new Date(Date.parse(timer.startedAt) + pausedMs).toISOString(), pausedAt: null }
}

/** The timer of a session as it is now by the time of the server; null where none runs. It is drawn anew each second. */
export function useClock(ritual: Ritual): Clock | null {
  const [nowMs, setNowMs] = useState(serverNow)
  const { timer } = ritual
  const isRunning = timer !== null && timer.pausedAt === null
  useEffect(() => {
    setNowMs(serverNow())
    if (!isRunning) return
    const ticking = setInterval(() => setNowMs(serverNow()), 1_000)
    return () => clearInterval(ticking)
  }, [isRunning])
  return timer === null ? null : clockOf(timer, nowMs)
}

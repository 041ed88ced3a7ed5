'use client'
import { useClock } from '../../../../lib/client/ritual/use-clock.ts'
import type { Ritual } from '../../../../lib/domain/entity.ts'
import { classNames } from '../../../components/ui/class-names.ts'
import styles from './timer-ring.module.css'

const radius = 26
const round = 2 * Math.PI * radius

function clockText(seconds: number): string {
  const whole = Math.abs(seconds)
  return `${seconds < 0 ? '+' : ''}${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

/** The time of this step as a ring that empties; when it is up, the ring becomes a pattern and nothing sounds. */
export function TimerRing({ ritual, onPause }: { readonly ritual: Ritual; readonly onPause: (() => void) | null }) {
  const clock = useClock(ritual)
  if (!clock) return null
  const { left, total, isOver, isPaused } = clock
  const words = `${clockText(left)} ${isOver ? 'over' : 'left'}${isPaused ? ', paused' : ''}`
  return (
    <button
      type="button"
      className={classNames(styles['timer'], isOver && styles['over'])}
      disabled={onPause === null}
      onClick={onPause ?? undefined}
    >
      <svg viewBox="0 0 64 64" aria-hidden="true">
        <circle cx="32" cy="32" r={radius} className={styles['track']} />
        <circle
          cx="32"
          cy="32"
          r={radius}
          className={styles['ring']}
          strokeDasharray={isOver ? '5 6' : `${(round * Math.max(0, left)) / total} ${round}`}
          transform="rotate(-90 32 32)"
        />
        {isPaused && <path d="M26 24v16M38 24v16" className={styles['paused']} />}
      </svg>
      <span className="visually-hidden">Timer: </span>
      <span>{words.replace(' left', '')}</span>
    </button>
  )
}

'use client'
import { readable } from '../../../../lib/client/actions/keys.ts'
import { useAction } from '../../../../lib/client/actions/use-action.ts'
import { useMutate } from '../../../../lib/client/mutate.ts'
import { type Clock, held, useClock } from '../../../../lib/client/ritual/use-clock.ts'
import { useLead } from '../../../../lib/client/ritual/use-lead.ts'
import { call } from '../../../../lib/domain/command/call.ts'
import type { Ritual } from '../../../../lib/domain/entity.ts'
import { Button } from '../../ui/button.tsx'
import { frameActions } from './actions.ts'
import styles from './timer.module.css'

const moreSeconds = 120

/** “4:05”; “+1:20” once the time is over. */
function clockText({ left }: Clock): string {
  const whole = Math.abs(left)
  return `${left < 0 ? '+' : ''}${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

/** The last quarter of a phase, at most its last two minutes. */
function isShort({ isOver, left, total }: Clock): boolean {
  return isOver || left < Math.min(moreSeconds, total / 4)
}

/** What is left of the time of a phase, as a ring and a number. Past its end it turns into a pattern; nothing sounds. Who leads holds it with a press. */
export function Timer({ ritual }: { readonly ritual: Ritual }) {
  const clock = useClock(ritual)
  const mutate = useMutate()
  const isLead = useLead(ritual)
  const { id, timer } = ritual
  const pause = () => timer && void mutate([call('ritual.move', { id, timer: held(timer) })])
  const extend = () => timer && void mutate([call('ritual.move', { id, timer: { ...timer, seconds: timer.seconds + moreSeconds } })])
  useAction(frameActions.pause, pause, { enabled: isLead && timer !== null })
  if (!clock) return null
  return (
    <span className={styles['timer']} data-over={clock.isOver || undefined} data-paused={clock.isPaused || undefined}>
      {isLead ? (
        <button type="button" className={styles['clock']} title={`Hold, or let it go on (${readable('shift+p')})`} onClick={pause}>
          <Face clock={clock} />
        </button>
      ) : (
        <span className={styles['clock']}>
          <Face clock={clock} />
        </span>
      )}
      {isLead && isShort(clock) && (
        <Button size="small" tone="quiet" onClick={extend}>
          +2 min
        </Button>
      )}
    </span>
  )
}

const radius = 10
const around = 2 * Math.PI * radius

function Face({ clock }: { readonly clock: Clock }) {
  const share = clock.isOver ? 1 : clock.left / clock.total
  const word = clock.isPaused ? 'held at' : clock.isOver ? 'over by' : 'left'
  return (
    <>
      <svg className={styles['ring']} viewBox="0 0 26 26" aria-hidden="true">
        <circle cx="13" cy="13" r={radius} className={styles['ringTrack']} />
        <circle
          cx="13"
          cy="13"
          r={radius}
          className={styles['ringLeft']}
          strokeDasharray={clock.isOver ? '3 3' : `${share * around} ${around}`}
          transform="rotate(-90 13 13)"
        />
      </svg>
      <span role="timer" className={styles['minutes']}>
        <span className="visually-hidden">Time {word} </span>
        {clockText(clock)}
        {clock.isPaused && <span className={styles['heldWord']}> held</span>}
      </span>
    </>
  )
}

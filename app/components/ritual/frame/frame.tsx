'use client'
import type { ReactNode } from 'react'
import { useBigScreen } from '../../../../lib/client/ritual/big-screen.ts'
import type { PhaseOf } from '../../../../lib/client/ritual/use-phase.ts'
import type { Ritual } from '../../../../lib/domain/entity.ts'
import type { RitualPhase } from '../../../../lib/domain/vocabulary.ts'
import { Button } from '../../ui/button.tsx'
import styles from './frame.module.css'
import { FrameKeys } from './frame-keys.tsx'
import { FrameMenu } from './frame-menu.tsx'
import { JoinButton } from './join-code.tsx'
import { MyNodeChoice, WaitingAsks } from './my-place.tsx'
import { PhaseStrip } from './phase-strip.tsx'
import { Seats } from './seats.tsx'
import { Timer } from './timer.tsx'

type Props<P extends RitualPhase> = {
  readonly ritual: Ritual
  readonly phases: readonly PhaseOf<P>[]
  /** the phase that this browser shows */
  readonly here: P
  /** told which phase is wanted, by the strip or by a key; null where nobody may choose */
  readonly onPhase: ((phase: P) => void) | null
  /** what a kind of session adds to the bar */
  readonly tools?: ReactNode
  /** left to the screen where it has keys of its own for going on */
  readonly hasOwnKeys?: boolean
  readonly children: ReactNode
}

/** What is around every session: its phases, its timer, who is here and how to join. On the big screen it fills the window, in large type. */
export function RitualFrame<P extends RitualPhase>({ ritual, phases, here, onPhase, tools, hasOwnKeys = false, children }: Props<P>) {
  const { isBig } = useBigScreen()
  const strip = { phases, here, inRoom: ritual.phase }
  return (
    <div className={styles['frame']} data-scope="ritual" data-home-scope="ritual" data-big={isBig || undefined} data-size={isBig ? 'room' : 'desk'}>
      {onPhase && !hasOwnKeys && <FrameKeys {...strip} onPhase={onPhase} />}
      <header className={styles['bar']}>
        <h1 className={styles['title']}>{ritual.title}</h1>
        <PhaseStrip {...strip} onPhase={onPhase} />
        <Timer ritual={ritual} />
        <div className={styles['tools']}>
          {!isBig && ritual.kind !== 'check' && <WaitingAsks />}
          {!isBig && <MyNodeChoice ritual={ritual} />}
          <Seats ritual={ritual} />
          <JoinButton ritual={ritual} />
          {tools}
          <FrameMenu ritual={ritual} />
        </div>
      </header>
      {here !== ritual.phase && <Elsewhere {...strip} onPhase={onPhase} />}
      <div className={styles['body']}>{children}</div>
    </div>
  )
}

type ElsewhereProps<P extends RitualPhase> = Pick<Props<P>, 'phases' | 'here' | 'onPhase'> & { readonly inRoom: RitualPhase }

/** Says that one looks at another phase than the room, and leads back. */
function Elsewhere<P extends RitualPhase>({ phases, here, inRoom, onPhase }: ElsewhereProps<P>) {
  const room = phases.find(({ id }) => id === inRoom)
  const own = phases.find(({ id }) => id === here)
  if (!room || !own) return null
  return (
    <p className={styles['elsewhere']} role="status">
      You look at {own.name}. The room is at <b>{room.name}</b>.
      {onPhase && (
        <Button size="small" onClick={() => onPhase(room.id)}>
          Go there
        </Button>
      )}
    </p>
  )
}

'use client'
import { useEffect, useRef } from 'react'
import type { PhaseOf } from '../../../../lib/client/ritual/use-phase.ts'
import type { RitualPhase } from '../../../../lib/domain/vocabulary.ts'
import { IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/ui-icon.tsx'
import styles from './phase-strip.module.css'

type Props<P extends RitualPhase> = {
  readonly phases: readonly PhaseOf<P>[]
  readonly here: P
  /** where the room is */
  readonly inRoom: RitualPhase
  readonly onPhase: ((phase: P) => void) | null
}

/** The phases in their order, with the one that is shown and the one where the room is. On a phone only the one that is shown, with its neighbours. */
export function PhaseStrip<P extends RitualPhase>({ phases, here, inRoom, onPhase }: Props<P>) {
  const at = phases.findIndex(({ id }) => id === here)
  return (
    <nav aria-label="Phases" className={styles['phases']}>
      <Neighbour word="Phase before" phase={phases[at - 1]} onPhase={onPhase} />
      <ol className={styles['strip']}>
        {phases.map((phase, place) => (
          <Phase
            key={phase.id}
            name={phase.name}
            minutes={phase.minutes}
            number={`${place + 1}/${phases.length}`}
            isHere={phase.id === here}
            isInRoom={phase.id === inRoom}
            isOver={place < at}
            choose={onPhase && (() => onPhase(phase.id))}
          />
        ))}
      </ol>
      <Neighbour word="Next phase" phase={phases[at + 1]} onPhase={onPhase} />
    </nav>
  )
}

type NeighbourProps<P extends RitualPhase> = {
  readonly word: 'Phase before' | 'Next phase'
  readonly phase: PhaseOf<P> | undefined
  readonly onPhase: ((phase: P) => void) | null
}

function Neighbour<P extends RitualPhase>({ word, phase, onPhase }: NeighbourProps<P>) {
  return (
    <span className={styles['neighbour']}>
      <IconButton label={phase ? `${word}: ${phase.name}` : word} disabled={!phase || !onPhase} onClick={() => phase && onPhase?.(phase.id)}>
        <Icon name={word === 'Next phase' ? 'arrowRight' : 'arrowLeft'} />
      </IconButton>
    </span>
  )
}

type PhaseProps = {
  readonly name: string
  readonly minutes: number | null
  readonly number: string
  readonly isHere: boolean
  readonly isInRoom: boolean
  readonly isOver: boolean
  readonly choose: (() => void) | null
}

function Phase({ name, minutes, number, isHere, isInRoom, isOver, choose }: PhaseProps) {
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isHere) item.current?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [isHere])
  const title = `${name}${minutes === null ? '' : `, ${minutes} min`}${isInRoom && !isHere ? '. The room is here' : ''}`
  return (
    <li ref={item} data-here={isHere || undefined} data-room={isInRoom || undefined} data-over={isOver || undefined}>
      <button type="button" aria-current={isHere ? 'step' : undefined} title={title} disabled={choose === null} onClick={choose ?? undefined}>
        <span className={styles['number']}>{number}</span>
        {name}
        {isInRoom && !isHere && <span className="visually-hidden"> (the room is here)</span>}
      </button>
    </li>
  )
}

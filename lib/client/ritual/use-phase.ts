import { useCallback, useState } from 'react'
import { call } from '../../domain/command/call.ts'
import type { Ritual } from '../../domain/entity.ts'
import type { RitualPhase } from '../../domain/vocabulary.ts'
import { useMutate } from '../mutate.ts'
import { freshTimer } from './use-clock.ts'
import { useLead } from './use-lead.ts'

/** A phase as a session shows it. Without minutes no timer runs in it. */
export type PhaseOf<P extends RitualPhase> = { readonly id: P; readonly name: string; readonly minutes: number | null }

export type PhasePlace<P extends RitualPhase> = {
  /** the phase that this browser shows */
  readonly here: P
  /** whether that is where the room is */
  readonly isFollowing: boolean
  /** moves the room for who leads it; everybody else looks ahead or back alone */
  readonly go: (phase: P) => void
  /** back to where the room is */
  readonly follow: () => void
}

function isOneOf<P extends RitualPhase>(phases: readonly PhaseOf<P>[], phase: RitualPhase | null): phase is P {
  return phases.some(({ id }) => id === phase)
}

/** Where this browser is in a session: with the room, unless its person chose another phase. Whoever leads takes the room along. */
export function usePhase<P extends RitualPhase>(ritual: Ritual, phases: readonly [PhaseOf<P>, ...PhaseOf<P>[]]): PhasePlace<P> {
  const mutate = useMutate()
  const isLead = useLead(ritual)
  const [own, setOwn] = useState<P | null>(null)
  const inRoom = isOneOf(phases, ritual.phase) ? ritual.phase : phases[0].id
  const go = useCallback(
    (phase: P) => {
      if (!isLead) return setOwn(phase === inRoom ? null : phase)
      setOwn(null)
      const minutes = phases.find(({ id }) => id === phase)?.minutes ?? null
      void mutate([call('ritual.move', { id: ritual.id, phase, timer: minutes === null ? null : freshTimer(minutes * 60) })])
    },
    [isLead, inRoom, phases, ritual.id, mutate],
  )
  const here = isLead ? inRoom : (own ?? inRoom)
  return { here, isFollowing: here === inRoom, go, follow: useCallback(() => setOwn(null), []) }
}

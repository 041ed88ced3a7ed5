'use client'
import { useAction } from '../../../../lib/client/actions/use-action.ts'
import { step } from '../../../../lib/client/ritual/steps.ts'
import type { PhaseOf } from '../../../../lib/client/ritual/use-phase.ts'
import type { RitualPhase } from '../../../../lib/domain/vocabulary.ts'
import { frameActions } from './actions.ts'

type Props<P extends RitualPhase> = {
  readonly phases: readonly PhaseOf<P>[]
  readonly here: P
  readonly inRoom: RitualPhase
  readonly onPhase: (phase: P) => void
}

/** → goes through what the phase has by itself, then on to the next one; ⇧← leaves it backwards. Draws nothing. */
export function FrameKeys<P extends RitualPhase>({ phases, here, inRoom, onPhase }: Props<P>) {
  const at = phases.findIndex(({ id }) => id === here)
  const goTo = (phase: PhaseOf<P> | undefined) => phase && onPhase(phase.id)
  useAction(frameActions.next, () => {
    if (!step('next')) goTo(phases[at + 1])
  })
  useAction(frameActions.stepBack, () => void step('back'))
  useAction(frameActions.back, () => goTo(phases[at - 1]))
  useAction(frameActions.follow, () => goTo(phases.find(({ id }) => id === inRoom)), { enabled: here !== inRoom })
  return null
}

'use client'
import { useEffect, useMemo, useRef } from 'react'
import { useMutate } from '../../../../lib/client/mutate.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { serverNow } from '../../../../lib/client/ritual/server-time.ts'
import { freshTimer, held } from '../../../../lib/client/ritual/use-clock.ts'
import { announce } from '../../../../lib/client/toast.ts'
import { type CommandInputs, call } from '../../../../lib/domain/command/call.ts'
import type { Ritual } from '../../../../lib/domain/entity.ts'
import { asId } from '../../../../lib/domain/ids.ts'
import { partsOf, type Stop } from '../../../../lib/domain/ritual/walk/agenda.ts'
import { secondsMeant } from '../../../../lib/domain/ritual/walk/detail.ts'
import { type Lens, nextBeyond, secondsFor, type WalkStep, withPriority, writePlace } from './steps.ts'

/** What the driver of a walk can do to the room. */
export type Driving = {
  readonly to: (step: WalkStep) => void
  readonly look: (step: WalkStep, lens: Lens) => void
  readonly drive: (personId: string) => void
  readonly pause: () => void
  readonly prioritise: (stop: Stop, priority: number) => void
  /** calls up a stop beyond the twelve; null where there is none */
  readonly more: (() => void) | null
}

/** Two who press next at once mean the same stop: within this time the second press is the first one's. */
const sameMomentMs = 600

function elapsedSeconds({ timer }: Ritual): number {
  if (!timer) return 0
  const end = timer.pausedAt === null ? serverNow() : Date.parse(timer.pausedAt)
  return Math.max(0, Math.min(86_400, Math.round((end - Date.parse(timer.startedAt)) / 1000)))
}

/** How long a stop was looked at, where the room leaves one. */
function seenOf(ritual: Ritual, step: WalkStep | undefined) {
  if (step?.phase !== 'stops' || step.place === null || ritual.timer === null) return {}
  return { seen: { stopId: step.place, seconds: elapsedSeconds(ritual) } }
}

/** Says whether the room has moved just now without this window's doing. */
function useMovedByOthers({ phase, place }: Ritual): {
  readonly own: (phase: string, place: string | null) => void
  readonly justMoved: () => boolean
} {
  const key = `${phase} ${place ?? ''}`
  const state = useRef({ key, own: key, at: Number.NEGATIVE_INFINITY })
  useEffect(() => {
    if (state.current.key === key) return
    const at = state.current.own === key ? state.current.at : performance.now()
    state.current = { key, own: state.current.own, at }
  }, [key])
  return useMemo(
    () => ({
      own: (ownPhase, ownPlace) => {
        state.current.own = `${ownPhase} ${ownPlace ?? ''}`
      },
      justMoved: () => performance.now() - state.current.at < sameMomentMs,
    }),
    [],
  )
}

/** Moves the room of a walk; every move says where to, so that one that comes twice changes nothing. */
export function useDriving(ritual: Ritual, steps: readonly WalkStep[], here: WalkStep | undefined): Driving {
  const { snapshot, assessment } = useNetwork()
  const mutate = useMutate()
  const moved = useMovedByOthers(ritual)
  const meant = useMemo(() => secondsMeant(snapshot, assessment, partsOf(ritual.agenda).stops), [snapshot, assessment, ritual.agenda])
  const move = (input: Omit<CommandInputs['ritual.move'], 'id'>) => call('ritual.move', { id: ritual.id, ...input })
  const go = ({ phase, place }: Pick<WalkStep, 'phase' | 'place'>, more: Parameters<typeof move>[0]) => {
    moved.own(phase, place)
    return move({ phase, place, ...more })
  }
  const to = (step: WalkStep) => {
    if (step.key === here?.key || moved.justMoved()) return
    void mutate([go(step, { timer: freshTimer(secondsFor(step, steps, meant)), ...seenOf(ritual, here) })])
  }
  const prioritise = (stop: Stop, priority: number) => {
    const agenda = withPriority(ritual.agenda, stop.id, priority)
    const next = agenda[ritual.agenda.findIndex(({ id }) => id === stop.id)]
    if (!next || next.id === stop.id) return announce('It stays where it is.')
    const order = call('ritual.update', { id: ritual.id, set: { agenda } })
    void mutate([order, go({ phase: 'stops', place: next.id }, { timer: freshTimer(meant.get(next.id) ?? 90) })])
  }
  const beyond = nextBeyond(ritual)
  return {
    to,
    look: ({ phase, place }, lens) => void mutate([go({ phase, place: writePlace(place, lens) }, {})]),
    drive: (personId) => void mutate([move({ facilitatorId: asId<'person'>(personId) })]),
    pause: () => ritual.timer && void mutate([move({ timer: held(ritual.timer) })]),
    prioritise,
    more: beyond && (() => to({ key: `stops:${beyond.id}`, phase: 'stops', place: beyond.id })),
  }
}

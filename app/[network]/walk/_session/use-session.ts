'use client'
import { useMemo, useState } from 'react'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import type { SharedCamera } from '../../../../lib/client/presence/state.ts'
import { useLead, useMayLead } from '../../../../lib/client/ritual/use-lead.ts'
import { announce } from '../../../../lib/client/toast.ts'
import type { Ritual } from '../../../../lib/domain/entity.ts'
import type { Stop } from '../../../../lib/domain/ritual/walk/agenda.ts'
import { listOf } from '../../../../lib/domain/snapshot.ts'
import { type Lens, readPlace, stepAt, stepsOf, type WalkStep } from './steps.ts'
import { useDriverCamera } from './use-driver-camera.ts'
import { useDriving } from './use-driving.ts'

/** Where a window is in a walk. */
type WalkPlace = {
  readonly ritual: Ritual
  readonly steps: readonly WalkStep[]
  /** the step that this window shows */
  readonly at: number
  readonly step: WalkStep
  readonly stop: Stop | null
  readonly lens: Lens
  /** drives the screen: what it does, the room sees */
  readonly isDriver: boolean
  readonly mayDrive: boolean
  readonly isFollowing: boolean
  /** where the driver has moved the drawing by hand; null where it stands as it should */
  readonly followedCamera: SharedCamera | null
}

/** A walk as this window sees it, and what the window can do. */
export type Session = WalkPlace & {
  readonly go: (at: number) => void
  readonly look: (lens: Lens) => void
  readonly follow: () => void
  readonly stopFollowing: () => void
  readonly drive: (personId: string) => void
  readonly pause: () => void
  readonly prioritise: (priority: number) => void
  readonly more: (() => void) | null
}

type Own = { readonly at: number; readonly lens: Lens }

export function useAreaIds(): readonly string[] {
  const { snapshot } = useNetwork()
  return useMemo(() => listOf(snapshot, 'area').map(({ id }) => id), [snapshot])
}

/** The step at a place, and the stop that it shows. */
export function lookedAt(steps: readonly WalkStep[], at: number, { agenda }: Ritual): { readonly step: WalkStep; readonly stop: Stop | null } {
  const step = steps[at] ?? steps[0]
  if (!step) throw new Error('a walk has steps')
  return { step, stop: step.phase === 'stops' ? (agenda.find(({ id }) => id === step.place) ?? null) : null }
}

/** The open walk, and what this window can do in it. */
export function useSession(ritual: Ritual): Session {
  const areaIds = useAreaIds()
  const steps = useMemo(() => stepsOf(ritual, areaIds), [ritual, areaIds])
  const [own, setOwn] = useState<Own | null>(null)
  const isDriver = useLead(ritual)
  const mayDrive = useMayLead(ritual)
  const roomAt = stepAt(steps, ritual)
  const isFollowing = isDriver || own === null
  const at = isFollowing ? roomAt : Math.min(own.at, steps.length - 1)
  const lens = isFollowing ? readPlace(ritual.place).lens : own.lens
  const { step, stop } = lookedAt(steps, at, ritual)
  const driving = useDriving(ritual, steps, steps[roomAt])
  const followedCamera = useDriverCamera(ritual, isFollowing && !isDriver)
  const go = (to: number) => {
    const target = steps[Math.max(0, Math.min(steps.length - 1, to))]
    if (target && isDriver) driving.to(target)
    else if (target) setOwn({ at: steps.indexOf(target), lens: 'both' })
  }
  const look = (next: Lens) => {
    const turned = lens === next ? 'both' : next
    if (isDriver) driving.look(step, turned)
    else setOwn({ at, lens: turned })
  }
  const follow = () => {
    if (own !== null) announce('You follow the walk.')
    setOwn(null)
  }
  return {
    ...{ ritual, steps, at, step, stop, lens, isDriver, mayDrive, isFollowing, followedCamera },
    ...{ go, look, follow, pause: driving.pause, more: isDriver ? driving.more : null },
    stopFollowing: () => !isDriver && own === null && setOwn({ at: roomAt, lens }),
    drive: (personId) => {
      setOwn(null)
      driving.drive(personId)
    },
    prioritise: (priority) => stop && driving.prioritise(stop, priority),
  }
}

'use client'
import { useMemo, useState } from 'react'
import { useAction } from '../../../../lib/client/actions/use-action.ts'
import { assessmentOf } from '../../../../lib/client/network/assessment.ts'
import { SeenAs, useNetwork } from '../../../../lib/client/network/provider.tsx'
import type { Ritual } from '../../../../lib/domain/entity.ts'
import { networkOf, type Snapshot } from '../../../../lib/domain/snapshot.ts'
import { dayIn } from '../../../../lib/domain/time.ts'
import { fullDay } from '../../../components/needs/day-text.ts'
import { Button } from '../../../components/ui/button.tsx'
import { EmptyState } from '../../../components/ui/empty-state.tsx'
import { PhaseView } from '../_phases/phase-view.tsx'
import { walkActions } from '../_session/actions.ts'
import { type Lens, stepsOf } from '../_session/steps.ts'
import { useMoments } from '../_session/use-moment.ts'
import { lookedAt, type Session, useAreaIds } from '../_session/use-session.ts'
import { type Tool, WalkFrame } from '../_session/walk-frame.tsx'

type Props = { readonly ritual: Ritual; readonly onLeave: () => void }

/** A walk of the past, by its own agenda and with the network as it was then. */
export function Replay({ ritual, onLeave }: Props) {
  const moments = useMoments([ritual.revision])
  const then = moments.at(ritual.revision)
  if (then?.step === 'open') return <Then ritual={ritual} snapshot={then.snapshot} onLeave={onLeave} />
  if (then?.step === 'loading') return <EmptyState title="Reading the network of that day …" />
  return (
    <EmptyState
      title="The network of that day could not be read"
      action={<Button onClick={then === null ? onLeave : moments.again}>{then === null ? 'Back' : 'Try again'}</Button>}
    >
      The minutes are there all the same.
    </EmptyState>
  )
}

function Then({ ritual, snapshot, onLeave }: Props & { readonly snapshot: Snapshot }) {
  const { cycle } = useNetwork()
  const day = dayIn(networkOf(snapshot).timeZone, ritual.closedAt ?? ritual.at)
  const assessment = assessmentOf(snapshot, ritual.cycleId ?? cycle?.id ?? null, day)
  return (
    <SeenAs snapshot={snapshot} assessment={assessment} isPast>
      <Steps ritual={ritual} day={day} onLeave={onLeave} />
    </SeenAs>
  )
}

const nothing = () => undefined

/** The same screens, gone through alone. */
function useReplay(ritual: Ritual): Session {
  const areaIds = useAreaIds()
  const steps = useMemo(() => stepsOf({ agenda: ritual.agenda, place: null }, areaIds), [ritual, areaIds])
  const [at, setAt] = useState(0)
  const [lens, setLens] = useState<Lens>('both')
  const { step, stop } = lookedAt(steps, at, ritual)
  const go = (to: number) => {
    setLens('both')
    setAt(Math.max(0, Math.min(steps.length - 1, to)))
  }
  return {
    ritual,
    steps,
    at,
    step,
    stop,
    lens,
    isDriver: false,
    mayDrive: false,
    isFollowing: true,
    followedCamera: null,
    go,
    look: (next) => setLens(lens === next ? 'both' : next),
    follow: nothing,
    stopFollowing: nothing,
    drive: nothing,
    pause: nothing,
    prioritise: nothing,
    more: null,
  }
}

function Steps({ ritual, day, onLeave }: Props & { readonly day: string }) {
  const { slug } = useNetwork()
  const session = useReplay(ritual)
  const { at, steps, step, lens } = session
  const atStop = step.phase === 'stops'
  useAction(walkActions.next, () => session.go(at + 1))
  useAction(walkActions.back, () => session.go(at - 1))
  useAction(walkActions.why, () => session.look('why'), { enabled: atStop })
  useAction(walkActions.soWhat, () => session.look('soWhat'), { enabled: atStop })
  useAction(walkActions.leave, onLeave)
  const tools: Tool[] = [
    ...(at > 0 ? [{ action: walkActions.back, word: 'back', run: () => session.go(at - 1) }] : []),
    ...(at < steps.length - 1 ? [{ action: walkActions.next, word: 'next', run: () => session.go(at + 1) }] : []),
    ...(atStop
      ? [
          { action: walkActions.why, word: 'why', run: () => session.look('why'), isOn: lens === 'why' },
          { action: walkActions.soWhat, word: 'so what', run: () => session.look('soWhat'), isOn: lens === 'soWhat' },
        ]
      : []),
    { action: walkActions.leave, word: 'minutes', run: onLeave },
  ]
  return (
    <WalkFrame
      session={session}
      tools={tools}
      exit={{ href: `/${slug}/walk?walk=${ritual.id}`, word: '← Minutes' }}
      room={<span>{fullDay(day)}</span>}
      bar={null}
    >
      <PhaseView session={session} mayWrite={false} onEdit={nothing} />
    </WalkFrame>
  )
}

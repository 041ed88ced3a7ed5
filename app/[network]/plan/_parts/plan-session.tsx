'use client'
import { useEffect, useRef } from 'react'
import { useMyNode } from '../../../../lib/client/ritual/use-my-node.ts'
import { usePhase } from '../../../../lib/client/ritual/use-phase.ts'
import { useRoom } from '../../../../lib/client/room/use-room.ts'
import { useMe } from '../../../../lib/client/who.ts'
import type { Ritual } from '../../../../lib/domain/entity.ts'
import { RitualFrame } from '../../../components/ritual/frame/frame.tsx'
import { phaseViews } from './phase-views.tsx'
import { phases } from './phases.ts'

/** Takes a seat for the first of one's own nodes, once for each visit. */
function useSeat(ritual: Ritual): void {
  const room = useRoom(ritual.id)
  const { personId } = useMe()
  const { own } = useMyNode(ritual)
  const hasTried = useRef(false)
  const isOutside = room !== null && room.me === null && personId !== null
  const nodeId = own[0]?.id ?? null
  // biome-ignore lint/correctness/useExhaustiveDependencies: the room is a new object with every answer; a seat is taken once
  useEffect(() => {
    if (!isOutside || hasTried.current) return
    hasTried.current = true
    void room?.join(nodeId)
  }, [isOutside, nodeId])
}

/** A planning session that is open: its phases one after the other, together with everybody in the room. */
export function PlanSession({ ritual }: { readonly ritual: Ritual }) {
  const { here, go } = usePhase(ritual, phases)
  useSeat(ritual)
  const Phase = phaseViews[here]
  return (
    <RitualFrame ritual={ritual} phases={phases} here={here} onPhase={go}>
      <Phase ritual={ritual} />
    </RitualFrame>
  )
}

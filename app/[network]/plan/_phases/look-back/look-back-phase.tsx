'use client'
import { useEffect, useEffectEvent, useMemo } from 'react'
import { useMutate } from '../../../../../lib/client/mutate.ts'
import { useNetwork } from '../../../../../lib/client/network/provider.tsx'
import { useSteps } from '../../../../../lib/client/ritual/steps.ts'
import { freshTimer, useClock } from '../../../../../lib/client/ritual/use-clock.ts'
import { useLead } from '../../../../../lib/client/ritual/use-lead.ts'
import { call } from '../../../../../lib/domain/command/call.ts'
import type { Ritual } from '../../../../../lib/domain/entity.ts'
import { previousCycle } from '../../../../../lib/domain/ritual/plan/cycles.ts'
import { find } from '../../../../../lib/domain/snapshot.ts'
import { Button } from '../../../../components/ui/button.tsx'
import { EmptyState } from '../../../../components/ui/empty-state.tsx'
import { KeyHint } from '../../../../components/ui/key-hint.tsx'
import styles from './look-back.module.css'
import { LookCard } from './look-card.tsx'
import { lookers, nodeSeconds } from './numbers.ts'

/** The last cycle, one node every two minutes: three numbers, one learning, what goes on. It advances by itself, or by → of who leads. */
export function LookBackPhase({ ritual }: { readonly ritual: Ritual }) {
  const { snapshot } = useNetwork()
  const before = previousCycle(snapshot, ritual.cycleId)
  const beforeId = before?.id ?? null
  const ids = useMemo(() => lookers(snapshot, beforeId), [snapshot, beforeId])
  const { at, step, isLead } = useLooking(ritual, ids)
  const node = find(snapshot, 'node', ids[at] ?? null)
  if (!node || !before)
    return <EmptyState title="There is nothing to look back on">No node had a key result in the cycle before this one.</EmptyState>
  return (
    <div className={styles['page']} data-scope="ritual" data-home-scope="ritual">
      <nav className={styles['bar']} aria-label="Nodes that look back">
        <ol>
          {ids.map((id, index) => (
            <li
              key={id}
              aria-current={index === at ? 'step' : undefined}
              data-done={index < at || undefined}
              title={find(snapshot, 'node', id)?.name}
            >
              <span className="visually-hidden">{find(snapshot, 'node', id)?.name}</span>
            </li>
          ))}
        </ol>
        <span>
          {at + 1} of {ids.length}
        </span>
        {isLead && (
          <Button tone="primary" onClick={() => step(1)} disabled={at === ids.length - 1}>
            Next node <KeyHint keys="ArrowRight" />
          </Button>
        )}
      </nav>
      <LookCard key={node.id} ritual={ritual} node={node} cycle={before} />
    </div>
  )
}

/** Whose turn it is; who leads takes the room along, by key or when two minutes are over. */
function useLooking(ritual: Ritual, ids: readonly string[]) {
  const isLead = useLead(ritual)
  const mutate = useMutate()
  const clock = useClock(ritual)
  const at = Math.max(0, ids.indexOf(ritual.place ?? ''))
  const show = (place: string | undefined) => {
    if (isLead && place !== undefined) void mutate([call('ritual.move', { id: ritual.id, place, timer: freshTimer(nodeSeconds) })])
    return isLead && place !== undefined
  }
  useSteps({ next: () => show(ids[at + 1]), back: () => show(ids[at - 1]) })
  const hasBegun = ritual.phase === 'lookBack' && ritual.place !== null
  const isOver = hasBegun && clock !== null && !clock.isPaused && clock.isOver
  const begin = useEffectEvent(() => void show(ids[0]))
  const advance = useEffectEvent(() => void show(ids[at + 1]))
  const mayBegin = isLead && ritual.phase === 'lookBack' && ritual.place === null
  useEffect(() => {
    if (mayBegin) begin()
  }, [mayBegin])
  useEffect(() => {
    if (isOver) advance()
  }, [isOver])
  return { at, isLead, step: (by: 1 | -1) => void show(ids[at + by]) }
}

'use client'
import { useCallback, useMemo } from 'react'
import { readable } from '../../../../../lib/client/actions/keys.ts'
import { useMutate } from '../../../../../lib/client/mutate.ts'
import { assessmentOf } from '../../../../../lib/client/network/assessment.ts'
import { SeenAs, useNetwork } from '../../../../../lib/client/network/provider.tsx'
import { useSteps } from '../../../../../lib/client/ritual/steps.ts'
import { freshTimer } from '../../../../../lib/client/ritual/use-clock.ts'
import { useLead } from '../../../../../lib/client/ritual/use-lead.ts'
import { call } from '../../../../../lib/domain/command/call.ts'
import type { Ritual } from '../../../../../lib/domain/entity.ts'
import { find } from '../../../../../lib/domain/snapshot.ts'
import { Button } from '../../../../components/ui/button.tsx'
import { EmptyState } from '../../../../components/ui/empty-state.tsx'
import { KeyHint } from '../../../../components/ui/key-hint.tsx'
import { Icon } from '../../../../components/ui/ui-icon.tsx'
import { NodeCard } from './node-card.tsx'
import styles from './read-out.module.css'
import { nodeSeconds, readerAt, readers } from './reading.ts'

/** Each node reads out what it plans, three minutes each: one card for the whole room, the risks sorted as they are named. */
export function ReadOutPhase({ ritual }: { readonly ritual: Ritual }) {
  const { snapshot, today, isPast } = useNetwork()
  return (
    <SeenAs snapshot={snapshot} assessment={assessmentOf(snapshot, ritual.cycleId, today)} isPast={isPast}>
      <ReadOut ritual={ritual} />
    </SeenAs>
  )
}

function ReadOut({ ritual }: { readonly ritual: Ritual }) {
  const { snapshot, assessment } = useNetwork()
  const isLead = useLead(ritual)
  const mutate = useMutate()
  const ids = useMemo(() => readers(snapshot, assessment, ritual.cycleId), [snapshot, assessment, ritual.cycleId])
  const at = readerAt(ritual, ids)
  const node = find(snapshot, 'node', ids[at] ?? null)
  const step = useCallback(
    (by: 1 | -1) => {
      const place = ids[at + by]
      if (place) void mutate([call('ritual.move', { id: ritual.id, place, timer: freshTimer(nodeSeconds) })])
    },
    [ids, at, mutate, ritual.id],
  )
  const go = (by: 1 | -1) => {
    const may = isLead && ids[at + by] !== undefined
    if (may) step(by)
    return may
  }
  useSteps({ next: () => go(1), back: () => go(-1) })
  if (!node) return <EmptyState title="No node plans anything yet">What a node drafts stands here, one node at a time.</EmptyState>
  return (
    <div className={styles['page']} data-scope="ritual" data-home-scope="ritual">
      <nav className={styles['bar']} aria-label="Nodes of the read-out">
        {isLead && (
          <Button onClick={() => step(-1)} disabled={at === 0} aria-label={`Node before (${readable('ArrowLeft')})`}>
            <Icon name="arrowLeft" />
          </Button>
        )}
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
        <span className={styles['of']}>
          {at + 1} of {ids.length}
        </span>
        {isLead && (
          <Button tone="primary" onClick={() => step(1)} disabled={at === ids.length - 1}>
            Next node <KeyHint keys="ArrowRight" />
          </Button>
        )}
      </nav>
      <NodeCard key={node.id} ritual={ritual} node={node} />
    </div>
  )
}

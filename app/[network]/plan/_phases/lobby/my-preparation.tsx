'use client'
import { type ReactNode, useMemo } from 'react'
import { useNetwork } from '../../../../../lib/client/network/provider.tsx'
import { useView } from '../../../../../lib/client/view.ts'
import type { Node, Ritual } from '../../../../../lib/domain/entity.ts'
import { quickAddContext } from '../../../../../lib/domain/quick-add/resolve.ts'
import { previousCycle } from '../../../../../lib/domain/ritual/plan/cycles.ts'
import { readiness } from '../../../../../lib/domain/ritual/plan/readiness.ts'
import { find } from '../../../../../lib/domain/snapshot.ts'
import { Button } from '../../../../components/ui/button.tsx'
import { Icon } from '../../../../components/ui/ui-icon.tsx'
import { AddToPlan, useMayDraft } from '../draft/add-to-plan.tsx'
import { NodePlan } from '../draft/node-plan.tsx'
import { LastCycle } from './last-cycle.tsx'
import styles from './lobby.module.css'
import { Dots } from './readiness-list.tsx'

type Props = { readonly ritual: Ritual; readonly node: Node; readonly cycleId: string }

/** What is left to prepare for one's own node: the last cycle, a first draft, a lead. */
export function MyPreparation({ ritual, node, cycleId }: Props) {
  const { snapshot, today } = useNetwork()
  const { select } = useView()
  const cycle = find(snapshot, 'cycle', cycleId)
  const before = previousCycle(snapshot, cycleId)
  const ready = useMemo(() => readiness(snapshot, { cycleId, today }).find(({ nodeId }) => nodeId === node.id), [snapshot, cycleId, today, node.id])
  const context = useMemo(() => quickAddContext(snapshot, today, cycle), [snapshot, today, cycle])
  const to = { snapshot, nodeId: node.id, cycleId, context }
  const mayDraft = useMayDraft(to)
  if (!ready) return null
  const { graded, total, decided } = ready.last
  return (
    <section className={styles['mine']} aria-labelledby="my-preparation">
      <h2 id="my-preparation">
        {node.name} <Dots node={ready} />
      </h2>
      <Part
        isDone={ready.graded}
        title={`Grade ${before?.name ?? 'the last cycle'}`}
        note={total === 0 ? '' : `${graded} of ${total} graded, ${decided} decided`}
      >
        <LastCycle ritual={ritual} node={node} />
      </Part>
      <Part isDone={ready.drafted} title={`Draft an objective for ${cycle?.name ?? 'the next cycle'}`} note="">
        <NodePlan nodeId={node.id} cycleId={cycleId} />
        {mayDraft && <AddToPlan to={to} hasKeys />}
      </Part>
      <Part isDone={ready.led} title="Name a lead who may commit" note="">
        {!ready.led && (
          <Button size="small" onClick={() => select('node', node.id)}>
            Name a lead
          </Button>
        )}
      </Part>
    </section>
  )
}

type PartProps = { readonly isDone: boolean; readonly title: string; readonly note: string; readonly children: ReactNode }

function Part({ isDone, title, note, children }: PartProps) {
  return (
    <div className={styles['part']} data-done={isDone || undefined}>
      <h3>
        <i aria-hidden="true">{isDone && <Icon name="check" size={14} />}</i>
        {title}
        <span>{isDone ? 'done' : note}</span>
      </h3>
      {children}
    </div>
  )
}

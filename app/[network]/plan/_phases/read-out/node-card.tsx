'use client'
import { useMemo } from 'react'
import { aimText } from '../../../../../lib/client/metric-text.ts'
import { useNetwork } from '../../../../../lib/client/network/provider.tsx'
import type { Node, Objective, Ritual } from '../../../../../lib/domain/entity.ts'
import { leadsOf } from '../../../../../lib/domain/own-nodes.ts'
import { marketOf } from '../../../../../lib/domain/promise/market.ts'
import { isProvisional } from '../../../../../lib/domain/ritual/plan/needs.ts'
import { find, referring } from '../../../../../lib/domain/snapshot.ts'
import { listed, shortDay } from '../../../../components/graph/words.ts'
import { useAreaTone } from '../../../../components/ui/area-tone.ts'
import { NeedList } from './need-list.tsx'
import styles from './read-out.module.css'
import { Risks } from './risks.tsx'

/** What one node plans, as the room reads it: objectives with their key results, what it gives, what it takes, what may go wrong. */
export function NodeCard({ ritual, node }: { readonly ritual: Ritual; readonly node: Node }) {
  const { snapshot, assessment, today } = useNetwork()
  const tone = useAreaTone(node.areaId)
  const market = useMemo(() => marketOf(snapshot, assessment, node.id), [snapshot, assessment, node.id])
  const objectives = referring(snapshot, 'objective', 'nodeId', node.id).filter(({ cycleId }) => cycleId === ritual.cycleId)
  const leads = leadsOf(snapshot, node.id, today).flatMap((id) => find(snapshot, 'person', id)?.name ?? [])
  return (
    <article className={styles['card']} style={{ borderTopColor: tone?.colour }}>
      <header>
        <h2>{node.name}</h2>
        <p>
          {find(snapshot, 'area', node.areaId)?.name}
          {leads.length > 0 && ` · ${listed(leads)}`}
        </p>
      </header>
      <div className={styles['parts']}>
        <section className={styles['objectives']} aria-label="Objectives">
          {objectives.length === 0 && <p className={styles['quiet']}>No objective in this cycle; the node gives to others.</p>}
          {objectives.map((objective) => (
            <ObjectiveLines key={objective.id} objective={objective} />
          ))}
        </section>
        <div className={styles['sides']}>
          <NeedList title="We give" lines={market.gives} />
          <NeedList title="We need" lines={market.needs} />
        </div>
        <Risks ritual={ritual} node={node} />
      </div>
    </article>
  )
}

function ObjectiveLines({ objective }: { readonly objective: Objective }) {
  const { snapshot, today } = useNetwork()
  return (
    <section className={styles['objective']}>
      <h3>{objective.title}</h3>
      <ul>
        {referring(snapshot, 'keyResult', 'objectiveId', objective.id).map((keyResult) => (
          <li key={keyResult.id}>
            <b>{keyResult.title}</b>
            <span>
              {[
                aimText(keyResult.metric),
                keyResult.dueOn && `by ${shortDay(keyResult.dueOn, today)}`,
                find(snapshot, 'person', keyResult.ownerId)?.name,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            {isProvisional(snapshot, keyResult.id) && <em title="Something that it needs has not been promised">not final until confirmed</em>}
          </li>
        ))}
      </ul>
    </section>
  )
}

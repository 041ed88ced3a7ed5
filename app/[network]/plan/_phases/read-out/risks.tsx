'use client'
import { useState } from 'react'
import { useAction } from '../../../../../lib/client/actions/use-action.ts'
import { freshId } from '../../../../../lib/client/fresh-id.ts'
import { useMutate } from '../../../../../lib/client/mutate.ts'
import { useNetwork } from '../../../../../lib/client/network/provider.tsx'
import { useCan } from '../../../../../lib/client/who.ts'
import { call } from '../../../../../lib/domain/command/call.ts'
import type { Node, Ritual, RitualItem } from '../../../../../lib/domain/entity.ts'
import { asId } from '../../../../../lib/domain/ids.ts'
import { leadsOf } from '../../../../../lib/domain/own-nodes.ts'
import { referring } from '../../../../../lib/domain/snapshot.ts'
import { Button } from '../../../../components/ui/button.tsx'
import { KeyHint } from '../../../../components/ui/key-hint.tsx'
import { readOutActions, roamActions } from './actions.ts'
import styles from './read-out.module.css'
import { RiskForm } from './risk-form.tsx'
import { RiskLine } from './risk-line.tsx'
import type { Roam } from './roam.ts'

/** What may go wrong with the plan of a node. Each risk is resolved, owned, accepted or mitigated, by one letter. */
export function Risks({ ritual, node }: { readonly ritual: Ritual; readonly node: Node }) {
  const { snapshot, today } = useNetwork()
  const mutate = useMutate()
  const may = useCan('write')
  const [at, setAt] = useState(0)
  const [isAdding, setAdding] = useState(false)
  const risks = referring(snapshot, 'ritualItem', 'ritualId', ritual.id).filter(({ kind, nodeId }) => kind === 'risk' && nodeId === node.id)
  const current = risks[Math.min(at, risks.length - 1)]
  const answer = ({ id, ownerId }: RitualItem, status: Roam) => {
    const owner = status === 'owned' && ownerId === null ? (leadsOf(snapshot, node.id, today)[0] ?? null) : ownerId
    void mutate([call('ritualItem.update', { id, set: owner === null ? { status } : { status, ownerId: asId<'person'>(owner) } })])
  }
  const onCurrent = (status: Roam) => () => {
    if (current) answer(current, status)
  }
  const hasRisk = may && current !== undefined
  useAction(roamActions.resolved, onCurrent('resolved'), { enabled: hasRisk })
  useAction(roamActions.owned, onCurrent('owned'), { enabled: hasRisk })
  useAction(roamActions.accepted, onCurrent('accepted'), { enabled: hasRisk })
  useAction(roamActions.mitigated, onCurrent('mitigated'), { enabled: hasRisk })
  useAction(readOutActions.nextRisk, () => setAt(Math.min(risks.length - 1, at + 1)), { enabled: risks.length > 1 })
  useAction(readOutActions.previousRisk, () => setAt(Math.max(0, at - 1)), { enabled: risks.length > 1 })
  useAction(readOutActions.addRisk, () => setAdding(true), { enabled: may })
  const add = (text: string) => {
    setAt(risks.length)
    const id = freshId('ritualItem')
    void mutate([call('ritualItem.create', { id, ritualId: ritual.id, kind: 'risk', text, nodeId: node.id, subject: 'node', about: node.id })])
  }
  return (
    <section className={styles['risks']} aria-label="Risks">
      <h3>
        Risks <small>{risks.length}</small>
      </h3>
      {risks.length === 0 && !isAdding && <p className={styles['quiet']}>What could break this plan?</p>}
      <ul>
        {risks.map((risk, index) => (
          <RiskLine
            key={risk.id}
            risk={risk}
            isCurrent={risk === current}
            isEditable={may}
            choose={() => setAt(index)}
            answer={(status) => answer(risk, status)}
          />
        ))}
      </ul>
      {isAdding ? (
        <RiskForm place={{ entity: 'ritual', id: ritual.id, field: `line.risk.${node.id}` }} onAdd={add} onLeave={() => setAdding(false)} />
      ) : (
        may && (
          <Button size="small" onClick={() => setAdding(true)}>
            Add a risk <KeyHint keys="n" />
          </Button>
        )
      )}
    </section>
  )
}

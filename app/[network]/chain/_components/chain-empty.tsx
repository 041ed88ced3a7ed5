'use client'

import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { useMayAsk } from '../../../../lib/client/who.ts'
import { find, listOf, referring } from '../../../../lib/domain/snapshot.ts'
import { askNeed } from '../../../components/graph/connect-prompts.ts'
import { Button } from '../../../components/ui/button.tsx'
import { EmptyState } from '../../../components/ui/empty-state.tsx'
import styles from './chain-empty.module.css'

/** The chain before there is a need: the key results that most likely need something, one press away from saying it. */
export function ChainEmpty() {
  const { snapshot, assessment, cycle } = useNetwork()
  const ask = useMayAsk()
  const inCycle = listOf(snapshot, 'keyResult').filter(({ id }) => !cycle || assessment.keyResults.get(id)?.cycleId === cycle.id)
  const receives = (keyResultId: string) => referring(snapshot, 'exchange', 'toNodeId', assessment.keyResults.get(keyResultId)?.nodeId ?? '').length
  const likely = inCycle.toSorted((a, b) => receives(b.id) - receives(a.id)).slice(0, 3)
  if (likely.length === 0)
    return (
      <>
        <h1 className="visually-hidden">Chain</h1>
        <EmptyState title="The chain shows which key results depend on which others">
          There is no key result in this cycle yet. Write the first ones in the outline, then say here what they need from other nodes.
        </EmptyState>
      </>
    )
  return (
    <>
      <h1 className="visually-hidden">Chain</h1>
      <EmptyState title="No key result needs anything yet. What do these need from others?">
        <ul className={styles['likely']}>
          {likely.map(({ id, title, objectiveId }, at) => (
            <li key={id}>
              <span>
                <strong>{title}</strong>
                <small>{find(snapshot, 'node', find(snapshot, 'objective', objectiveId)?.nodeId ?? null)?.name}</small>
              </span>
              {ask('keyResult', find(snapshot, 'keyResult', id)) && (
                <Button tone={at === 0 ? 'primary' : 'plain'} onClick={() => askNeed({ consumerKeyResultId: id })}>
                  Say what it needs
                </Button>
              )}
            </li>
          ))}
        </ul>
      </EmptyState>
    </>
  )
}

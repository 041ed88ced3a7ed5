'use client'
import { useMemo } from 'react'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { needGraph } from '../../../../lib/domain/plan/graph.ts'
import { find } from '../../../../lib/domain/snapshot.ts'
import { needInWords } from '../../../components/graph/words.ts'
import { StatusBadge } from '../../../components/ui/status-badge.tsx'
import { type ChainItem, stopChain } from '../_drawing/stop-chain.ts'
import styles from './chain-list.module.css'

/** The chain of a stop as two lists: who gives, and who waits. */
export function ChainList({ keyResultId }: { readonly keyResultId: string }) {
  const { snapshot, assessment } = useNetwork()
  const graph = useMemo(() => needGraph(snapshot, assessment.cycleId), [snapshot, assessment.cycleId])
  const { items, links } = useMemo(() => stopChain({ graph, assessment, keyResultId }), [graph, assessment, keyResultId])
  const list = (title: string, of: readonly ChainItem[], none: string) => (
    <section>
      <h2>{title}</h2>
      {of.length === 0 && <p className={styles['quiet']}>{none}</p>}
      <ul>
        {of.map((item) => {
          const facts = assessment.keyResults.get(item.keyResultId ?? '')
          const link = links.find(({ fromId, toId }) => fromId === item.id || toId === item.id)
          const need = assessment.dependencies.get(link?.id ?? '')
          return (
            <li key={item.id}>
              {facts && <StatusBadge status={facts.display} size={22} />}
              <span>
                {find(snapshot, 'keyResult', item.keyResultId)?.title ?? find(snapshot, 'dependency', item.id)?.what ?? 'Not named yet'}
                <small>
                  {find(snapshot, 'node', item.nodeId ?? facts?.nodeId ?? null)?.name}
                  {need && ` · ${needInWords(need)}`}
                </small>
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
  return (
    <div className={styles['lists']}>
      {list(
        'Gives to it',
        items.filter(({ column }) => column < 0),
        'It needs nothing of others.',
      )}
      {list(
        'Waits for it',
        items.filter(({ column }) => column > 0),
        'Nobody waits for it.',
      )}
    </div>
  )
}

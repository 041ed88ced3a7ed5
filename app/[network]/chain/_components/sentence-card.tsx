'use client'

import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import type { ChainCard } from '../../../../lib/layout/scene.ts'
import { hangsOn } from '../../../components/graph/hangs-on.ts'
import { counted } from '../../../components/graph/words.ts'
import type { Reach } from './reach.ts'
import styles from './sentence-card.module.css'

type CardProps = { readonly card: ChainCard | undefined; readonly reach: Reach; readonly cards: ReadonlyMap<string, ChainCard> }

function nodesOf(ids: ReadonlySet<string>, cards: CardProps['cards']): number {
  return new Set([...ids].flatMap((id) => cards.get(id)?.nodeId ?? [])).size
}

function reachSentence(ids: ReadonlySet<string>, cards: CardProps['cards'], word: string, isNodes: boolean): string {
  if (isNodes) return counted(ids.size, 'node')
  return `${counted(ids.size, word)} of ${counted(nodesOf(ids, cards), 'node')}`
}

/** What the selected card hangs on and what hangs on it, as a sentence with counts. */
export function SentenceCard({ card, reach, cards }: CardProps) {
  const { snapshot, assessment } = useNetwork()
  if (!card) return null
  const isNode = card.kind === 'node'
  return (
    <section className={styles['card']} role="status" aria-label="What it hangs on">
      <p>
        <strong>{card.title.full}</strong> {isNode ? nodeSentence(assessment.nodes.get(card.id)) : hangsOn(snapshot, assessment, card.id)}
      </p>
      <p className={styles['counts']}>
        Upstream: {reach.upstream.size === 0 ? 'nothing' : reachSentence(reach.upstream, cards, 'key result', isNode)} · Downstream:{' '}
        {reach.downstream.size === 0 ? 'nothing' : reachSentence(reach.downstream, cards, 'key result', isNode)}
      </p>
    </section>
  )
}

function nodeSentence(facts: { readonly needs: number; readonly gives: number } | undefined): string {
  if (!facts) return ''
  return `needs ${counted(facts.needs, 'thing')} from other nodes and gives ${counted(facts.gives, 'thing')}.`
}

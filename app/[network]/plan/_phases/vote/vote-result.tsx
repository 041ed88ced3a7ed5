'use client'
import { useNetwork } from '../../../../../lib/client/network/provider.tsx'
import { meanOf, meanText } from '../../../../../lib/domain/ritual/plan/vote.ts'
import { leastOfNode } from '../../../../../lib/domain/ritual/spread.ts'
import { find } from '../../../../../lib/domain/snapshot.ts'
import { listed } from '../../../../components/graph/words.ts'
import { type Confidence, doubtful } from './confidence.ts'
import { Histogram } from './histogram.tsx'
import phase from './vote.module.css'
import styles from './vote-result.module.css'

/** “Legal (2.3) and Data (2.7)”. */
export function useDoubtWords(confidence: Confidence): string | null {
  const { snapshot } = useNetwork()
  const low = doubtful(confidence)
  if (low.length === 0) return null
  return listed(
    low.map((tally) => `${find(snapshot, 'node', tally.nodeId)?.name ?? 'a node that went'} (${meanText(meanOf(tally))})`),
    6,
  )
}

/** What the room voted: everybody, then node by node; the votes of nodes with few voters stand together. */
export function VoteResult({ confidence }: { readonly confidence: Confidence }) {
  const { snapshot } = useNetwork()
  return (
    <div className={styles['result']}>
      <Histogram name="Everybody" tally={confidence.all} isLarge />
      <div className={styles['nodes']}>
        {confidence.byNode.map((tally) => (
          <Histogram key={tally.id} name={find(snapshot, 'node', tally.nodeId)?.name ?? 'A node that went'} tally={tally} />
        ))}
        {confidence.others && <Histogram name="Others" tally={confidence.others} />}
      </div>
      <p className={phase['lead']}>A node stands by itself from {leastOfNode} votes on; fewer are counted together.</p>
    </div>
  )
}

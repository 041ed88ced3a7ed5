'use client'
import Link from 'next/link'
import { useMemo } from 'react'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { asId } from '../../../../lib/domain/ids.ts'
import { needGraph } from '../../../../lib/domain/plan/graph.ts'
import { isReceived } from '../../../../lib/domain/ritual/check/words-said.ts'
import { selfCheck } from '../../../../lib/domain/ritual/self-check.ts'
import { find } from '../../../../lib/domain/snapshot.ts'
import { counted, listed } from '../../../components/graph/words.ts'
import step from './check.module.css'
import { ContributionCard } from './contribution-card.tsx'
import styles from './line-to-core.module.css'

function waitingInWords(names: readonly string[], otherwise: string): string {
  return names.length === 0 ? otherwise : `${listed(names, 4)} ${names.length === 1 ? 'waits' : 'wait'} for us.`
}

/** Where a node stands: each of its key results with its line to the core, a sentence for each link, and who waits for whom. */
export function LineToCore({ nodeId }: { readonly nodeId: string }) {
  const { snapshot, assessment, cycle, slug } = useNetwork()
  const check = useMemo(() => selfCheck(snapshot, assessment, needGraph(snapshot, cycle?.id ?? null), nodeId), [snapshot, assessment, cycle, nodeId])
  const nameOf = (id: string) => find(snapshot, 'node', id)?.name ?? 'a node that went'
  const isWaited = ({ dependencyIds }: { readonly dependencyIds: readonly string[] }) =>
    dependencyIds.some((id) => assessment.dependencies.get(id)?.isSettled === false && !isReceived(snapshot, { id: asId<'dependency'>(id) }))
  const takers = check.whoWaits.filter(isWaited).map(({ consumerNodeId }) => nameOf(consumerNodeId))
  const givers = check.waitsFor.filter(isWaited).map(({ supplierNodeId }) => nameOf(supplierNodeId))
  if (check.lines.length === 0)
    return (
      <section className={step['none']}>
        <p>This node has no key result in this cycle yet, so nothing of it shows in the plan.</p>
        <Link href={`/${slug}/outline?q=${encodeURIComponent(find(snapshot, 'node', nodeId)?.name ?? '')}`}>Add a key result in the outline</Link>
      </section>
    )
  return (
    <section aria-labelledby="line-title">
      <h2 id="line-title" className="visually-hidden">
        Our line to the core
      </h2>
      <p className={step['lead']}>
        We move {counted(check.lines.length, 'key result')}. {waitingInWords(takers, 'No other node waits for us.')}{' '}
        {givers.length > 0 && `We wait for ${listed(givers, 4)}.`}
      </p>
      <ul className={styles['cards']}>
        {check.lines.map((line) => (
          <li key={line.keyResultId}>
            <ContributionCard line={line} />
          </li>
        ))}
      </ul>
    </section>
  )
}

'use client'
import dynamic from 'next/dynamic'
import { useMemo } from 'react'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { supplyGraph, waitedFor } from '../../../lib/domain/measure/chance/supply.ts'
import { nodeUnlessSentence, resultsOfNode, unlessSentence, waitsForSentence } from '../../../lib/domain/plan/unless-sentence.ts'
import styles from './figure.module.css'
import { NamedSentence } from './named-sentence.tsx'

const NumbersOf = dynamic(() => import('./numbers-of.tsx').then(({ NumbersOf: loaded }) => loaded))

type Props = { readonly entity: 'node' | 'keyResult'; readonly id: string }

/** What a node or a key result cannot do without and who waits for it, then its numbers; nothing where nothing is worth saying. */
export function RestsOn({ entity, id }: Props) {
  const { snapshot, cycle } = useNetwork()
  const cycleId = cycle?.id ?? null
  const said = useMemo(() => {
    const graph = waitedFor(supplyGraph(snapshot, cycleId))
    const own = entity === 'node' ? resultsOfNode(snapshot, graph, id) : [id]
    const rests = entity === 'node' ? nodeUnlessSentence(snapshot, graph, id) : unlessSentence(snapshot, graph, id)
    return { rests, waits: waitsForSentence(snapshot, graph, own), isCounted: own.some((each) => graph.vertexById.has(each)) }
  }, [snapshot, cycleId, entity, id])
  if (!said.isCounted) return null
  return (
    <section className={styles['rests']} aria-labelledby={`rests-${id}`}>
      <h3 id={`rests-${id}`}>What rests on what</h3>
      {said.rests && (
        <p data-said="unless">
          <NamedSentence sentence={said.rests} />
        </p>
      )}
      {said.waits && (
        <p data-said="waits">
          <NamedSentence sentence={said.waits} />
        </p>
      )}
      <NumbersOf entity={entity} id={id} />
    </section>
  )
}

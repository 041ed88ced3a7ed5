'use client'
import { useMemo } from 'react'
import { useNetwork } from '../../../../../lib/client/network/provider.tsx'
import { type NodeReadiness, readiness } from '../../../../../lib/domain/ritual/plan/readiness.ts'
import { find, listOf } from '../../../../../lib/domain/snapshot.ts'
import { useAreaTones } from '../../../../components/ui/area-tone.ts'
import styles from './readiness.module.css'

/** The three things by which a node is ready, as what is to do. */
const readyWords = { graded: 'grade the last cycle', drafted: 'draft an objective', led: 'name a lead' } as const
type Ready = keyof typeof readyWords
const parts: readonly Ready[] = ['graded', 'drafted', 'led']

/** What is left to do for a node, in one line. */
function readySentence(node: NodeReadiness): string {
  const missing = parts.filter((part) => !node[part]).map((part) => readyWords[part])
  return missing.length === 0 ? 'ready' : `to do: ${missing.join(', ')}`
}

/** How ready each node is: three dots, area by area, with what is missing. No order but that of the network. */
export function ReadinessList({ cycleId }: { readonly cycleId: string | null }) {
  const { snapshot, today } = useNetwork()
  const tones = useAreaTones()
  const nodes = useMemo(() => readiness(snapshot, { cycleId, today }), [snapshot, cycleId, today])
  const ready = nodes.filter(({ dots }) => dots === parts.length).length
  return (
    <section className={styles['readiness']} aria-labelledby="plan-readiness">
      <h2 id="plan-readiness">
        Readiness{' '}
        <span>
          {ready} of {nodes.length} nodes are ready
        </span>
      </h2>
      <ul className={styles['areas']}>
        {listOf(snapshot, 'area').map(({ id, name }) => (
          <li key={id}>
            <h3>
              <i style={{ background: tones.get(id)?.colour }} />
              {name}
            </h3>
            <ul>
              {nodes
                .filter(({ nodeId }) => find(snapshot, 'node', nodeId)?.areaId === id)
                .map((node) => (
                  <li key={node.nodeId} className={styles['node']} data-ready={node.dots === parts.length || undefined}>
                    <Dots node={node} />
                    <b>{find(snapshot, 'node', node.nodeId)?.name}</b>
                    <span>{readySentence(node)}</span>
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** One dot for each of the three that is true. */
export function Dots({ node }: { readonly node: NodeReadiness }) {
  return (
    <span className={styles['dots']} role="img" aria-label={`${node.dots} of ${parts.length}`}>
      {parts.map((part) => (
        <i key={part} data-on={node[part] || undefined} title={node[part] ? 'done' : `to do: ${readyWords[part]}`} />
      ))}
    </span>
  )
}

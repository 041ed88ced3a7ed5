'use client'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { useView } from '../../../../lib/client/view.ts'
import type { Assessment } from '../../../../lib/domain/okr/assessment.ts'
import type { OpenAsks } from '../../../../lib/domain/ritual/open-asks.ts'
import { listOf, referring } from '../../../../lib/domain/snapshot.ts'
import { useAreaTones } from '../../../components/ui/area-tone.ts'
import styles from './plan.module.css'

type Props = { readonly assessment: Assessment; readonly asks: OpenAsks }

/** Node by node: what it plans, what it is asked for, and what it still waits for. */
export function NodeReadiness({ assessment, asks }: Props) {
  const { snapshot } = useNetwork()
  const { select } = useView()
  const tones = useAreaTones()
  const open = [...asks.unanswered, ...asks.refused]
  return (
    <section className={styles['section']}>
      <h2>What each node plans</h2>
      <div className={styles['tableScroll']}>
        <table className={styles['nodes']}>
          <thead>
            <tr>
              <th scope="col">Node</th>
              <th scope="col">Objectives</th>
              <th scope="col">Key results</th>
              <th scope="col">Has to answer</th>
              <th scope="col">Waits for</th>
            </tr>
          </thead>
          {listOf(snapshot, 'area').map((area) => (
            <tbody key={area.id}>
              <tr>
                <th colSpan={5} scope="rowgroup" className={styles['area']}>
                  <span className={styles['dot']} style={{ background: tones.get(area.id)?.colour }} />
                  {area.name}
                </th>
              </tr>
              {referring(snapshot, 'node', 'areaId', area.id).map((node) => {
                const facts = assessment.nodes.get(node.id)
                const toAnswer = open.filter(({ supplierNodeId, whoseMove }) => supplierNodeId === node.id && whoseMove !== 'consumer').length
                const waits = open.filter(({ consumerNodeId }) => consumerNodeId === node.id).length
                return (
                  <tr key={node.id}>
                    <th scope="row">
                      <button type="button" className={styles['node']} data-record={node.id} onClick={() => select('node', node.id)}>
                        {node.name}
                      </button>
                    </th>
                    <td>{facts?.objectives || <span className={styles['none']}>none yet</span>}</td>
                    <td>{facts?.keyResults || '–'}</td>
                    <td className={toAnswer > 0 ? styles['asked'] : undefined}>{toAnswer || '–'}</td>
                    <td>{waits || '–'}</td>
                  </tr>
                )
              })}
            </tbody>
          ))}
        </table>
      </div>
    </section>
  )
}

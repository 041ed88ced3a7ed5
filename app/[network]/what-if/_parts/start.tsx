'use client'
import Link from 'next/link'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { listOf } from '../../../../lib/domain/snapshot.ts'
import { useAreaTones } from '../../../components/ui/area-tone.ts'
import { EmptyState } from '../../../components/ui/empty-state.tsx'
import own from './start.module.css'
import { type Way, wayIn, wayOptions } from './ways.ts'
import styles from './what-if.module.css'

type Props = { readonly onNode: (id: string) => void; readonly onWay: (way: Way) => void }

/** What one can suppose, before anything is supposed: every node by its area, and everything else. */
export function Start({ onNode, onWay }: Props) {
  const { snapshot, slug } = useNetwork()
  const tones = useAreaTones()
  const nodes = listOf(snapshot, 'node')
  if (nodes.length === 0)
    return (
      <EmptyState
        title="There is nothing to suppose yet"
        ghost={<Ghost />}
        action={<Link href={`/${slug}/map`}>Name the first group of activities</Link>}
      >
        With nodes, key results and needs here, you can try what would happen without one of them, or on another day.
      </EmptyState>
    )
  return (
    <div className={own['start']}>
      <section aria-labelledby="leg">
        <h2 id="leg">Lose a leg</h2>
        <p className={styles['quiet']}>Take out a node and see what stops, who is cut off and who could stand in.</p>
        {listOf(snapshot, 'area').map(({ id, name }) => {
          const held = nodes.filter(({ areaId }) => areaId === id)
          if (held.length === 0) return null
          return (
            <div key={id} className={own['area']}>
              <h3>
                <i style={{ background: tones.get(id)?.colour }} aria-hidden="true">
                  {tones.get(id)?.letter}
                </i>
                {name}
              </h3>
              <div className={own['legs']}>
                {held.map((node) => (
                  <button key={node.id} type="button" onClick={() => onNode(node.id)}>
                    <span className="visually-hidden">Without </span>
                    {node.name}
                  </button>
                ))}
              </div>
            </div>
          )
        })}
      </section>
      <section aria-labelledby="otherwise">
        <h2 id="otherwise">Or suppose something else</h2>
        <ul className={own['ways']}>
          {wayOptions(snapshot, null)
            .filter(({ id }) => id !== 'node')
            .map(({ id, label }) => (
              <li key={id}>
                <button
                  type="button"
                  onClick={() => {
                    const way = wayIn(id)
                    if (way) onWay(way)
                  }}
                >
                  {label}
                </button>
              </li>
            ))}
        </ul>
      </section>
    </div>
  )
}

function Ghost() {
  return (
    <svg width="360" height="96" viewBox="0 0 360 96" fill="none" stroke="var(--border)" strokeWidth="1.500" aria-hidden="true">
      <path d="M12 12h150v72H12ZM198 12h150v72H198Z" strokeDasharray="6 4" />
      <path d="M26 34h90M26 56h60M212 34h40M212 56h100" strokeOpacity="0.6" />
      <path d="M170 48h20m-6-6 6 6-6 6" />
    </svg>
  )
}

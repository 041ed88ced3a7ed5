'use client'
import Link from 'next/link'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { useView } from '../../../../lib/client/view.ts'
import type { Node, Participation } from '../../../../lib/domain/entity.ts'
import { participationsOn } from '../../../../lib/domain/people/participations.ts'
import { partyIn } from '../../../../lib/domain/people/party.ts'
import { listOf } from '../../../../lib/domain/snapshot.ts'
import { tiers } from '../../../../lib/domain/vocabulary.ts'
import { EmptyState } from '../../../components/ui/empty-state.tsx'
import { AddParticipation } from './add-participation.tsx'
import { AreaMark } from './area-mark.tsx'
import { ParticipationLine } from './participation-line.tsx'
import { PartyName } from './party-name.tsx'
import styles from './people.module.css'
import { tierHeadings } from './people-words.ts'

type Props = { readonly on: string; readonly keeps: (words: string) => boolean }

/** Every node with who takes part in it on a day, by tier. */
export function ByNode({ on, keeps }: Props) {
  const { snapshot, slug } = useNetwork()
  const areas = listOf(snapshot, 'area')
  const nodes = listOf(snapshot, 'node')
  const wordsOf = (node: Node) => [node.name, ...participationsOn(snapshot, node.id, on).map((each) => partyIn(snapshot, each)?.name ?? '')].join(' ')
  if (nodes.length === 0)
    return (
      <EmptyState
        title="Who takes part in which group of activities"
        ghost={<NodesGhost />}
        action={<Link href={`/${slug}/map`}>Name the first group of activities on the map</Link>}
      >
        Each node stands here with its leads, core members and co-creators, on any day.
      </EmptyState>
    )
  if (!nodes.some((node) => keeps(wordsOf(node)))) return <p className={styles['quiet']}>No node passes the filter.</p>
  return (
    <div className={styles['areas']}>
      {areas.map((area) => {
        const held = nodes.filter((node) => node.areaId === area.id && keeps(wordsOf(node)))
        if (held.length === 0) return null
        return (
          <section key={area.id} aria-labelledby={`area-${area.id}`}>
            <h2 id={`area-${area.id}`} className={styles['areaName']}>
              <AreaMark areaId={area.id} /> {area.name}
            </h2>
            <ul className={styles['cards']}>
              {held.map((node) => (
                <NodeCard key={node.id} node={node} on={on} />
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

function NodesGhost() {
  return (
    <svg width="360" height="96" viewBox="0 0 360 96" fill="none" stroke="var(--border)" strokeWidth="1.500" aria-hidden="true">
      <path d="M24 34h60M24 50h44M24 66h52M142 34h60M142 50h44M260 34h60M260 50h44M260 66h36" strokeOpacity="0.6" />
      <path d="M12 12h100v72H12ZM130 12h100v72H130ZM248 12h100v72H248Z" strokeDasharray="6 4" />
    </svg>
  )
}

function NodeCard({ node, on }: { readonly node: Node; readonly on: string }) {
  const { snapshot } = useNetwork()
  const { select } = useView()
  const held = participationsOn(snapshot, node.id, on)
  return (
    <li className={styles['card']}>
      <h3>
        <button type="button" data-record={node.id} onClick={() => select('node', node.id)}>
          {node.name}
        </button>
      </h3>
      {held.length === 0 && <p className={styles['quiet']}>Nobody takes part on this day.</p>}
      {tiers.map((tier) => (
        <Tier key={tier} tier={tier} held={held.filter((each) => each.tier === tier)} />
      ))}
      <AddParticipation node={node} on={on} hasLead={held.some(({ tier }) => tier === 'lead')} />
    </li>
  )
}

function Tier({ tier, held }: { readonly tier: Participation['tier']; readonly held: readonly Participation[] }) {
  const { snapshot } = useNetwork()
  if (held.length === 0) return null
  return (
    <div className={styles['tier']}>
      <h4>{tierHeadings[tier]}</h4>
      <ul>
        {held.map((participation) => {
          const party = partyIn(snapshot, participation)
          return (
            <ParticipationLine key={participation.id} participation={participation} name={party?.name ?? 'Somebody'}>
              <PartyName party={party} />
            </ParticipationLine>
          )
        })}
      </ul>
    </div>
  )
}

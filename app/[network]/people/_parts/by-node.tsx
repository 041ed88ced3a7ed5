'use client'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { useView } from '../../../../lib/client/view.ts'
import type { Node, Participation } from '../../../../lib/domain/entity.ts'
import { participationsOn } from '../../../../lib/domain/people/participations.ts'
import { partyIn } from '../../../../lib/domain/people/party.ts'
import { listOf } from '../../../../lib/domain/snapshot.ts'
import { tiers } from '../../../../lib/domain/vocabulary.ts'
import { AddParticipation } from './add-participation.tsx'
import { AreaMark } from './area-mark.tsx'
import { ParticipationLine } from './participation-line.tsx'
import { PartyName } from './party-name.tsx'
import styles from './people.module.css'
import { tierHeadings } from './people-words.ts'

type Props = { readonly on: string; readonly keeps: (words: string) => boolean }

/** Every node with who takes part in it on a day, by tier. */
export function ByNode({ on, keeps }: Props) {
  const { snapshot } = useNetwork()
  const areas = listOf(snapshot, 'area')
  const nodes = listOf(snapshot, 'node')
  const wordsOf = (node: Node) => [node.name, ...participationsOn(snapshot, node.id, on).map((each) => partyIn(snapshot, each)?.name ?? '')].join(' ')
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

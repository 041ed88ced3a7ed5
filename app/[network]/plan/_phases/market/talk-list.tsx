'use client'
import { useNetwork } from '../../../../../lib/client/network/provider.tsx'
import { useView } from '../../../../../lib/client/view.ts'
import type { Ritual } from '../../../../../lib/domain/entity.ts'
import { find } from '../../../../../lib/domain/snapshot.ts'
import side from '../../../../components/board/side.module.css'
import { listed } from '../../../../components/graph/words.ts'
import { Button } from '../../../../components/ui/button.tsx'
import styles from './talk-list.module.css'
import { type Talk, useTalks, useTalkToggle } from './use-talks.ts'

/** Who wants to talk with whom, for who leads the session. */
export function TalkList({ ritual }: { readonly ritual: Ritual }) {
  const talks = useTalks(ritual)
  const toggle = useTalkToggle(ritual, talks)
  if (talks.size === 0) return null
  return (
    <section className={side['section']} aria-label="Let us talk">
      <h2>
        Let us talk <span className={side['count']}>{talks.size}</span>
      </h2>
      <ul>
        {[...talks.values()].map((talk) => (
          <li key={talk.item.id} className={styles['talkLine']}>
            <TalkWords talk={talk} />
            <Button size="small" onClick={() => toggle(talk.dependencyId, null)}>
              Talked
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function TalkWords({ talk }: { readonly talk: Talk }) {
  const { snapshot, assessment } = useNetwork()
  const { select } = useView()
  const facts = assessment.dependencies.get(talk.dependencyId)
  const nameOf = (id: string | null | undefined) => find(snapshot, 'node', id ?? null)?.name ?? ''
  return (
    <button type="button" className={styles['talkWords']} data-record={talk.dependencyId} onClick={() => select('need', talk.dependencyId)}>
      <b>{talk.names.length > 0 ? listed(talk.names, 4) : `${nameOf(facts?.consumerNodeId)} and ${nameOf(facts?.supplierNodeId)}`}</b>
      <span>
        {nameOf(facts?.supplierNodeId)} → {nameOf(facts?.consumerNodeId)}: {talk.item.text}
      </span>
    </button>
  )
}

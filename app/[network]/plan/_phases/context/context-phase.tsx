'use client'
import Link from 'next/link'
import { useNetwork } from '../../../../../lib/client/network/provider.tsx'
import { useBigScreen } from '../../../../../lib/client/ritual/big-screen.ts'
import { useLead } from '../../../../../lib/client/ritual/use-lead.ts'
import type { Ritual } from '../../../../../lib/domain/entity.ts'
import { networkOf } from '../../../../../lib/domain/snapshot.ts'
import { MapGround } from '../../_parts/map-ground.tsx'
import { AreaWeights } from './area-weights.tsx'
import styles from './context.module.css'
import { EntryList } from './entry-list.tsx'
import { Questions } from './questions.tsx'

/** What the cycle is about: what the network is for, three priorities, what is left, how the areas weigh, and the questions to all that. */
export function ContextPhase({ ritual }: { readonly ritual: Ritual }) {
  const { snapshot, slug } = useNetwork()
  const { isBig } = useBigScreen()
  const isLead = useLead(ritual) && !isBig
  const { name, mission, vision, valueProposition } = networkOf(snapshot)
  return (
    <div className={styles['page']} data-scope="ritual" data-home-scope="ritual" data-big={isBig || undefined}>
      <MapGround />
      <header className={styles['core']}>
        <p>{name}</p>
        <h2>{valueProposition ?? mission ?? vision ?? `What is ${name} for?`}</h2>
        {!isBig && (
          <Link href={`/${slug}/map`} prefetch={false}>
            Open the map
          </Link>
        )}
      </header>
      <div className={styles['parts']}>
        <EntryList
          ritual={ritual}
          kind="priority"
          title="Three priorities"
          most={3}
          label="Add a priority"
          placeholder="Such as “Keep every client through winter”"
          empty="The sponsor names at most three."
          mayEdit={isLead}
        />
        <EntryList
          ritual={ritual}
          kind="exclusion"
          title="What we leave"
          most={20}
          label="Add what is left out"
          placeholder="Such as “No new countries”"
          empty="What is not done in this cycle, so that nobody waits for it."
          mayEdit={isLead}
        />
        <AreaWeights ritual={ritual} mayEdit={isLead} />
        <Questions ritual={ritual} />
      </div>
    </div>
  )
}

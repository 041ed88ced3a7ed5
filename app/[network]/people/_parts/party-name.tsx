'use client'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { useView } from '../../../../lib/client/view.ts'
import type { Party } from '../../../../lib/domain/people/party.ts'
import { find } from '../../../../lib/domain/snapshot.ts'
import styles from './party-name.module.css'

/** A person or team by name; who is not known by name is marked by shape and word. */
export function PartyName({ party }: { readonly party: Party | null }) {
  const { snapshot } = useNetwork()
  const { select } = useView()
  if (!party) return <span>Somebody who has left</span>
  if (party.kind === 'team')
    return (
      <span className={styles['party']}>
        <strong>{party.name}</strong> <em>team</em>
      </span>
    )
  const isPlaceholder = find(snapshot, 'person', party.id)?.isPlaceholder ?? false
  return (
    <button type="button" className={styles['party']} data-placeholder={isPlaceholder || undefined} onClick={() => select('person', party.id)}>
      <strong>{party.name}</strong> {isPlaceholder && <em>not known by name</em>}
    </button>
  )
}

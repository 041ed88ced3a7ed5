'use client'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import type { Acceptance } from '../../../lib/domain/entity.ts'
import { dayText } from '../../../lib/domain/promise/day-words.ts'
import { find } from '../../../lib/domain/snapshot.ts'
import styles from './accepted-words.module.css'

/** Why it was accepted, who answers for it, and until when. */
export function AcceptedWords({ acceptance: { because, ownerId, reviewOn } }: { readonly acceptance: Acceptance }) {
  const { snapshot, today } = useNetwork()
  const owner = find(snapshot, 'person', ownerId)?.name
  return (
    <p className={styles['accepted']}>
      Accepted because “{because}”{owner === undefined ? '' : `; ${owner} answers for it`}. Looked at again on {dayText(reviewOn, today)}.
    </p>
  )
}

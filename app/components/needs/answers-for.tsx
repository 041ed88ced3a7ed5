'use client'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { useWho } from '../../../lib/client/who.ts'
import { speakersFor } from '../../../lib/domain/access.ts'
import { find } from '../../../lib/domain/snapshot.ts'
import { listed } from '../graph/words.ts'
import styles from './ask-dialog.module.css'
import { idIn } from './need-call.ts'

/** Who answers for the node that is asked: known before asking, so that nobody asks into the air. */
export function AnswersFor({ supplier }: { readonly supplier: string }) {
  const { snapshot, assessment, today } = useNetwork()
  const who = useWho()
  const nodeId = idIn(supplier, 'node') ?? assessment.keyResults.get(idIn(supplier, 'kr') ?? '')?.nodeId ?? null
  if (nodeId === null) return null
  const names = speakersFor(snapshot, who, nodeId, today).flatMap((id) => find(snapshot, 'person', id)?.name ?? [])
  const node = find(snapshot, 'node', nodeId)?.name ?? ''
  const place = supplier.startsWith('kr:') ? `${node} · ` : ''
  return (
    <span className={styles['hint']}>
      {place}
      {names.length > 0 ? `${listed(names)} ${names.length === 1 ? 'answers' : 'answer'}` : 'an owner of the network answers'}
    </span>
  )
}

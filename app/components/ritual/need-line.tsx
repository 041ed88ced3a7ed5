'use client'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { useView } from '../../../lib/client/view.ts'
import { find } from '../../../lib/domain/snapshot.ts'
import { needInWords, shortDay } from '../graph/words.ts'
import styles from './ritual.module.css'

const badConditions = new Set(['late', 'overdue', 'declined', 'revoked', 'backwards'])

/** Both ends of a need in words: who gives, and who waits. */
export function useNeedEnds(needId: string) {
  const { snapshot, assessment } = useNetwork()
  const need = find(snapshot, 'dependency', needId)
  const facts = assessment.dependencies.get(needId)
  const nodeName = (id: string | null | undefined) => find(snapshot, 'node', id ?? null)?.name ?? 'a node that went'
  return {
    need,
    facts,
    supplier: nodeName(facts?.supplierNodeId),
    consumer: nodeName(facts?.consumerNodeId),
    consumerTitle: find(snapshot, 'keyResult', need?.consumerKeyResultId ?? null)?.title ?? '',
    supplierTitle: find(snapshot, 'keyResult', need?.supplierKeyResultId ?? null)?.title ?? null,
  }
}

/** One need as a line: what, from whom, for which result, by when, and how it stands. A press opens it beside. */
export function NeedLine({ needId, extra }: { readonly needId: string; readonly extra?: string }) {
  const { today } = useNetwork()
  const { select, selection } = useView()
  const { need, facts, supplier, consumer, consumerTitle, supplierTitle } = useNeedEnds(needId)
  if (!need || !facts) return null
  return (
    <button
      type="button"
      className={styles['line']}
      aria-pressed={selection?.id === needId}
      data-record={needId}
      onClick={() => select('need', needId)}
    >
      <span className={styles['what']}>{need.what || supplierTitle || 'Something not named yet'}</span>
      <span className={styles['ends']}>
        <b>{supplier}</b> → <b>{consumer}</b>, for “{consumerTitle}”
      </span>
      <span className={styles['facts']}>
        {need.neededOn && <span>needed {shortDay(need.neededOn, today)}</span>}
        <span className={badConditions.has(facts.condition) ? styles['bad'] : undefined}>{needInWords(facts)}</span>
        {extra && <span>{extra}</span>}
      </span>
    </button>
  )
}

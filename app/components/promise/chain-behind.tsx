'use client'
import Link from 'next/link'
import { useMemo } from 'react'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { selectionOf } from '../../../lib/client/view.ts'
import type { Dependency } from '../../../lib/domain/entity.ts'
import { needGraph } from '../../../lib/domain/plan/graph.ts'
import { downstreamOf } from '../../../lib/domain/plan/reach.ts'
import { find } from '../../../lib/domain/snapshot.ts'
import { counted, listed } from '../graph/words.ts'
import styles from './promise.module.css'

/** What hangs on a need: whoever answers sees for whom it is in the end. */
export function ChainBehind({ need }: { readonly need: Dependency }) {
  const { snapshot, assessment, slug } = useNetwork()
  const keyResultId = need.consumerKeyResultId
  const cycleId = assessment.keyResults.get(keyResultId)?.cycleId ?? null
  const behind = useMemo(() => [...downstreamOf(needGraph(snapshot, cycleId), keyResultId).keys()], [snapshot, cycleId, keyResultId])
  const titles = behind.flatMap((id) => find(snapshot, 'keyResult', id)?.title ?? []).map((title) => `“${title}”`)
  const consumer = find(snapshot, 'keyResult', keyResultId)?.title ?? ''
  return (
    <p className={styles['quiet']}>
      {behind.length === 0
        ? `Nothing else waits behind “${consumer}”.`
        : `Behind “${consumer}”, ${counted(behind.length, 'more key result')} ${behind.length === 1 ? 'waits' : 'wait'}: ${listed(titles)}.`}{' '}
      <Link href={`/${slug}/chain?sel=${selectionOf('kr', keyResultId)}`}>Show in the chain</Link>
    </p>
  )
}

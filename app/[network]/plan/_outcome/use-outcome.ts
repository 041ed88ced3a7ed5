'use client'
import { useMemo } from 'react'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { usePast } from '../../../../lib/client/network/use-past.ts'
import type { Ritual } from '../../../../lib/domain/entity.ts'
import { find } from '../../../../lib/domain/snapshot.ts'
import { type Outcome, outcomeOf } from './outcome-of.ts'

export type OutcomeRead = { readonly step: 'loading' } | { readonly step: 'failed' } | { readonly step: 'open'; readonly outcome: Outcome }

/** What a committed plan left: told of its baseline, with what became of it since. */
export function useOutcome(ritual: Ritual): OutcomeRead {
  const { snapshot, today } = useNetwork()
  const revision = find(snapshot, 'mark', ritual.markId)?.revision ?? ritual.revision
  const read = usePast(revision)
  const baseline = read.step === 'open' ? read.past.snapshot : null
  return useMemo(() => {
    if (baseline === null) return { step: read.step === 'failed' ? 'failed' : 'loading' }
    return { step: 'open', outcome: outcomeOf(ritual, { snapshot, baseline, today }) }
  }, [snapshot, ritual, baseline, read.step, today])
}

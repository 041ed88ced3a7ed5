'use client'
import { useMemo } from 'react'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { usePast } from '../../../../lib/client/network/use-past.ts'
import type { Ritual } from '../../../../lib/domain/entity.ts'
import { type NamedOutput, withNames } from '../../../../lib/domain/ritual/output/named.ts'
import type { RitualOutput } from '../../../../lib/domain/ritual/output/output.ts'
import { planOutput } from '../../../../lib/domain/ritual/plan/output.ts'
import { type SinceBaseline, sinceBaseline } from '../../../../lib/domain/ritual/plan/since/since.ts'
import { find, type Snapshot } from '../../../../lib/domain/snapshot.ts'

export type Outcome = {
  readonly output: RitualOutput
  /** the same with the names of people in it */
  readonly named: NamedOutput
  readonly nameOf: (personId: string) => string | null
  /** the network as it was when the plan was committed */
  readonly baseline: Snapshot
  readonly since: SinceBaseline | null
}

export type OutcomeRead = { readonly step: 'loading' } | { readonly step: 'failed' } | { readonly step: 'open'; readonly outcome: Outcome }

/** What a committed plan left: told of its baseline, with what became of it since. */
export function useOutcome(ritual: Ritual): OutcomeRead {
  const { snapshot, today } = useNetwork()
  const revision = find(snapshot, 'mark', ritual.markId)?.revision ?? ritual.revision
  const read = usePast(revision)
  const baseline = read.step === 'open' ? read.past.snapshot : null
  return useMemo(() => {
    if (baseline === null) return { step: read.step === 'failed' ? 'failed' : 'loading' }
    const nameOf = (id: string) => find(snapshot, 'person', id)?.name ?? null
    const output = planOutput(snapshot, ritual, { now: `${today}T12:00:00Z`, baseline })
    const since = ritual.cycleId === null ? null : sinceBaseline(baseline, snapshot, { cycleId: ritual.cycleId, today })
    return { step: 'open', outcome: { output, named: withNames(output, { nameOf }), nameOf, baseline, since } }
  }, [snapshot, ritual, baseline, read.step, today])
}

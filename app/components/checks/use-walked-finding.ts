'use client'
import { useEffect, useMemo, useRef } from 'react'
import { checkedOf } from '../../../lib/client/network/checked.ts'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import type { CheckFinding } from '../../../lib/domain/checks/findings.ts'
import { walkedFindings } from '../../../lib/domain/checks/grouped.ts'
import { firstFinding, useFindingAddress } from './finding-address.ts'
import { useLeftOpen } from './left-open.ts'
import { useKeptIndex } from './use-kept-index.ts'

/** Where somebody stands who walks the findings on a drawing. */
export type WalkedFinding = {
  /** null where there is none */
  readonly finding: CheckFinding | null
  /** it was accepted before somebody came to it: it is none of those that are walked, which come after it */
  readonly isAccepted: boolean
  readonly at: number
  readonly count: number
  /** whether the address named another one, which is not there any more */
  readonly isGone: boolean
  readonly step: (by: 1 | -1) => void
  readonly end: () => void
}

/** The findings in the order in which one walks through them, and the one that the address names. One that is settled or accepted leaves its place to the next. */
export function useWalkedFinding(): WalkedFinding {
  const { snapshot, assessment } = useNetwork()
  const { wanted, go } = useFindingAddress()
  const { findings, accepted } = checkedOf(snapshot, assessment)
  const { isLeft } = useLeftOpen({ findings }, wanted)
  const own = isLeft ? undefined : accepted.find(({ id }) => id === wanted)
  const walked = useMemo(() => walkedFindings(findings), [findings])
  const at = useKeptIndex(walked, wanted)
  const finding = own ?? walked[at] ?? null
  const isNamed = finding !== null && finding.id === wanted
  const wasNamed = useRef(false)
  const isGone = !isNamed && !wasNamed.current && wanted !== firstFinding
  useEffect(() => {
    wasNamed.current ||= isNamed
    // the address names what is looked at, also after a finding was settled
    if (finding && !isNamed && !isGone) go(finding.id)
  })
  return {
    finding,
    isAccepted: own !== undefined,
    at,
    count: walked.length,
    isGone,
    step: (by) => {
      const next = own ? (by === 1 ? walked[at] : undefined) : walked[at + by]
      if (next) go(next.id)
    },
    end: () => go(null),
  }
}

'use client'
import { useMemo, useState } from 'react'
import { useMutate } from '../../../../../lib/client/mutate.ts'
import { useNetwork } from '../../../../../lib/client/network/provider.tsx'
import { useSteps } from '../../../../../lib/client/ritual/steps.ts'
import { useLead } from '../../../../../lib/client/ritual/use-lead.ts'
import { call } from '../../../../../lib/domain/command/call.ts'
import type { Ritual } from '../../../../../lib/domain/entity.ts'
import type { Finding } from '../../../../../lib/domain/ritual/plan/fit/finding.ts'
import { fitFindings } from '../../../../../lib/domain/ritual/plan/fit/findings.ts'
import { isOpenFinding } from '../../../../../lib/domain/ritual/plan/fit/handle.ts'
import { useKeptIndex } from '../../../../components/checks/use-kept-index.ts'

/** The findings of the plan, and the one that is looked at: that of the room while one follows, else one's own. */
export function useFindings(ritual: Ritual) {
  const { snapshot, assessment } = useNetwork()
  const mutate = useMutate()
  const isLead = useLead(ritual)
  const findings = useMemo(() => fitFindings(snapshot, assessment, { ritualId: ritual.id }), [snapshot, assessment, ritual.id])
  const [own, setOwn] = useState<string | null>(null)
  const isFollowing = isLead || own === null
  const wanted = isFollowing ? ritual.place : own
  const at = useKeptIndex(findings, wanted)
  const go = (to: number): boolean => {
    const finding = findings[to]
    if (!finding) return false
    if (isLead) void mutate([call('ritual.move', { id: ritual.id, place: finding.id })])
    else setOwn(finding.id)
    return true
  }
  const nextOpen = (from: number, by: 1 | -1) => {
    for (let to = from + by; to >= 0 && to < findings.length; to += by) {
      const finding = findings[to]
      if (finding && isOpenFinding(finding)) return to
    }
    return from + by
  }
  useSteps({ next: () => go(nextOpen(at, 1)), back: () => go(nextOpen(at, -1)) })
  return {
    findings,
    current: findings[at] ?? null,
    open: findings.filter(isOpenFinding).length,
    isLead,
    isFollowing,
    step: (by: 1 | -1) => void go(at + by),
    choose: (finding: Finding) => void go(findings.indexOf(finding)),
    follow: () => setOwn(isFollowing ? (findings[at]?.id ?? null) : null),
  }
}

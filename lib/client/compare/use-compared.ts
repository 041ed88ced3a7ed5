import { useEffect, useMemo, useState } from 'react'
import type { Comparison } from '../../domain/history/compare.ts'
import type { Assessment } from '../../domain/okr/assessment.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { assessmentOf } from '../network/assessment.ts'
import type { Scenery } from '../network/use-travel.ts'
import { unionAssessment, unionOf } from './union.ts'

type Side = { readonly snapshot: Snapshot; readonly day: string; readonly assessment: Assessment }

function sideOf(snapshot: Snapshot, day: string, cycleId: string | null): Side {
  return { snapshot, day, assessment: assessmentOf(snapshot, cycleId, day) }
}

/** Two moments side by side. */
export type Compared = {
  readonly before: Side
  readonly after: Side
  readonly comparison: Comparison
  /** both networks in one, and what they add up to */
  readonly union: { readonly snapshot: Snapshot; readonly assessment: Assessment }
}

type Compare = (before: Snapshot, after: Snapshot) => Comparison

const loadCompare = () => import('../../domain/history/compare.ts').then(({ compare }): Compare => compare)

type Given = { readonly from: Scenery | null; readonly shown: Scenery; readonly cycleId: string | null }

/** What changed between two moments; null where nothing is compared, or until the program part that compares is there. */
export function useCompared({ from, shown, cycleId }: Given): Compared | null {
  const [compare, setCompare] = useState<{ readonly run: Compare } | null>(null)
  const isWanted = from !== null
  useEffect(() => {
    if (!isWanted || compare) return
    let isCurrent = true
    void loadCompare().then((run) => isCurrent && setCompare({ run }))
    return () => {
      isCurrent = false
    }
  }, [isWanted, compare])
  const [earlier, later] = [from?.snapshot ?? null, shown.snapshot]
  const comparison = useMemo(() => (compare && earlier ? compare.run(earlier, later) : null), [compare, earlier, later])
  const union = useMemo(() => (earlier ? unionOf(earlier, later) : null), [earlier, later])
  const [fromDay, day] = [from?.day ?? shown.day, shown.day]
  return useMemo(() => {
    if (!comparison || !union || !earlier) return null
    const [before, after] = [sideOf(earlier, fromDay, cycleId), sideOf(later, day, cycleId)]
    return { before, after, comparison, union: { snapshot: union, assessment: unionAssessment(before.assessment, after.assessment) } }
  }, [comparison, union, earlier, later, cycleId, fromDay, day])
}

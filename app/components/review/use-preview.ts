import { useMemo } from 'react'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import type { StructurePlan } from '../../../lib/domain/entity.ts'
import type { Fault } from '../../../lib/domain/error.ts'
import { misfitsOf } from '../../../lib/domain/review/misfits.ts'
import { type PlanPreview, previewPlan } from '../../../lib/domain/review/preview.ts'

/** What a plan would do now, or why it does not fit. */
export type PlanLook = { readonly preview: PlanPreview } | { readonly misfits: readonly Fault[] }

/** Looks at a plan; null where there is none yet. */
export function usePlanLook(plan: StructurePlan | null): PlanLook | null {
  const { snapshot } = useNetwork()
  return useMemo(() => {
    if (plan === null) return null
    const misfits = misfitsOf(snapshot, plan)
    return misfits.length > 0 ? { misfits } : { preview: previewPlan(snapshot, plan) }
  }, [snapshot, plan])
}

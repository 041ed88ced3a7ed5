import type { StructurePlan } from '../entity.ts'

export type PlanOf<K extends StructurePlan['kind']> = Extract<StructurePlan, { kind: K }>
export type SplitPart = PlanOf<'split'>['parts'][number]

/**
 * How many nodes a plan makes: that many new ids it needs.
 *
 * Cost O(1). Spec: RV22.
 */
export function nodesMadeBy(plan: StructurePlan): number {
  if (plan.kind === 'add') return 1
  return plan.kind === 'split' ? plan.parts.length - 1 : 0
}

/** The nodes that a plan names, each once, the one that stays first. Cost O(names). */
export function nodesNamedIn(plan: StructurePlan): readonly string[] {
  if (plan.kind === 'add') return []
  if (plan.kind === 'merge') return [...new Set([plan.intoId, ...plan.nodeIds])]
  if (plan.kind === 'split') return [plan.nodeId]
  return plan.heirId === null ? [plan.nodeId] : [...new Set([plan.heirId, plan.nodeId])]
}

import { freshId } from '../../../lib/client/fresh-id.ts'
import { type CommandCall, call } from '../../../lib/domain/command/call.ts'
import type { Proposal, StructurePlan } from '../../../lib/domain/entity.ts'
import { nodesMadeBy } from '../../../lib/domain/review/plan-parts.ts'

/** New ids for the nodes that a plan makes. */
function newNodes(plan: StructurePlan): string[] {
  return Array.from({ length: nodesMadeBy(plan) }, () => freshId('node'))
}

/** The command that carries out a plan at once, after its effect was shown. */
export function directCall(plan: StructurePlan): CommandCall {
  const seen = { carry: true }
  switch (plan.kind) {
    case 'add':
      return call('node.create', { id: freshId('node'), areaId: plan.areaId, name: plan.name, description: plan.description })
    case 'merge':
      return call('node.merge', { nodeIds: plan.nodeIds, intoId: plan.intoId, name: plan.name, ...seen })
    case 'split':
      return call('node.split', { nodeId: plan.nodeId, parts: plan.parts, nodeIds: newNodes(plan), ...seen })
    case 'retire':
      return call('node.retire', { nodeId: plan.nodeId, heirId: plan.heirId, ...seen })
  }
}

/** The decision about a proposal as it was seen, in somebody's words. */
export function decideCall({ id, plan }: Proposal, accept: boolean, decision: string): CommandCall {
  return call('proposal.decide', { id, accept, decision: decision.trim() || null, ...(accept ? { nodeIds: newNodes(plan), plan } : {}) })
}

import { z } from 'zod'
import { requireMay } from '../access.ts'
import type { Change } from '../change.ts'
import { type AnyEntity, type StructurePlan, structurePlanSchema } from '../entity.ts'
import { DomainError } from '../error.ts'
import { idOf } from '../id-schema.ts'
import { requireMayApply } from '../may-apply.ts'
import { todayIn } from '../own-nodes.ts'
import { effectOf, effectSentences } from '../review/effect.ts'
import { planChanges } from '../review/plan.ts'
import { nodesNamedIn } from '../review/plan-parts.ts'
import { planTitle } from '../review/words.ts'
import { find, get, type Snapshot } from '../snapshot.ts'
import { type CommandContext, command } from './command.ts'

const [, merge, split, retire] = structurePlanSchema.options
const carry = z.boolean().default(false).describe('says that the caller has seen what goes with it, and which promises it touches')

/** Ids of the nodes that a plan makes. */
export const newNodeIds = z.array(idOf('node')).max(9).default([]).describe('ids of the nodes that are made, in order')

/** Who comes to lead the node that stays is told by its leads, as everywhere. */
function requireLeads(snapshot: Snapshot, changes: readonly Change[], { who, now }: CommandContext): void {
  for (const { entity, id, after } of changes) {
    const record: AnyEntity | undefined = entity === 'participation' ? find(snapshot, 'participation', id) : undefined
    if (!record || !('tier' in record) || !after || !('nodeId' in after)) continue
    const moved: AnyEntity = { ...record, ...after }
    if (find(snapshot, 'node', String(after['nodeId']))) requireMay(snapshot, who, { entity, record: moved }, todayIn(snapshot, now))
  }
}

function requireReach(snapshot: Snapshot, plan: StructurePlan, changes: readonly Change[], ctx: CommandContext): void {
  const today = todayIn(snapshot, ctx.now)
  for (const id of nodesNamedIn(plan)) requireMay(snapshot, ctx.who, { entity: 'node', record: get(snapshot, 'node', id) }, today)
  if (plan.kind === 'retire' && plan.heirId === null) return
  requireLeads(snapshot, changes, ctx)
  requireMayApply(snapshot, ctx.who, changes, today)
}

/** What the plan takes along or moves, unless the caller has seen it. @throws DomainError DELETE_CARRIES_OTHERS */
function refuseUnseen(snapshot: Snapshot, plan: StructurePlan, changes: readonly Change[]): void {
  const effect = effectOf(snapshot, plan, changes)
  const sentences = effectSentences(effect)
  if (sentences.length === 0) return
  const message = [`${planTitle(snapshot, plan)}.`, ...sentences, 'Confirm with carry=true; it can be undone.'].join(' ')
  throw new DomainError('DELETE_CARRIES_OTHERS', message, { carried: effect.carried.counts, promises: effect.promises })
}

type Direct = { readonly plan: StructurePlan; readonly nodeIds: readonly string[]; readonly carry: boolean }

function decide(snapshot: Snapshot, { plan, nodeIds, carry: isSeen }: Direct, ctx: CommandContext): Change[] {
  const changes = planChanges(snapshot, plan, { nodeIds })
  requireReach(snapshot, plan, changes, ctx)
  if (!isSeen) refuseUnseen(snapshot, plan, changes)
  return changes
}

/** Makes nodes part of another one, at once. */
export const mergeNodes = command({
  input: merge.omit({ kind: true }).extend({ carry }),
  decide: (snapshot, { carry: isSeen, ...plan }, ctx) => decide(snapshot, { plan: { ...plan, kind: 'merge' }, nodeIds: [], carry: isSeen }, ctx),
})

/** Splits a node, at once. */
export const splitNodes = command({
  input: split.omit({ kind: true }).extend({ nodeIds: newNodeIds, carry }),
  decide: (snapshot, { carry: isSeen, nodeIds, ...plan }, ctx) => decide(snapshot, { plan: { ...plan, kind: 'split' }, nodeIds, carry: isSeen }, ctx),
})

/** Ends a node, at once; what lives on it goes to its heir, or along. */
export const retireNode = command({
  input: retire.omit({ kind: true }).extend({ carry }),
  decide: (snapshot, { carry: isSeen, ...plan }, ctx) => decide(snapshot, { plan: { ...plan, kind: 'retire' }, nodeIds: [], carry: isSeen }, ctx),
})

import { z } from 'zod'
import { requireMay, type Who } from '../access.ts'
import { type Change, diff, isSame } from '../change.ts'
import { entitySchemas, type Proposal, type StructurePlan } from '../entity.ts'
import { DomainError } from '../error.ts'
import { asId, type Id } from '../ids.ts'
import { nextRank } from '../next-rank.ts'
import { todayIn } from '../own-nodes.ts'
import { mayDecide, mayRevise } from '../review/may.ts'
import { misfitsOf, requireFit, unfit } from '../review/misfits.ts'
import { planChanges } from '../review/plan.ts'
import { planTitle } from '../review/words.ts'
import { find, get, type Snapshot } from '../snapshot.ts'
import { type CommandContext, command } from './command.ts'
import { newNodeIds } from './structure.ts'

const { shape } = entitySchemas.proposal
const title = shape.title.optional().describe('says what the plan does where it is left out')

function personOf({ personId }: Who): Id<'person'> | null {
  return personId === null ? null : asId<'person'>(personId)
}

/** @throws DomainError PROPOSAL_DECIDED */
function openOne(snapshot: Snapshot, id: string): Proposal {
  const proposal = get(snapshot, 'proposal', id)
  if (proposal.state === 'open') return proposal
  const ended = proposal.state === 'withdrawn' ? 'was withdrawn' : `is ${proposal.state}`
  throw new DomainError('PROPOSAL_DECIDED', `“${proposal.title}” ${ended} already. Make a new proposal.`, { id, state: proposal.state })
}

function requireReviser(snapshot: Snapshot, proposal: Proposal, { who, now }: CommandContext): void {
  if (mayRevise(snapshot, who, proposal, todayIn(snapshot, now))) return
  throw new DomainError(
    'FORBIDDEN',
    'Who made a proposal, an editor or an owner may change or withdraw it. You can comment, or propose something else.',
    {
      entity: 'proposal',
      id: proposal.id,
    },
  )
}

function edited(before: Proposal, fields: Partial<Proposal>): Change[] {
  const change = diff('proposal', before, { ...before, ...fields })
  return change ? [change] : []
}

/** Proposes to add, merge, split or retire nodes. Nothing changes until it is accepted. */
export const createProposal = command({
  input: z.strictObject({ id: shape.id, plan: shape.plan, why: shape.why, title }),
  decide: (snapshot, input, { who, now }) => {
    if (find(snapshot, 'proposal', input.id))
      throw new DomainError('ID_TAKEN', `There is already a proposal with the id “${input.id}”.`, { entity: 'proposal', id: input.id })
    const ended = { decidedById: null, decidedAt: null, decision: null }
    const made = { personId: personOf(who), at: now, rank: nextRank(snapshot, 'proposal'), state: 'open' as const }
    const proposal: Proposal = { ...input, title: input.title ?? planTitle(snapshot, input.plan), ...made, ...ended }
    requireMay(snapshot, who, { entity: 'proposal', record: proposal }, todayIn(snapshot, now))
    requireFit(snapshot, proposal.plan, null)
    return [{ entity: 'proposal', id: proposal.id, before: null, after: proposal }]
  },
})

const revisable = z.strictObject({ plan: shape.plan.optional(), why: entitySchemas.proposal.shape.why.unwrap().optional(), title })

/** Changes an open proposal. A title that said what the plan did says what the new one does. */
export const updateProposal = command({
  input: z.strictObject({ id: shape.id, set: revisable }),
  decide: (snapshot, { id, set }, ctx) => {
    const before = openOne(snapshot, id)
    requireReviser(snapshot, before, ctx)
    const plan = set.plan ?? before.plan
    if (set.plan) requireFit(snapshot, plan, null)
    const wasTold = before.title === planTitle(snapshot, before.plan)
    const told = set.title ?? (wasTold ? planTitle(snapshot, plan) : before.title)
    return edited(before, { plan, title: told, ...(set.why === undefined ? {} : { why: set.why }) })
  },
})

/** Takes a proposal back. It stays in the list of what was proposed. */
export const withdrawProposal = command({
  input: z.strictObject({ id: shape.id }),
  decide: (snapshot, { id }, ctx) => {
    const before = openOne(snapshot, id)
    requireReviser(snapshot, before, ctx)
    return edited(before, { state: 'withdrawn', decidedById: personOf(ctx.who), decidedAt: ctx.now })
  },
})

function requireDecider(snapshot: Snapshot, { who, now }: CommandContext, id: string): void {
  if (mayDecide(snapshot, who, todayIn(snapshot, now))) return
  throw new DomainError('FORBIDDEN', 'A proposal is decided by an editor or an owner of the network. You can comment on it, or ask one of them.', {
    entity: 'proposal',
    id,
  })
}

/** The plan as it was proposed may not fit the network any more: then nothing happens, and the proposal stays open. */
function refuseOutdated(snapshot: Snapshot, { plan }: Proposal): void {
  const misfits = misfitsOf(snapshot, plan)
  if (misfits.length === 0) return
  throw unfit(misfits, 'The network has changed since, and the plan no longer fits. The proposal stays open: change its plan, or decline it.')
}

/** Who accepts has seen a plan, and no other one is carried out: it may have been changed while they read it. */
function refuseUnseen({ plan }: Proposal, seen: StructurePlan | undefined): void {
  if (seen === undefined || isSame(plan, seen)) return
  throw unfit(
    [{ path: 'plan', message: 'It is not the plan that you have seen.', remedy: 'Look at it again, then decide.' }],
    'The proposal was changed meanwhile.',
  )
}

const seenPlan = shape.plan.optional().describe('the plan that was seen; where it is another one by now, nothing is accepted')

/** Accepts a proposal, which carries out its plan in the same step, or declines it. */
export const decideProposal = command({
  input: z.strictObject({ id: shape.id, accept: z.boolean(), decision: shape.decision, nodeIds: newNodeIds, plan: seenPlan }),
  decide: (snapshot, { id, accept, decision, nodeIds, plan: seen }, ctx) => {
    const before = openOne(snapshot, id)
    requireDecider(snapshot, ctx, id)
    const ended = { decidedById: personOf(ctx.who), decidedAt: ctx.now, decision: decision?.trim() || null }
    if (!accept) return edited(before, { ...ended, state: 'declined' })
    refuseUnseen(before, seen)
    refuseOutdated(snapshot, before)
    return [...planChanges(snapshot, before.plan, { nodeIds }), ...edited(before, { ...ended, state: 'accepted' })]
  },
})

import { z } from 'zod'
import type { CommandCall } from '../domain/command/call.ts'
import { commandCallSchema } from '../domain/command/registry.ts'
import { committedSchema } from './change.ts'
import { operation } from './operation.ts'
import { networkParams, writeErrors } from './scope.ts'

const call: z.ZodType<CommandCall> = commandCallSchema.meta({ id: 'CommandCall' })

/** What people do in the browser: one batch of commands is one change set and one step of undo. */
export const commandBatch = operation({
  id: 'runCommands',
  method: 'POST',
  access: 'write',
  path: '/networks/{network}/commands',
  summary: 'Run commands as one step',
  description:
    'All or nothing, in order; each command sees what the ones before it did. The inputs are those of the resources: `node.create`, `node.update` {id, set, revision?}, `node.delete` {id, carry?} and so on; `promise.move` {id, moveId, move, …} moves a promise; `proposal.create` {id, plan, why?}, `proposal.decide` {id, accept, decision?, nodeIds?} and `exchangeCheck.create` {id, exchangeId, health, note?} are those of the review; `ritual.open` {id, kind, …} begins a session, `keyResult.carry` {id, intoCycleId, keyResultId, objectiveId, needs} and `keyResult.drop` {id} say what becomes of a key result, and `plan.commit` {id, markId, markName, open} commits a plan.',
  tag: 'Commands',
  params: networkParams,
  body: z.strictObject({ commands: z.array(call).min(1).max(500) }),
  answer: committedSchema,
  errors: [
    ...writeErrors,
    'NOT_FOUND',
    'UNKNOWN_REFERENCE',
    'SELF_DEPENDENCY',
    'SELF_EXCHANGE',
    'CYCLE_DATES',
    'PARTICIPANT_MISSING',
    'PARTICIPATION_DATES',
    'SUPPLIER_MISSING',
    'VALUE_MISFIT',
    'ID_TAKEN',
    'SLUG_TAKEN',
    'STALE_EDIT',
    'DELETE_CARRIES_OTHERS',
    'REASON_MISSING',
    'TERMS_MISSING',
    'PROMISE_CHANGES_BY_MOVE',
    'PROMISE_NO_SUCH_MOVE',
    'PROMISE_NOT_YOUR_MOVE',
    'REVISION_UNKNOWN',
    'PROPOSAL_DECIDED',
    'PLAN_UNFIT',
    'RITUAL_OPEN',
    'RITUAL_OVER',
    'COMMIT_UNSETTLED',
  ],
  example: { body: { commands: [{ name: 'node.update', input: { id: 'node_client', set: { name: 'Client success' } } }] } },
})

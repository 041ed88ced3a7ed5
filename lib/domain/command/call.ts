import type { z } from 'zod'
import type { entitySchemas } from '../entity.ts'
import type { createCheckIn } from './check-in.ts'
import type { createComment, deleteComment, editComment, resolveComment } from './comment.ts'
import type { createDependency } from './dependency.ts'
import type { createExchangeCheck } from './exchange-check.ts'
import type { createReading } from './health-reading.ts'
import type { createMark, deleteMark, updateMark } from './mark.ts'
import type { namePerson } from './person-name.ts'
import type { commitPlan } from './plan-commit.ts'
import type { movePromise } from './promise-move.ts'
import type { createProposal, decideProposal, updateProposal, withdrawProposal } from './proposal.ts'
import type { clearReason, setReason } from './reason.ts'
import type { EditableEntity, Patch } from './records.ts'
import type { cancelRitual, closeRitual, moveCommand, openCommand, updateRitual } from './ritual.ts'
import type { createItem, deleteItem, updateItem } from './ritual-item.ts'
import type { carryKeyResult, dropKeyResult } from './roll-over.ts'
import type { createSignOff, deleteSignOff } from './sign-off.ts'
import type { mergeNodes, retireNode, splitNodes } from './structure.ts'

type RecordCommandName = `${EditableEntity}.${'create' | 'update' | 'delete'}`

/** What the commands take that are no plain create, update or delete. */
type OwnInputs = {
  'checkIn.create': z.input<typeof createCheckIn.input>
  'promise.move': z.input<typeof movePromise.input>
  'person.name': z.input<typeof namePerson.input>
  'comment.create': z.input<typeof createComment.input>
  'comment.edit': z.input<typeof editComment.input>
  'comment.resolve': z.input<typeof resolveComment.input>
  'comment.delete': z.input<typeof deleteComment.input>
  'exchangeCheck.create': z.input<typeof createExchangeCheck.input>
  'proposal.create': z.input<typeof createProposal.input>
  'proposal.update': z.input<typeof updateProposal.input>
  'proposal.withdraw': z.input<typeof withdrawProposal.input>
  'proposal.decide': z.input<typeof decideProposal.input>
  'node.merge': z.input<typeof mergeNodes.input>
  'node.split': z.input<typeof splitNodes.input>
  'node.retire': z.input<typeof retireNode.input>
  'mark.create': z.input<typeof createMark.input>
  'mark.update': z.input<typeof updateMark.input>
  'mark.delete': z.input<typeof deleteMark.input>
  'reason.set': z.input<typeof setReason.input>
  'reason.clear': z.input<typeof clearReason.input>
  'healthReading.create': z.input<typeof createReading.input>
  'keyResult.carry': z.input<typeof carryKeyResult.input>
  'keyResult.drop': z.input<typeof dropKeyResult.input>
  'plan.commit': z.input<typeof commitPlan.input>
  'ritual.open': z.input<typeof openCommand.input>
  'ritual.move': z.input<typeof moveCommand.input>
  'ritual.update': z.input<typeof updateRitual.input>
  'ritual.close': z.input<typeof closeRitual.input>
  'ritual.cancel': z.input<typeof cancelRitual.input>
  'ritualItem.create': z.input<typeof createItem.input>
  'ritualItem.update': z.input<typeof updateItem.input>
  'ritualItem.delete': z.input<typeof deleteItem.input>
  'signOff.create': z.input<typeof createSignOff.input>
  'signOff.delete': z.input<typeof deleteSignOff.input>
}

export type CommandName = RecordCommandName | 'network.update' | keyof OwnInputs

/** What each command takes, as callers write it (defaults may be left out). */
export type CommandInputs = {
  [E in Exclude<EditableEntity, 'dependency'> as `${E}.create`]: Omit<z.input<(typeof entitySchemas)[E]>, 'rank'> & { rank?: number }
} & {
  [E in EditableEntity | 'network' as `${E}.update`]: { id: string; set: Patch<E>; revision?: number }
} & { [E in EditableEntity as `${E}.delete`]: { id: string; carry?: boolean } } & {
  'dependency.create': z.input<typeof createDependency.input>
} & OwnInputs

/** One command by name with its input, as it travels from the browser. */
export type CommandCall = { readonly name: CommandName; readonly input: unknown }

/** Writes a command call whose input is checked by the compiler. */
export function call<N extends CommandName>(name: N, input: CommandInputs[N]): CommandCall {
  return { name, input }
}

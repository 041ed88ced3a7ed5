import { z } from 'zod'
import type { CommandName } from './call.ts'
import { createCheckIn } from './check-in.ts'
import type { Command } from './command.ts'
import { createComment, deleteComment, editComment, resolveComment } from './comment.ts'
import { createDependency, deleteDependency, updateDependency } from './dependency.ts'
import { createExchangeCheck } from './exchange-check.ts'
import { createReading } from './health-reading.ts'
import { createMark, deleteMark, updateMark } from './mark.ts'
import { namePerson } from './person-name.ts'
import { commitPlan } from './plan-commit.ts'
import { movePromise } from './promise-move.ts'
import { createProposal, decideProposal, updateProposal, withdrawProposal } from './proposal.ts'
import { clearReason, setReason } from './reason.ts'
import { createCommand, deleteCommand, type EditableEntity, updateCommand } from './records.ts'
import { cancelRitual, closeRitual, moveCommand, openCommand, updateRitual } from './ritual.ts'
import { createItem, deleteItem, updateItem } from './ritual-item.ts'
import { carryKeyResult, dropKeyResult } from './roll-over.ts'
import { createSignOff, deleteSignOff } from './sign-off.ts'
import { mergeNodes, retireNode, splitNodes } from './structure.ts'

const editable = [
  'area',
  'node',
  'person',
  'team',
  'participation',
  'exchange',
  'cycle',
  'goal',
  'objective',
  'keyResult',
  'source',
  'healthMetric',
  'checkSetting',
  'acceptance',
  'whatIf',
] as const satisfies readonly EditableEntity[]

const entries = editable.flatMap((entity): [string, Command][] => [
  [`${entity}.create`, createCommand(entity)],
  [`${entity}.update`, updateCommand(entity)],
  [`${entity}.delete`, deleteCommand(entity)],
])

/** Every command that users have, by name. */
export const commands: ReadonlyMap<string, Command> = new Map<string, Command>([
  ...entries,
  ['network.update', updateCommand('network')],
  ['checkIn.create', createCheckIn],
  ['dependency.create', createDependency],
  ['dependency.update', updateDependency],
  ['dependency.delete', deleteDependency],
  ['promise.move', movePromise],
  ['person.name', namePerson],
  ['comment.create', createComment],
  ['comment.edit', editComment],
  ['comment.resolve', resolveComment],
  ['comment.delete', deleteComment],
  ['exchangeCheck.create', createExchangeCheck],
  ['proposal.create', createProposal],
  ['proposal.update', updateProposal],
  ['proposal.withdraw', withdrawProposal],
  ['proposal.decide', decideProposal],
  ['node.merge', mergeNodes],
  ['node.split', splitNodes],
  ['node.retire', retireNode],
  ['mark.create', createMark],
  ['mark.update', updateMark],
  ['mark.delete', deleteMark],
  ['reason.set', setReason],
  ['reason.clear', clearReason],
  ['healthReading.create', createReading],
  ['keyResult.carry', carryKeyResult],
  ['keyResult.drop', dropKeyResult],
  ['plan.commit', commitPlan],
  ['ritual.open', openCommand],
  ['ritual.move', moveCommand],
  ['ritual.update', updateRitual],
  ['ritual.close', closeRitual],
  ['ritual.cancel', cancelRitual],
  ['ritualItem.create', createItem],
  ['ritualItem.update', updateItem],
  ['ritualItem.delete', deleteItem],
  ['signOff.create', createSignOff],
  ['signOff.delete', deleteSignOff],
])

/** The schema of a command call: a known name, and its input as it came. */
export const commandCallSchema = z.strictObject({
  name: z.string().refine((name): name is CommandName => commands.has(name), 'must be the name of a command'),
  input: z.unknown(),
})

import { z } from 'zod'
import type { entitySchemas } from '../entity.ts'
import { createCheckIn } from './check-in.ts'
import type { Command } from './command.ts'
import { createCommand, deleteCommand, type EditableEntity, type Patch, updateCommand } from './records.ts'

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
  'dependency',
] as const satisfies readonly EditableEntity[]

type RecordCommandName = `${EditableEntity}.${'create' | 'update' | 'delete'}`
export type CommandName = RecordCommandName | 'network.update' | 'checkIn.create'

/** What each command takes, as callers write it (defaults may be left out). */
export type CommandInputs = {
  [E in EditableEntity as `${E}.create`]: Omit<z.input<(typeof entitySchemas)[E]>, 'rank'> & { rank?: number }
} & {
  [E in EditableEntity | 'network' as `${E}.update`]: { id: string; set: Patch<E>; revision?: number }
} & { [E in EditableEntity as `${E}.delete`]: { id: string; carry?: boolean } } & { 'checkIn.create': z.input<typeof createCheckIn.input> }

/** One command by name with its input, as it travels from the browser. */
export type CommandCall = { readonly name: CommandName; readonly input: unknown }

/** Writes a command call whose input is checked by the compiler. */
export function call<N extends CommandName>(name: N, input: CommandInputs[N]): CommandCall {
  return { name, input }
}

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
])

/** The schema of a command call: a known name, and its input as it came. */
export const commandCallSchema = z.strictObject({
  name: z.string().refine((name): name is CommandName => commands.has(name), 'must be the name of a command'),
  input: z.unknown(),
})

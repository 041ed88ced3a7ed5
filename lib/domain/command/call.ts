import type { z } from 'zod'
import type { entitySchemas } from '../entity.ts'
import type { createCheckIn } from './check-in.ts'
import type { createComment, deleteComment, editComment, resolveComment } from './comment.ts'
import type { createDependency } from './dependency.ts'
import type { namePerson } from './person-name.ts'
import type { movePromise } from './promise-move.ts'
import type { EditableEntity, Patch } from './records.ts'

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

import type { z } from 'zod'
import type { Who } from '../access.ts'
import type { Change } from '../change.ts'
import type { EntityName } from '../ids.ts'
import type { Snapshot } from '../snapshot.ts'

/** A path of a record that somebody changed: the actor, and the instant. */
export type Touch = { readonly path: string; readonly by: string; readonly at: string }

/** What a command may know beside the snapshot: who acts, when, and what others changed since the actor looked. */
export type CommandContext = {
  /** id of the person, browser or program that acts */
  readonly actor: string
  /** the same as a person of the network, with what that person may do */
  readonly who: Who
  /** the instant of the command, UTC */
  readonly now: string
  /** what was changed of a record after a revision, oldest first; absent in the browser, where only the server can know */
  readonly touchedSince?: (entity: EntityName, id: string, revision: number) => readonly Touch[]
}

/** Something a user can do: pure, it reads the snapshot and says what changes. */
export type Command<S extends z.ZodType = z.ZodType> = {
  readonly input: S
  readonly decide: (snapshot: Snapshot, input: z.output<S>, ctx: CommandContext) => Change[]
}

/** States the type of a command from its schema. */
export function command<S extends z.ZodType>(definition: Command<S>): Command<S> {
  return definition
}

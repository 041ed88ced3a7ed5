import type { Change } from '../../domain/change.ts'
import type { CommandCall } from '../../domain/command/call.ts'

/** What the server says about a commit. */
export type Committed = {
  readonly revision: number
  readonly changeSetId: string
  readonly changes: readonly Change[]
  readonly summary: string
}

/** Commands of one edit on their way to the server. */
export type Batch = {
  readonly key: string
  readonly calls: readonly CommandCall[]
  readonly now: string
}

export type ChangeSetLine = { readonly revision: number; readonly changes: readonly Change[]; readonly summary: string }
export type ChangesAnswer = {
  readonly revision: number
  readonly reset: boolean
  readonly more: boolean
  readonly changeSets: readonly ChangeSetLine[]
}

function isUpdate({ name }: CommandCall): boolean {
  return name.endsWith('.update')
}

/**
 * The calls with the revision that each update was read at, so that the server can tell an edit of something that another
 * person changed meanwhile.
 */
export function withRevision(calls: readonly CommandCall[], revisionOf: (given: number | undefined) => number): CommandCall[] {
  return calls.map((call) => {
    if (!isUpdate(call) || typeof call.input !== 'object' || call.input === null) return call
    const given: unknown = Reflect.get(call.input, 'revision')
    return { ...call, input: { ...call.input, revision: revisionOf(typeof given === 'number' ? given : undefined) } }
  })
}

/** The same calls without a revision: the server then takes them whatever changed since. */
export function withoutRevision(calls: readonly CommandCall[]): CommandCall[] {
  return calls.map((call) => {
    if (!isUpdate(call) || typeof call.input !== 'object' || call.input === null) return call
    const { revision: _, ...input } = { revision: undefined, ...call.input }
    return { ...call, input }
  })
}

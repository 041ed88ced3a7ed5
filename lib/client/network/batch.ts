import type { Change } from '../../domain/change.ts'
import type { CommandCall } from '../../domain/command/call.ts'
import type { DomainError } from '../../domain/error.ts'
import type { Snapshot } from '../../domain/snapshot.ts'

/** What the server says about a commit. */
export type Committed = {
  readonly revision: number
  readonly changeSetId: string
  readonly changes: readonly Change[]
  readonly summary: string
}

/** What a person saw of the fields that an update changes, when it was made. */
export type Seen = { readonly entity: string; readonly id: string; readonly fields: Readonly<Record<string, unknown>> }

/** Commands of one edit on their way to the server. */
export type Batch = {
  readonly key: string
  readonly calls: readonly CommandCall[]
  readonly now: string
  /** of each update; left out where one of them was begun before what is confirmed now */
  readonly seen?: readonly Seen[]
  /** the server may have these calls already, so they stay as they are: another body under the same key is refused */
  readonly isSent?: boolean
}

export type ChangeSetLine = { readonly revision: number; readonly changes: readonly Change[]; readonly summary: string }
export type ChangesAnswer = {
  readonly revision: number
  readonly reset: boolean
  readonly more: boolean
  readonly changeSets: readonly ChangeSetLine[]
}

type Update = { readonly entity: string; readonly id: string; readonly set: object; readonly revision: number | undefined }

/** Updates of what is led or told by one person at a time: they take no revision, and the last word counts. */
const lastWordCounts: ReadonlySet<string> = new Set(['mark.update', 'proposal.update', 'ritual.update', 'ritualItem.update'])

function updateIn({ name, input }: CommandCall): Update | null {
  if (!name.endsWith('.update') || lastWordCounts.has(name) || typeof input !== 'object' || input === null) return null
  const { id, set, revision }: { id?: unknown; set?: unknown; revision?: unknown } = input
  if (typeof id !== 'string' || typeof set !== 'object' || set === null) return null
  return { entity: name.slice(0, -'.update'.length), id, set, revision: typeof revision === 'number' ? revision : undefined }
}

/**
 * The calls with the revision that each update was read at, so that the server can tell an edit of something that another
 * person changed meanwhile.
 */
export function withRevision(calls: readonly CommandCall[], revisionOf: (given: number | undefined, id: string) => number): CommandCall[] {
  return calls.map((call) => {
    const update = updateIn(call)
    return update ? { ...call, input: { ...Object(call.input), revision: revisionOf(update.revision, update.id) } } : call
  })
}

/**
 * The revision of which everything on the screen is at least, or everything of one record: what is confirmed, but for fields that an edit on
 * its way covers. What others did to those meanwhile is on no screen.
 */
export function shownRevision({ confirmed, pending }: { readonly confirmed: Snapshot; readonly pending: readonly Batch[] }, id?: string): number {
  const updates = pending.flatMap(({ calls }) => calls.map(updateIn)).filter((each) => each !== null && (id === undefined || each.id === id))
  return Math.min(confirmed.revision, ...updates.map((each) => each?.revision ?? confirmed.revision))
}

type Shown = { readonly confirmed: number; readonly fieldsOf: (entity: string, id: string) => object | undefined }

/** What is seen of everything that calls update; undefined where one was begun at an earlier revision, because nobody knows what was seen then. */
export function seenBy(calls: readonly CommandCall[], { confirmed, fieldsOf }: Shown): readonly Seen[] | undefined {
  const updates = calls.map(updateIn).filter((each) => each !== null)
  if (updates.some(({ revision }) => revision !== undefined && revision !== confirmed)) return undefined
  return updates.map(({ entity, id, set }) => {
    const record = fieldsOf(entity, id) ?? {}
    return { entity, id, fields: Object.fromEntries(Object.keys(set).map((name) => [name, Reflect.get(record, name)])) }
  })
}

/**
 * The same calls as an answer to a conflict: over what the person was shown there, and over nothing later, which would be a conflict of its own.
 */
export function overShown(calls: readonly CommandCall[], { details }: DomainError): CommandCall[] {
  const revision = details['revision']
  return withRevision(calls, (given) => (typeof revision === 'number' ? revision : (given ?? 0)))
}

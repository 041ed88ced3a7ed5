import type { Who } from '../../../../lib/domain/access.ts'
import type { Change } from '../../../../lib/domain/change.ts'
import { DomainError } from '../../../../lib/domain/error.ts'
import { decideRestore } from '../../../../lib/domain/history/restore.ts'
import { type EntityName, entityNames } from '../../../../lib/domain/ids.ts'
import { requireMayApply } from '../../../../lib/domain/may-apply.ts'
import { entityWords, fork, nameOf, type Snapshot } from '../../../../lib/domain/snapshot.ts'

/** A record that has to come back first. */
export type Blocker = { readonly entity: EntityName; readonly id: string; readonly name: string }

/** A record that comes back. */
export type Returning = { readonly entity: EntityName; readonly id: string; readonly name: string }

/** What a restore would do, or why it cannot. */
export type RestorePlan =
  | { readonly kind: 'fits'; readonly along: readonly Returning[] }
  | { readonly kind: 'blocked'; readonly message: string; readonly blocker: Blocker | null }

type Ask = { readonly entity: EntityName; readonly id: string; readonly changes: readonly Change[]; readonly who: Who; readonly day: string }

/** Guaranteed by `Change`: the `after` of a created record is the whole record. */
function nameIn({ after }: Change): string {
  return nameOf(after as unknown as Parameters<typeof nameOf>[0])
}

/** What comes back with a record, decided as the server will decide it. */
export function planRestore(snapshot: Snapshot, { who, day, ...ask }: Ask): RestorePlan {
  try {
    const changes = decideRestore(snapshot, { ...ask, who })
    requireMayApply(fork(snapshot), who, changes, day)
    const back = changes.filter(({ before, id }) => before === null && id !== ask.id)
    return { kind: 'fits', along: back.map((change) => ({ entity: change.entity, id: change.id, name: nameIn(change) })) }
  } catch (error) {
    if (error instanceof DomainError) return refusalOf(error)
    throw error
  }
}

/** A refused restore, with the record that it waits for where it names one. */
export function refusalOf({ message, details }: DomainError): RestorePlan {
  const missing: unknown = details['missing']
  const first: unknown = Array.isArray(missing) ? missing[0] : null
  return { kind: 'blocked', message, blocker: blockerIn(first) }
}

function blockerIn(missing: unknown): Blocker | null {
  if (typeof missing !== 'object' || missing === null) return null
  const [id, name]: unknown[] = [Reflect.get(missing, 'id'), Reflect.get(missing, 'name')]
  const entity = entityNames.find((each) => each === Reflect.get(missing, 'entity'))
  if (!entity || typeof id !== 'string') return null
  return { entity, id, name: typeof name === 'string' ? `${entityWords[entity]} “${name}”` : `the ${entityWords[entity]}` }
}

import { type Change, diff } from '../change.ts'
import { planDelete } from '../command/cascade.ts'
import type { AnyEntity, EntityOf, Participation } from '../entity.ts'
import type { EntityName } from '../ids.ts'
import { holdsFor, type Reference, type ReferenceField, referencesTo } from '../references.ts'
import { referring, type Snapshot } from '../snapshot.ts'

type Held = { readonly entity: EntityName; readonly before: AnyEntity; readonly after: AnyEntity }

/** Guaranteed by `referencesTo`: the field comes from that table. */
function castField(field: string): ReferenceField {
  return field as ReferenceField
}

/** Guaranteed by `referencesTo`: the field is one of the record's own, and takes the id of a node. */
function repointed(record: AnyEntity, field: string, nodeId: string): AnyEntity {
  return { ...record, [field]: nodeId } as AnyEntity
}

/** Guaranteed by `heldBy`: before and after are versions of one record of the entity beside them. */
function castPair(record: AnyEntity): EntityOf<EntityName> {
  return record as EntityOf<EntityName>
}

/** Every record that refers to one of the nodes, as it is when they are all `nodeId`. */
function heldBy(snapshot: Snapshot, goneIds: readonly string[], nodeId: string): Held[] {
  const held = new Map<string, Held>()
  const toNode: readonly Reference[] = referencesTo('node')
  for (const reference of toNode)
    for (const goneId of goneIds)
      for (const before of referring(snapshot, reference.from, castField(reference.field), goneId)) {
        if (!holdsFor(reference, before)) continue
        const key = `${reference.from}:${before.id}`
        const after = repointed(held.get(key)?.after ?? before, reference.field, nodeId)
        held.set(key, { entity: reference.from, before, after })
      }
  return [...held.values()]
}

/** What makes two participations the same: who, how, from when until when. */
function participationKey({ personId, teamId, tier, from, until }: Participation): string {
  return JSON.stringify([personId, teamId, tier, from, until])
}

function isSelfExchange({ after }: Held): boolean {
  return 'fromNodeId' in after && after.fromNodeId === after.toNodeId
}

/** What would stand there twice: the same participation, or an exchange of a node with itself. */
function isSpent(held: Held, known: Set<string>): boolean {
  if (!('tier' in held.after)) return isSelfExchange(held)
  const key = participationKey(held.after)
  if (known.has(key)) return true
  known.add(key)
  return false
}

/**
 * Carries all that refers to some nodes over to another one. An exchange between them ends, with what hangs on it; a participation that
 * the other node has already, of the same person or team in the same tier and time, is not made twice.
 *
 * @returns changes in the order in which they can be applied; the nodes themselves stay
 * Cost O(records that refer to the nodes). Spec: RV30-RV32.
 */
export function carryOver(snapshot: Snapshot, goneIds: readonly string[], nodeId: string): Change[] {
  const held = heldBy(snapshot, goneIds, nodeId)
  const known = new Set(referring(snapshot, 'participation', 'nodeId', nodeId).map(participationKey))
  return held.flatMap((each) => {
    if (isSpent(each, known)) return planDelete(snapshot, each.entity, each.before.id)
    const change = diff(each.entity, castPair(each.before), castPair(each.after))
    return change ? [change] : []
  })
}

import { type Change, diff } from '../change.ts'
import type { AnyEntity, EntityOf, Participation, Person } from '../entity.ts'
import type { EntityName, Id } from '../ids.ts'
import { isListField, type Reference, type ReferenceField, referencesTo } from '../references.ts'
import { referring, type Snapshot } from '../snapshot.ts'
import { remention } from './mentions.ts'
import { spansOf } from './participations.ts'

/** The record of an id, as it is after what was decided so far. */
type Drafts = Map<string, { readonly entity: EntityName; readonly before: AnyEntity; after: AnyEntity }>

type Move = { readonly from: Id<'person'>; readonly to: Id<'person'> }

/** Guaranteed by `references`: only the reference is set, to the id of another person. */
function repointed(record: AnyEntity, field: string, { from, to }: Move): AnyEntity {
  const held: unknown = Reflect.get(record, field)
  if (!isListField(field) || !Array.isArray(held)) return { ...record, [field]: to }
  return { ...record, [field]: [...new Set(held.map((id: unknown) => (id === from ? to : id)))] } as AnyEntity
}

/** Guaranteed by `referencesTo`: the field comes from that table. */
function castField(field: string): ReferenceField {
  return field as ReferenceField
}

function withOwnWords(record: AnyEntity, { from, to }: Move): AnyEntity {
  return 'mentionIds' in record ? { ...record, text: remention(record.text, from, to) } : record
}

function repointAll(snapshot: Snapshot, drafts: Drafts, move: Move): void {
  const held: readonly Reference[] = referencesTo('person')
  for (const { from: entity, field } of held)
    for (const holder of referring(snapshot, entity, castField(field), move.from)) {
      const key = `${entity}:${holder.id}`
      const known = drafts.get(key)
      const after = withOwnWords(repointed(known?.after ?? holder, field, move), move)
      drafts.set(key, { entity, before: holder, after })
    }
}

/** Guaranteed by `repointAll`: both are versions of one record of the entity beside them. */
function castPair(record: AnyEntity): EntityOf<EntityName> {
  return record as EntityOf<EntityName>
}

/** Participations of both in one node and tier that overlap or follow each other become the earliest of them; the others go. */
function joinParticipations(snapshot: Snapshot, { from, to }: Move): Change[] {
  const added = referring(snapshot, 'participation', 'personId', from)
  const all = [...referring(snapshot, 'participation', 'personId', to), ...added].map((each) => ({ ...each, personId: to }))
  const alike = [...Map.groupBy(all, ({ nodeId, tier }) => JSON.stringify([nodeId, tier])).values()]
  const isAdded = (each: Participation) => added.some(({ id }) => id === each.id)
  return alike
    .flatMap((group) => spansOf(group))
    .filter(({ parts }) => parts.some(isAdded))
    .flatMap(({ parts, from: first, until }) => {
      const kept = parts.find((each) => !isAdded(each)) ?? parts[0]
      return parts.flatMap((each) => {
        const before = snapshot.tables.participation.get(each.id)
        if (!before) return []
        const change = each === kept ? diff('participation', before, { ...kept, from: first, until }) : removed('participation', before)
        return change ? [change] : []
      })
    })
}

function removed(entity: EntityName, record: AnyEntity): Change {
  return { entity, id: record.id, before: record, after: null }
}

/**
 * Makes a person part of another one: all that refers to the first refers to the second, mentions in comments included. Participations of
 * both in one node and tier that overlap, or follow each other without a gap, become one; no day is lost and none is added. Teams are united.
 *
 * @returns changes in the order in which they can be applied; the first person goes last
 * Cost O(records that refer to either). Spec: PE22-PE25.
 */
export function mergePerson(snapshot: Snapshot, gone: Person, kept: Person): Change[] {
  const move = { from: gone.id, to: kept.id }
  const drafts: Drafts = new Map()
  repointAll(snapshot, drafts, move)
  const others = [...drafts.values()].filter(({ entity }) => entity !== 'participation')
  const edits = others.map(({ entity, before, after }) => diff(entity, castPair(before), castPair(after))).filter((change) => change !== null)
  const teams = diff('person', kept, { ...kept, teamIds: [...new Set([...kept.teamIds, ...gone.teamIds])] })
  return [...edits, ...(teams ? [teams] : []), ...joinParticipations(snapshot, move), removed('person', gone)]
}

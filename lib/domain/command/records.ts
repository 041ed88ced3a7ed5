import { z } from 'zod'
import { refuseMember, requireMay } from '../access.ts'
import { type Change, diff, valueAt, withFields } from '../change.ts'
import { type AnyEntity, type EntityOf, entitySchemas } from '../entity.ts'
import { DomainError } from '../error.ts'
import { faultsOfIssues, sentenceOf } from '../format/fault.ts'
import { idOf } from '../id-schema.ts'
import type { EntityName } from '../ids.ts'
import { metricSchema } from '../metric.ts'
import { nextRank } from '../next-rank.ts'
import { todayIn } from '../own-nodes.ts'
import { inOwnName, requireOwnWord, withOwnWords } from '../own-word.ts'
import { promisesTouched, touchedSentence } from '../promise/touched.ts'
import { requireRules } from '../rules.ts'
import { entityWords, find, get, nameOf, type Snapshot } from '../snapshot.ts'
import { carriedBy, planDelete } from './cascade.ts'
import { type CommandContext, command } from './command.ts'
import { asNode, freeSlot, isOnRingOf } from './slot.ts'

/** The kinds of record that have plain create, update and delete commands. */
export type EditableEntity = Exclude<EntityName, 'network' | 'checkIn' | 'promiseMove' | 'comment' | HistoryEntity>

/** Kinds of record that are made and ended by commands of their own. */
type HistoryEntity = 'exchangeCheck' | 'proposal' | 'mark' | 'reason' | 'healthReading' | 'ritual' | 'ritualItem' | 'signOff' | 'tally'

function has(snapshot: Snapshot) {
  return (entity: EntityName, id: string) => find(snapshot, entity, id) !== undefined
}

/** The schema of a record in which its place may be left out. */
function creationSchema<E extends EditableEntity>(entity: E) {
  const { shape } = entitySchemas[entity]
  return z.strictObject({ ...shape, rank: shape.rank.optional() })
}

/**
 * The schema of a partial record: no field is required and none is filled in. A metric may be given in parts
 * (`{"target": 5}`); a part with another `kind` replaces the metric.
 */
function patchSchema(entity: EntityName) {
  const fields = Object.entries(entitySchemas[entity].shape).filter(([field]) => field !== 'id' && field !== 'slot')
  const shape = fields.map(([field, schema]) => {
    if (field === 'metric') return [field, z.record(z.string(), z.unknown()).optional()] as const
    return [field, (schema instanceof z.ZodDefault ? schema.unwrap() : schema).optional()] as const
  })
  return z.strictObject(Object.fromEntries(shape))
}

/** A patch of a record: what `patchSchema` accepts, as the type that callers see. */
export type Patch<E extends EntityName> = Partial<Omit<z.input<(typeof entitySchemas)[E]>, 'id' | 'slot' | 'metric'>> &
  (E extends 'keyResult' ? { metric?: Record<string, unknown> } : unknown)

function withPlace(snapshot: Snapshot, entity: EntityName, record: AnyEntity & { rank?: number | undefined }): AnyEntity {
  const ranked: AnyEntity = { ...record, rank: record.rank ?? nextRank(snapshot, entity) }
  const node = asNode(ranked)
  return node ? { ...node, slot: freeSlot(snapshot, node) } : ranked
}

/** A node that comes to another ring takes a free place there; any other edit leaves its place alone. */
function withNewSlot(snapshot: Snapshot, before: AnyEntity, after: AnyEntity): AnyEntity {
  const [old, node] = [asNode(before), asNode(after)]
  return old && node && !isOnRingOf(old, node) ? { ...node, slot: freeSlot(snapshot, node) } : after
}

/** Adds a record; its place in the list is the last unless `rank` says otherwise. */
export function createCommand<E extends EditableEntity>(entity: E) {
  return command({
    input: creationSchema(entity),
    decide: (snapshot, input, { who, now }) => {
      const record = inOwnName(who, withPlace(snapshot, entity, castRecord(input)))
      if (find(snapshot, entity, record.id))
        throw new DomainError('ID_TAKEN', `There is already a ${entityWords[entity]} with the id “${record.id}”.`, { entity, id: record.id })
      requireRules(entity, record, has(snapshot))
      requireMay(snapshot, who, { entity, record }, todayIn(snapshot, now))
      requireOwnWord(snapshot, who, { before: null, after: record }, todayIn(snapshot, now))
      return [{ entity, id: record.id, before: null, after: record }]
    },
  })
}

/** Guaranteed by `creationSchema`: the parsed input is the record but for its rank. */
function castRecord(input: unknown): AnyEntity & { rank?: number | undefined } {
  return input as AnyEntity & { rank?: number | undefined }
}

function mergeMetric(record: AnyEntity, patch: Record<string, unknown>): Record<string, unknown> {
  const part = patch['metric']
  if (typeof part !== 'object' || part === null || !('metric' in record)) return patch
  const kind = Reflect.get(part, 'kind')
  const merged = kind !== undefined && kind !== record.metric.kind ? part : { ...record.metric, ...part }
  const parsed = metricSchema.safeParse(merged)
  if (parsed.success) return { ...patch, metric: parsed.data }
  const faults = faultsOfIssues(parsed.error.issues, ['metric'], merged)
  throw new DomainError('VALIDATION', `The metric does not fit: ${sentenceOf(faults)}`, { faults })
}

/** Whether two paths speak of the same value: a whole metric and one of its parts do. */
function overlap(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`)
}

/** A revision that was never reached belongs to another history, such as that before a restore: nothing can be held against it. */
function refuseUnreached(snapshot: Snapshot, revision: number | undefined, ctx: CommandContext): void {
  if (revision === undefined || !ctx.touchedSince || revision <= snapshot.revision) return
  const remedy = 'Read the record again and give the revision that comes with it.'
  throw new DomainError('VALIDATION', `The network is at revision ${snapshot.revision} and was never at ${revision}. ${remedy}`, {
    faults: [{ path: 'revision', message: `is later than ${snapshot.revision}, the newest one`, remedy }],
  })
}

type Edit = { readonly before: AnyEntity; readonly change: Change; readonly revision: number | undefined }

function refuseStale(snapshot: Snapshot, { before, change, revision }: Edit, ctx: CommandContext): void {
  if (revision === undefined || !ctx.touchedSince || !change.after) return
  const touched = ctx.touchedSince(change.entity, before.id, revision)
  const fields = Object.entries(change.after).flatMap(([path, yours]) => {
    const last = touched.findLast((each) => overlap(each.path, path))
    return last ? [{ field: path, yours, theirs: valueAt(before, path), by: last.by, at: last.at }] : []
  })
  if (fields.length === 0) return
  const names = fields.map(({ field }) => field).join(', ')
  throw new DomainError('STALE_EDIT', `Somebody changed ${names} of “${nameOf(before)}” after you read it. Keep yours or take theirs.`, {
    entity: change.entity,
    id: before.id,
    fields,
    revision: snapshot.revision,
  })
}

/** Changes some fields of a record; with `revision`, refuses where one of them was changed after that revision. */
export function updateCommand<E extends EditableEntity | 'network'>(entity: E) {
  return command({
    input: z.strictObject({ id: idOf(entity), set: patchSchema(entity), revision: z.int().min(0).optional() }),
    decide: (snapshot, { id, set, revision }, ctx) => {
      const before: AnyEntity = get(snapshot, entity, id)
      refuseUnreached(snapshot, revision, ctx)
      const merged = withOwnWords(before, withFields(before, mergeMetric(before, set)), set)
      const after = withNewSlot(snapshot, before, merged)
      const change = diff(entity, castTo<E>(before), castTo<E>(after))
      if (!change) return []
      refuseStale(snapshot, { before, change, revision }, ctx)
      requireRules(entity, after, has(snapshot))
      const today = todayIn(snapshot, ctx.now)
      for (const record of [before, after]) requireMay(snapshot, ctx.who, { entity, record }, today)
      requireOwnWord(snapshot, ctx.who, { before, after }, today)
      return [change]
    },
  })
}

/** Guaranteed by `get`: the record is of the entity asked for. */
function castTo<E extends EntityName>(record: AnyEntity): EntityOf<E> {
  return record as EntityOf<E>
}

/** Deletes a record. What hangs on it goes too, but only when `carry` says that the caller has seen the list. */
export function deleteCommand<E extends EditableEntity>(entity: E) {
  return command({
    input: z.strictObject({ id: idOf(entity), carry: z.boolean().default(false) }),
    decide: (snapshot, { id, carry }, { who, now }) => {
      const record: AnyEntity = get(snapshot, entity, id)
      requireMay(snapshot, who, { entity, record }, todayIn(snapshot, now))
      refuseMember(who, { entity, record })
      const changes = planDelete(snapshot, entity, id)
      const carried = carriedBy(changes, id)
      const promises = promisesTouched(snapshot, changes).filter((promise) => promise.id !== id)
      if (carry || carried.total + promises.length === 0) return changes
      const others = carried.total === 0 ? 'No other record goes' : `${carried.total} other records go`
      const list = [`${others} with “${nameOf(record)}”${carried.total === 0 ? '' : `: ${carried.sentence}`}.`, touchedSentence(promises)]
      const message = [...list.filter((part) => part !== ''), 'Confirm with carry=true; it can be undone.'].join(' ')
      throw new DomainError('DELETE_CARRIES_OTHERS', message, { entity, id, carried: carried.counts, promises })
    },
  })
}

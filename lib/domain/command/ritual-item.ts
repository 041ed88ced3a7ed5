import { z } from 'zod'
import { requireMay } from '../access.ts'
import { type Change, diff } from '../change.ts'
import { entitySchemas, type RitualItem } from '../entity.ts'
import { DomainError } from '../error.ts'
import { asId } from '../ids.ts'
import { nextRank } from '../next-rank.ts'
import { todayIn } from '../own-nodes.ts'
import { requireOpen } from '../ritual/phases.ts'
import { requireRules } from '../rules.ts'
import { find, get, type Snapshot } from '../snapshot.ts'
import type { ItemKind, ItemStatus } from '../vocabulary.ts'
import { type CommandContext, command } from './command.ts'

const { shape } = entitySchemas.ritualItem

/** The statuses that a kind of entry can have, the first one when it is made. Spec: RI11. */
const statusesByKind: { readonly [K in ItemKind]?: readonly [ItemStatus, ...ItemStatus[]] } = {
  action: ['open', 'done', 'dropped'],
  question: ['open', 'done'],
  talk: ['open', 'done'],
  parked: ['open', 'done', 'dropped'],
  risk: ['open', 'resolved', 'owned', 'accepted', 'mitigated'],
}

function requireStatus({ kind, status }: RitualItem): void {
  const known: readonly ItemStatus[] = statusesByKind[kind] ?? []
  if (status === null ? known.length === 0 : known.includes(status)) return
  const remedy = known.length === 0 ? 'Leave status out.' : `Give one of ${known.join(', ')}.`
  throw new DomainError('VALIDATION', `An entry of the kind “${kind}” cannot be “${status}”. ${remedy}`, {
    faults: [{ path: 'status', message: 'does not fit the kind of entry', remedy }],
  })
}

function requireFit(snapshot: Snapshot, record: RitualItem, { who, now }: CommandContext): void {
  requireStatus(record)
  requireRules('ritualItem', record, (entity, id) => find(snapshot, entity, id) !== undefined)
  requireMay(snapshot, who, { entity: 'ritualItem', record }, todayIn(snapshot, now))
}

const creation = entitySchemas.ritualItem.omit({ rank: true, settledAt: true, personId: true, at: true })

/** Writes something down in an open ritual, in the name of who acts. Spec: RI10-RI11. */
export const createItem = command({
  input: creation,
  decide: (snapshot, input, ctx): Change[] => {
    if (find(snapshot, 'ritualItem', input.id))
      throw new DomainError('ID_TAKEN', `There is already an entry with the id “${input.id}”.`, { entity: 'ritualItem', id: input.id })
    requireOpen(snapshot, input.ritualId)
    const { personId } = ctx.who
    const record: RitualItem = {
      ...input,
      status: input.status ?? statusesByKind[input.kind]?.[0] ?? null,
      rank: nextRank(snapshot, 'ritualItem'),
      settledAt: null,
      personId: personId === null ? null : asId<'person'>(personId),
      at: ctx.now,
    }
    requireFit(snapshot, record, ctx)
    return [{ entity: 'ritualItem', id: record.id, before: null, after: record }]
  },
})

const afterwards: ReadonlySet<string> = new Set(['status', 'ownerId', 'dueOn'])

const patch = z.strictObject({
  text: shape.text.optional(),
  kind: shape.kind.optional(),
  subject: shape.subject.unwrap().optional(),
  about: shape.about.unwrap().optional(),
  nodeId: shape.nodeId.unwrap().optional(),
  value: shape.value.unwrap().optional(),
  ownerId: shape.ownerId.unwrap().optional(),
  dueOn: shape.dueOn.unwrap().optional(),
  status: shape.status.unwrap().optional(),
})

function settled(before: RitualItem, after: RitualItem, now: string): RitualItem['settledAt'] {
  if (after.status === before.status) return before.settledAt
  return after.status === null || after.status === 'open' ? null : now
}

/** Changes an entry. Once its ritual is over, what was said stays: who does it, by when and what became of it may still change. Spec: RI12. */
export const updateItem = command({
  input: z.strictObject({ id: shape.id, set: patch }),
  decide: (snapshot, { id, set }, ctx): Change[] => {
    const before = get(snapshot, 'ritualItem', id)
    const given = Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined))
    if (Object.keys(given).some((field) => !afterwards.has(field))) requireOpen(snapshot, before.ritualId)
    const kindChanged = set.kind !== undefined && set.kind !== before.kind
    const status = set.status ?? (kindChanged ? (statusesByKind[set.kind ?? before.kind]?.[0] ?? null) : before.status)
    const merged: RitualItem = { ...before, ...given, status }
    const after = { ...merged, settledAt: settled(before, merged, ctx.now) }
    const change = diff('ritualItem', before, after)
    if (!change) return []
    requireFit(snapshot, after, ctx)
    return [change]
  },
})

/** Takes an entry out of an open ritual. */
export const deleteItem = command({
  input: z.strictObject({ id: shape.id }),
  decide: (snapshot, { id }, { who, now }): Change[] => {
    const before = get(snapshot, 'ritualItem', id)
    requireOpen(snapshot, before.ritualId)
    requireMay(snapshot, who, { entity: 'ritualItem', record: before }, todayIn(snapshot, now))
    return [{ entity: 'ritualItem', id, before, after: null }]
  },
})

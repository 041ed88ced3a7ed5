import { z } from 'zod'
import { requireMay } from '../access.ts'
import { type Change, diff } from '../change.ts'
import { entitySchemas, type Mark, type Ritual } from '../entity.ts'
import { DomainError } from '../error.ts'
import { asId } from '../ids.ts'
import { nextRank } from '../next-rank.ts'
import { todayIn } from '../own-nodes.ts'
import { isPhaseOf, phasesOf, refuseSecond, requireOpen } from '../ritual/phases.ts'
import { requireRules } from '../rules.ts'
import { find, networkOf, type Snapshot } from '../snapshot.ts'
import type { RitualKind } from '../vocabulary.ts'
import { type CommandContext, command } from './command.ts'

const { shape } = entitySchemas.ritual

/** Who leads a ritual may move it, whatever the role; and so may those who may change such a ritual at all. */
function requireLeading(snapshot: Snapshot, record: Ritual, { who, now }: CommandContext): void {
  if (record.facilitatorId !== null && record.facilitatorId === who.personId) return
  requireMay(snapshot, who, { entity: 'ritual', record }, todayIn(snapshot, now))
}

function edited(snapshot: Snapshot, before: Ritual, fields: Partial<Ritual>): Change[] {
  const after = { ...before, ...fields }
  const change = diff('ritual', before, after)
  if (!change) return []
  requireRules('ritual', after, (entity, id) => find(snapshot, entity, id) !== undefined)
  return [change]
}

/** @throws DomainError VALIDATION where a ritual lacks what it is about */
function requireSubject(snapshot: Snapshot, { kind, cycleId, nodeId }: Ritual): void {
  const lacking = kind === 'plan' && cycleId === null ? 'cycleId' : kind === 'check' && nodeId === null ? 'nodeId' : null
  if (lacking === null) return
  const remedy = lacking === 'cycleId' ? 'Give the cycle that is planned.' : 'Give the node that checks itself.'
  throw new DomainError('VALIDATION', `A session of this kind of “${networkOf(snapshot).name}” is about something. ${remedy}`, {
    faults: [{ path: lacking, message: 'is missing', remedy }],
  })
}

const titles: Record<RitualKind, string> = { plan: 'Planning', walk: 'Walk', check: 'Check', coffee: 'Coffee' }

/** “Planning 2027-Q1”, “Check of Platform, 8 Feb”: what a ritual is called unless somebody names it. */
function defaultTitle(snapshot: Snapshot, { kind, cycleId, nodeId }: Pick<Ritual, 'kind' | 'cycleId' | 'nodeId'>, day: string): string {
  if (kind === 'plan') return `${titles.plan} ${find(snapshot, 'cycle', cycleId)?.name ?? day}`
  const node = find(snapshot, 'node', nodeId)
  return node ? `${titles[kind]} of ${node.name}, ${day}` : `${titles[kind]} ${day}`
}

const opening = z.strictObject({
  id: shape.id,
  kind: shape.kind,
  title: shape.title.optional(),
  cycleId: shape.cycleId,
  nodeId: shape.nodeId,
  isTogether: shape.isTogether,
  code: shape.code,
  startsAt: shape.startsAt,
  timer: shape.timer,
  agenda: shape.agenda,
  expected: shape.expected,
  baseRevision: shape.baseRevision,
})

/** Opens a ritual: its first phase, led by who opens it. At most one of a kind is open for the same cycle or node. Spec: RI1-RI3. */
export const openCommand = command({
  input: opening,
  decide: (snapshot, input, ctx): Change[] => {
    const { who, now } = ctx
    if (find(snapshot, 'ritual', input.id))
      throw new DomainError('ID_TAKEN', `There is already a session with the id “${input.id}”.`, { entity: 'ritual', id: input.id })
    const personId = who.personId === null ? null : asId<'person'>(who.personId)
    const record: Ritual = entitySchemas.ritual.parse({
      ...input,
      title: input.title ?? defaultTitle(snapshot, input, todayIn(snapshot, now)),
      rank: nextRank(snapshot, 'ritual'),
      state: 'open',
      phase: phasesOf(input.kind)[0],
      facilitatorId: personId,
      at: now,
      personId,
    })
    requireRules('ritual', record, (entity, id) => find(snapshot, entity, id) !== undefined)
    requireMay(snapshot, who, { entity: 'ritual', record }, todayIn(snapshot, now))
    requireSubject(snapshot, record)
    refuseSecond(snapshot, record)
    return [{ entity: 'ritual', id: record.id, before: null, after: record }]
  },
})

const seen = z.strictObject({ stopId: z.string().min(1).max(80), seconds: z.int().min(0).max(86_400) })

function withSeen(agenda: Ritual['agenda'], visit: z.infer<typeof seen> | undefined, now: string): Ritual['agenda'] {
  if (!visit) return agenda
  return agenda.map((stop) => (stop.id === visit.stopId ? { ...stop, seenAt: now, seconds: (stop.seconds ?? 0) + visit.seconds } : stop))
}

/** Moves a ritual: to a phase, to a place in it, its clock, who leads it; says how long the last stop took. Spec: RI4-RI6. */
export const moveCommand = command({
  input: z.strictObject({
    id: shape.id,
    phase: shape.phase.optional(),
    place: shape.place.unwrap().optional(),
    timer: shape.timer.unwrap().optional(),
    facilitatorId: shape.facilitatorId.unwrap().optional(),
    seen: seen.optional(),
  }),
  decide: (snapshot, { id, phase, place, timer, facilitatorId, seen: visit }, ctx): Change[] => {
    const before = requireOpen(snapshot, id)
    requireLeading(snapshot, before, ctx)
    if (phase && !isPhaseOf(before.kind, phase)) {
      const remedy = `Give one of ${phasesOf(before.kind).join(', ')}.`
      throw new DomainError('VALIDATION', `“${before.title}” has no phase “${phase}”. ${remedy}`, {
        faults: [{ path: 'phase', message: 'is no phase of this session', remedy }],
      })
    }
    const moved = phase !== undefined && phase !== before.phase
    return edited(snapshot, before, {
      phase: phase ?? before.phase,
      place: place === undefined ? (moved ? null : before.place) : place,
      timer: timer === undefined ? (moved ? null : before.timer) : timer,
      facilitatorId: facilitatorId === undefined ? before.facilitatorId : facilitatorId,
      agenda: withSeen(before.agenda, visit, ctx.now),
    })
  },
})

/** Changes what a ritual says of itself while it is open: title, start, agenda. Spec: RI7. */
export const updateRitual = command({
  input: z.strictObject({
    id: shape.id,
    set: z.strictObject({
      title: shape.title.optional(),
      startsAt: shape.startsAt.unwrap().optional(),
      isTogether: shape.isTogether.unwrap().optional(),
      code: shape.code.unwrap().optional(),
      agenda: shape.agenda.unwrap().optional(),
      expected: shape.expected.unwrap().optional(),
    }),
  }),
  decide: (snapshot, { id, set }, ctx): Change[] => {
    const before = requireOpen(snapshot, id)
    requireLeading(snapshot, before, ctx)
    return edited(snapshot, before, Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined)))
  },
})

const closing = z.strictObject({
  id: shape.id,
  attendeeIds: shape.attendeeIds,
  guests: shape.guests,
  mark: entitySchemas.mark.pick({ id: true, name: true, kind: true }).optional().describe('a named snapshot of the network as it is now'),
  statement: shape.statement.describe('what leaves the team, for all to read; null where nothing does'),
})

function markOf(snapshot: Snapshot, given: z.infer<typeof closing>['mark'], { who, now }: CommandContext): Mark | null {
  if (!given) return null
  const personId = who.personId === null ? null : asId<'person'>(who.personId)
  return { ...given, rank: nextRank(snapshot, 'mark'), revision: snapshot.revision, at: now, note: null, personId }
}

/** Ends a ritual; what it left is told from its records ever after. Spec: RI8. */
export const closeRitual = command({
  input: closing,
  decide: (snapshot, { id, attendeeIds, guests, mark: given, statement }, ctx): Change[] => {
    const before = requireOpen(snapshot, id)
    requireLeading(snapshot, before, ctx)
    const mark = markOf(snapshot, given, ctx)
    const left = mark ? [{ entity: 'mark', id: mark.id, before: null, after: mark } as const] : []
    const ended = { state: 'closed', closedAt: ctx.now, revision: snapshot.revision, code: null, timer: null } as const
    const shared = statement === null ? {} : { statement, isStatementShared: true }
    const change = diff('ritual', before, { ...before, ...ended, ...shared, attendeeIds, guests, markId: mark ? mark.id : before.markId })
    return change ? [...left, change] : left
  },
})

/** Calls a ritual off. It stays in the list, and binds nobody. */
export const cancelRitual = command({
  input: z.strictObject({ id: shape.id }),
  decide: (snapshot, { id }, ctx): Change[] => {
    const before = requireOpen(snapshot, id)
    requireLeading(snapshot, before, ctx)
    return edited(snapshot, before, { state: 'cancelled', closedAt: ctx.now, code: null, timer: null })
  },
})

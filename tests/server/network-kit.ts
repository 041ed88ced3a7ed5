import { randomUUID } from 'node:crypto'
import { system } from '../../lib/domain/access.ts'
import type { Change } from '../../lib/domain/change.ts'
import { type CommandCall, call } from '../../lib/domain/command/call.ts'
import { runCommands } from '../../lib/domain/command/run.ts'
import { entitySchemas } from '../../lib/domain/entity.ts'
import { applyChanges } from '../../lib/domain/snapshot.ts'
import type { CommitContext, Committed, Idempotency, Store } from '../../lib/server/store.ts'

export const now = '2027-01-11T09:00:00Z'

export function contextOf(networkId: string, actor = 'ana'): CommitContext {
  return { actor, who: system, networkId, now }
}

export function networkChange(id: string, fields: { readonly name?: string; readonly slug?: string | null } = {}): Change {
  return { entity: 'network', id, before: null, after: entitySchemas.network.parse({ id, name: 'Bright', ...fields }) }
}

/** A new network of a test's own, with nothing in it. */
export async function emptyNetwork(store: Store, actor = 'ana'): Promise<CommitContext> {
  const ctx = contextOf(`net_${randomUUID()}`, actor)
  await store.create(ctx, [networkChange(ctx.networkId)])
  return ctx
}

export function commit(store: Store, ctx: CommitContext, calls: readonly CommandCall[], idempotency?: Idempotency): Promise<Committed> {
  return store.commit(
    ctx,
    { name: 'batch', decide: (snapshot, decideCtx) => runCommands(snapshot, calls, decideCtx) },
    idempotency && { idempotency },
  )
}

/** Two nodes in an area; a cycle; an objective with a key result on each; the second needs the first; one check-in. */
export const planCalls: readonly CommandCall[] = [
  call('area.create', { id: 'area', name: 'Customer' }),
  call('node.create', { id: 'node-a', areaId: 'area', name: 'Care', activities: ['listen'], position: { x: 1.5, y: -2 } }),
  call('node.create', { id: 'node-b', areaId: 'area', name: 'Billing' }),
  call('person.create', { id: 'ana', name: 'Ana', email: 'ana@example.org' }),
  call('team.create', { id: 'team', name: 'Team' }),
  call('participation.create', { id: 'part', nodeId: 'node-a', personId: 'ana', tier: 'lead', from: '2027-01-01' }),
  call('exchange.create', {
    id: 'exch',
    fromNodeId: 'node-a',
    toNodeId: 'node-b',
    deliverable: 'Cases',
    kind: 'intangible',
    factors: ['social'],
    confirmed: false,
  }),
  call('cycle.create', { id: 'cycle', name: 'Q1', startsOn: '2027-01-01', endsOn: '2027-03-31', phase: 'active' }),
  call('goal.create', { id: 'goal', name: 'Loved', areaId: 'area' }),
  call('objective.create', { id: 'obj-a', nodeId: 'node-a', cycleId: 'cycle', title: 'Be there', goalIds: ['goal'], ownerId: 'ana' }),
  call('objective.create', { id: 'obj-b', nodeId: 'node-b', cycleId: 'cycle', title: 'Be exact' }),
  call('keyResult.create', {
    id: 'kr-a',
    objectiveId: 'obj-a',
    title: 'Answer in 1 h',
    metric: { kind: 'decrease', baseline: 5, target: 1, current: 4.5, unit: 'h' },
    estimateWeeks: { optimistic: 1, likely: 2, pessimistic: 4 },
  }),
  call('keyResult.create', { id: 'kr-b', objectiveId: 'obj-b', title: 'Audit', metric: { kind: 'milestone', steps: [{ name: 'Plan', done: 0.5 }] } }),
  call('keyResult.create', {
    id: 'kr-c',
    objectiveId: 'obj-b',
    title: 'Zones',
    metric: { kind: 'ordinal', zones: { commit: 'one', target: 'two', stretch: null }, current: 'fail' },
  }),
  call('goal.update', { id: 'goal', set: { keyResultId: 'kr-a' } }),
  call('dependency.create', {
    id: 'dep',
    consumerKeyResultId: 'kr-b',
    supplierKeyResultId: 'kr-a',
    what: 'Cases',
    strength: 1,
    state: 'requested',
    neededOn: '2027-02-01',
  }),
  call('checkIn.create', { id: 'chk-1', keyResultId: 'kr-a', at: '2027-01-08T10:00:00.123+02:00', value: 4, confidence: 0.6, note: 'on it' }),
  call('checkIn.create', { id: 'chk-2', keyResultId: 'kr-c', value: 'commit' }),
  call('checkIn.create', { id: 'chk-3', keyResultId: 'kr-b', value: [1], personId: 'ana' }),
  call('source.create', { id: 'src', subject: 'keyResult', subjectId: 'kr-a', kind: 'system', title: 'Tickets', on: '2026-12-31' }),
]

/** An owner of the network: comments are by somebody. */
export function ownerIn(ctx: CommitContext, personId: string): CommitContext {
  return { ...ctx, who: { personId, role: 'owner', members: new Map([[personId, 'owner']]) } }
}

const said = call('comment.create', { id: 'note', subject: 'node', subjectId: 'node-a', text: 'Well done, @[ana]' })

type Made = 'exchangeCheck' | 'proposal' | 'mark' | 'reason' | 'healthMetric' | 'healthReading' | 'ritual' | 'ritualItem' | 'signOff' | 'tally'

function made(entity: Made, given: { readonly id: string } & Readonly<Record<string, unknown>>): Change {
  return {
    entity,
    id: given.id,
    before: null,
    after: entitySchemas[entity].parse({
      rank: 1,
      ...(entity === 'healthMetric' ? {} : { at: now }),
      ...(entity === 'healthMetric' || entity === 'tally' ? {} : { personId: 'ana' }),
      ...given,
    }),
  }
}

/** What the past and the reviews of a network are made of. */
const looked: readonly Change[] = [
  made('exchangeCheck', { id: 'rel', exchangeId: 'exch', health: 'worse', note: 'Two weeks of silence' }),
  made('proposal', {
    id: 'prop',
    title: 'Merge them',
    plan: { kind: 'merge', nodeIds: ['node-b'], intoId: 'node-a' },
    state: 'declined',
    decidedById: 'ana',
    decidedAt: '2027-01-11T08:30:00.250Z',
    decision: 'Later',
  }),
  made('mark', { id: 'mark', name: 'Baseline', kind: 'baseline', revision: 1 }),
  made('reason', { id: 'why', revision: 1, kind: 'external', text: 'A new market' }),
  made('healthMetric', {
    id: 'health',
    nodeId: 'node-a',
    name: 'Nights without an alarm',
    unit: '%',
    lower: 95,
    upper: 100,
    tolerance: 5,
    current: 93.5,
  }),
  made('healthReading', { id: 'read', healthMetricId: 'health', value: 93.5, note: 'A hard week' }),
  made('ritual', {
    id: 'rit',
    kind: 'walk',
    title: 'Walk 8 Jan',
    state: 'closed',
    phase: 'close',
    facilitatorId: 'ana',
    agenda: [{ id: 's1', section: 'stale', subject: 'keyResult', about: 'kr-a', nodeId: 'node-a', sentence: 'Nobody has said anything for 9 days.' }],
    attendeeIds: ['ana'],
    guests: 2,
    markId: 'mark',
    revision: 1,
    startsAt: '2027-01-08T09:00:00.5Z',
    closedAt: '2027-01-08T09:30:00Z',
  }),
  made('ritualItem', {
    id: 'item',
    ritualId: 'rit',
    kind: 'action',
    text: 'Confirm the review',
    subject: 'keyResult',
    about: 'kr-a',
    nodeId: 'node-a',
    stop: 's1',
    ownerId: 'ana',
    dueOn: '2027-01-15',
    status: 'done',
    settledAt: '2027-01-10T09:00:00Z',
  }),
  made('signOff', { id: 'sign', ritualId: 'rit', nodeId: 'node-a', note: 'We stand for it' }),
  made('tally', { id: 'tally', ritualId: 'rit', nodeId: 'node-a', key: 'confidence', counts: [0, 0, 1, 0, 3, 1], voters: 5 }),
]

/** How its people look at the network. */
const insights: readonly CommandCall[] = [
  call('checkSetting.create', { id: 'setting', rule: 'supplier.overloaded', isOn: true, limit: 7 }),
  call('acceptance.create', {
    id: 'accepted',
    finding: 'keyResult.noBaseline:kr-a',
    rule: 'keyResult.noBaseline',
    because: 'Measured from March on',
    ownerId: 'ana',
    reviewOn: '2027-03-01',
  }),
  call('whatIf.create', { id: 'if', name: 'A late audit', edits: [{ kind: 'confidence', keyResultId: 'kr-a', confidence: 0.2 }], ownerId: 'ana' }),
]

/** Commands, and records beside them, as one change set. */
function commitWith(store: Store, ctx: CommitContext, calls: readonly CommandCall[], more: readonly Change[]): Promise<Committed> {
  return store.commit(ctx, {
    name: 'batch',
    decide: (snapshot, decideCtx) => {
      const changes = runCommands(snapshot, calls, decideCtx)
      applyChanges(snapshot, more)
      return [...changes, ...more]
    },
  })
}

/** A network with one record of every kind at least. */
export async function planNetwork(store: Store, actor = 'ana'): Promise<CommitContext> {
  const ctx = await emptyNetwork(store, actor)
  await commitWith(store, ownerIn(ctx, 'ana'), [...planCalls, said, ...insights], looked)
  await commit(store, ctx, [
    call('network.update', { id: ctx.networkId, set: { weekStart: 'monday', timeZone: 'Europe/Berlin', fiscalYearStartMonth: 4 } }),
  ])
  return ctx
}

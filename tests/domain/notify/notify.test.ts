import { describe, expect, test } from 'vitest'
import type { Who } from '../../../lib/domain/access.ts'
import { type Change, diff } from '../../../lib/domain/change.ts'
import type { EntityName } from '../../../lib/domain/ids.ts'
import { mayConcern, notificationsOf } from '../../../lib/domain/notify/notify.ts'
import { plansAsking } from '../../../lib/domain/notify/under-way.ts'
import { applyChanges, find, type Snapshot } from '../../../lib/domain/snapshot.ts'
import type { Role } from '../../../lib/domain/vocabulary.ts'
import { record, sketch } from '../sketch.ts'

type Loose = Readonly<Record<string, unknown>>

const day = '2027-02-10'
const members: Who['members'] = new Map<string, Role>([
  ['ana', 'contributor'],
  ['bea', 'contributor'],
  ['cleo', 'contributor'],
  ['eda', 'editor'],
  ['olga', 'owner'],
])

/** Care needs something from billing; ana leads care, bea leads billing, cleo leads stock; dan is in no account. */
function network(more: Partial<Record<EntityName, readonly Loose[]>> = {}): Snapshot {
  return sketch({
    area: [{ id: 'area' }],
    node: ['care', 'billing', 'stock'].map((id) => ({ id, areaId: 'area', name: id })),
    person: ['ana', 'bea', 'cleo', 'dan', 'eda', 'olga'].map((id) => ({ id, name: id })),
    participation: [
      { id: 'p1', nodeId: 'care', personId: 'ana', tier: 'lead' },
      { id: 'p2', nodeId: 'billing', personId: 'bea', tier: 'lead' },
      { id: 'p3', nodeId: 'stock', personId: 'cleo', tier: 'lead' },
    ],
    cycle: [{ id: 'q1' }],
    objective: [
      { id: 'o-care', nodeId: 'care', cycleId: 'q1' },
      { id: 'o-billing', nodeId: 'billing', cycleId: 'q1' },
      { id: 'o-stock', nodeId: 'stock', cycleId: 'q1' },
    ],
    keyResult: [
      { id: 'k-care', objectiveId: 'o-care' },
      { id: 'k-billing', objectiveId: 'o-billing' },
    ],
    dependency: [{ id: 'dep', consumerKeyResultId: 'k-care', supplierKeyResultId: 'k-billing', what: 'Invoices', state: 'requested' }],
    promiseMove: [{ id: 'move-1', dependencyId: 'dep', move: 'request', to: 'requested', side: 'consumer', at: '2027-02-01T09:00:00Z' }],
    exchange: [{ id: 'exch', fromNodeId: 'billing', toNodeId: 'stock' }],
    ...more,
  })
}

const made = (entity: EntityName, given: Loose): Change => ({ entity, id: String(given['id']), before: null, after: record(entity, given) })

function gone(snapshot: Snapshot, entity: EntityName, id: string): Change {
  return { entity, id, before: find(snapshot, entity, id) ?? null, after: null }
}

function edited(snapshot: Snapshot, entity: 'dependency' | 'objective' | 'keyResult' | 'comment' | 'participation', id: string, set: Loose): Change {
  const before = find(snapshot, entity, id)
  const change = before && diff(entity, before, record(entity, { ...before, ...set }))
  if (!change) throw new Error(`${entity} ${id} does not change`)
  return change
}

/** Who is told what, as `person kind subject`. */
function told(snapshot: Snapshot, changes: readonly Change[], actorId: string | null = null): string[] {
  applyChanges(snapshot, changes)
  return notificationsOf(snapshot, { changes, actorId, members, day })
    .map(({ personId, kind, subjectId }) => `${personId} ${kind} ${subjectId}`)
    .sort()
}

const move = (id: string, side: 'consumer' | 'supplier', name: string, to: string) =>
  made('promiseMove', { id, dependencyId: 'dep', move: name, to, side, at: '2027-02-10T09:00:00Z' })

describe('promises', () => {
  test('NO1: a move is told to those who speak for the other side', () => {
    const snapshot = network()
    const changes = [edited(snapshot, 'dependency', 'dep', { state: 'promised' }), move('m', 'supplier', 'promise', 'promised')]
    expect(told(snapshot, changes, 'bea')).toEqual(['ana promise.promise dep'])
    const other = network()
    expect(told(other, [edited(other, 'dependency', 'dep', { state: 'withdrawn' }), move('m', 'consumer', 'withdraw', 'withdrawn')], 'ana')).toEqual([
      'bea promise.withdraw dep',
    ])
  })

  test('NO1: where a node has no lead who can sign in, its editors and owners are told', () => {
    const snapshot = network({ participation: [{ id: 'p1', nodeId: 'billing', personId: 'dan', tier: 'lead' }] })
    expect(told(snapshot, [move('m', 'consumer', 'cancel', 'cancelled')], 'olga')).toEqual(['eda promise.cancel dep'])
  })

  test('NO1: a lead of yesterday and a resonance are not told', () => {
    const snapshot = network({
      participation: [
        { id: 'p1', nodeId: 'billing', personId: 'ana', tier: 'lead', until: '2027-02-09' },
        { id: 'p2', nodeId: 'billing', personId: 'cleo', tier: 'resonance' },
        { id: 'p3', nodeId: 'billing', personId: 'bea', tier: 'lead', from: day },
      ],
    })
    expect(told(snapshot, [move('m', 'consumer', 'cancel', 'cancelled')])).toEqual(['bea promise.cancel dep'])
  })

  test('NO2: a move that is taken back is told to the same people', () => {
    const snapshot = network()
    expect(told(snapshot, [gone(snapshot, 'promiseMove', 'move-1'), edited(snapshot, 'dependency', 'dep', { state: 'draft' })], 'ana')).toEqual([
      'bea promise.takenBack dep',
    ])
  })

  test('NO3: a live promise that is deleted is told to both sides; a draft, a refused and an ended one are not', () => {
    for (const [state, expected] of [
      ['requested', 2],
      ['offered', 2],
      ['countered', 2],
      ['deferred', 2],
      ['promised', 2],
      ['delivered', 2],
      ['accepted', 2],
      ['draft', 0],
      ['declined', 0],
      ['revoked', 0],
      ['withdrawn', 0],
      ['cancelled', 0],
    ] as const) {
      const snapshot = network({ dependency: [{ id: 'dep', consumerKeyResultId: 'k-care', supplierKeyResultId: 'k-billing', state }] })
      expect([state, told(snapshot, [gone(snapshot, 'promiseMove', 'move-1'), gone(snapshot, 'dependency', 'dep')]).length]).toEqual([
        state,
        expected,
      ])
    }
  })

  test('NO3: a node that is deleted tells its last leads and the other side', () => {
    const snapshot = network()
    const ids = [
      ['promiseMove', 'move-1'],
      ['dependency', 'dep'],
      ['keyResult', 'k-billing'],
      ['objective', 'o-billing'],
      ['participation', 'p2'],
      ['exchange', 'exch'],
      ['node', 'billing'],
    ] as const
    expect(
      told(
        snapshot,
        ids.map(([entity, id]) => gone(snapshot, entity, id)),
        'olga',
      ),
    ).toEqual(['ana promise.deleted dep', 'bea promise.deleted dep'])
  })

  test('NO4: a supplier that changes without a move is told to the consumer, the old one and the new one', () => {
    const snapshot = network()
    const change = edited(snapshot, 'dependency', 'dep', { supplierKeyResultId: null, supplierNodeId: 'stock' })
    expect(told(snapshot, [change], 'olga')).toEqual([
      'ana promise.supplierChanged dep',
      'bea promise.supplierChanged dep',
      'cleo promise.supplierChanged dep',
    ])
  })

  test('NO5: a key result that comes to live elsewhere is told to both sides and to the node that it left', () => {
    for (const [entity, id, set] of [
      ['objective', 'o-billing', { nodeId: 'stock' }],
      ['keyResult', 'k-billing', { objectiveId: 'o-stock' }],
    ] as const) {
      const snapshot = network()
      expect(told(snapshot, [edited(snapshot, entity, id, set)], 'olga')).toEqual([
        'ana promise.rehomed dep',
        'bea promise.rehomed dep',
        'cleo promise.rehomed dep',
      ])
    }
    const calm = network({ dependency: [{ id: 'dep', consumerKeyResultId: 'k-care', supplierKeyResultId: 'k-billing', state: 'draft' }] })
    expect(told(calm, [edited(calm, 'objective', 'o-billing', { nodeId: 'stock' })], 'olga')).toEqual([])
  })

  test('NO6: what a move changes is not told again', () => {
    const snapshot = network()
    const bound = edited(snapshot, 'dependency', 'dep', { state: 'promised', supplierKeyResultId: 'k-care', supplierNodeId: 'billing' })
    expect(told(snapshot, [bound, move('m', 'supplier', 'promise', 'promised')], 'bea').filter((line) => line.includes('supplierChanged'))).toEqual(
      [],
    )
  })
})

const comment = (given: Loose) =>
  made('comment', { id: 'c', subject: 'keyResult', subjectId: 'k-billing', personId: 'olga', at: '2027-02-10T09:00:00Z', ...given })

describe('comments', () => {
  test('NO7: a comment is told to those whose record it is', () => {
    const on = (subject: string, subjectId: string, more: Partial<Record<EntityName, readonly Loose[]>> = {}) => {
      return told(network(more), [comment({ subject, subjectId })], 'olga').map((line) => line.split(' ')[0])
    }
    expect(on('keyResult', 'k-billing')).toEqual(['bea'])
    expect(on('objective', 'o-care')).toEqual(['ana'])
    expect(on('node', 'stock')).toEqual(['cleo'])
    expect(on('exchange', 'exch')).toEqual(['bea', 'cleo'])
    expect(on('dependency', 'dep')).toEqual(['ana', 'bea'])
    expect(on('checkIn', 'chk', { checkIn: [{ id: 'chk', keyResultId: 'k-care', personId: 'cleo', at: '2027-02-01T09:00:00Z' }] })).toEqual([
      'ana',
      'cleo',
    ])
    expect(on('keyResult', 'k', { keyResult: [{ id: 'k', objectiveId: 'o-billing', ownerId: 'cleo' }], dependency: [], promiseMove: [] })).toEqual([
      'cleo',
    ])
    expect([on('area', 'area'), on('network', 'net')]).toEqual([[], []])
  })

  test('NO8: one comment tells one person once, by the strongest reason', () => {
    const thread = [
      { id: 'root', subject: 'keyResult', subjectId: 'k-billing', personId: 'bea', at: '2027-02-01T09:00:00Z' },
      { id: 'reply', subject: 'keyResult', subjectId: 'k-billing', personId: 'cleo', parentId: 'root', at: '2027-02-02T09:00:00Z' },
    ]
    const snapshot = network({ comment: thread })
    expect(told(snapshot, [comment({ parentId: 'root', mentionIds: ['cleo', 'dan'] })], 'olga')).toEqual([
      'bea comment.reply c',
      'cleo comment.mention c',
    ])
  })

  test('NO9: an edit tells whom it mentions anew, resolving tells the writer', () => {
    const old = { id: 'c', subject: 'keyResult', subjectId: 'k-billing', personId: 'ana', mentionIds: ['bea'], at: '2027-02-01T09:00:00Z' }
    const snapshot = network({ comment: [old] })
    expect(told(snapshot, [edited(snapshot, 'comment', 'c', { mentionIds: ['bea', 'cleo'] })], 'ana')).toEqual(['cleo comment.mention c'])
    const resolved = network({ comment: [old] })
    expect(told(resolved, [edited(resolved, 'comment', 'c', { resolvedAt: '2027-02-10T09:00:00Z', resolvedById: 'bea' })], 'bea')).toEqual([
      'ana comment.resolved c',
    ])
  })
})

describe('who hears it', () => {
  test('NO10: what concerns nobody is known without looking at the network', () => {
    const change = (entity: EntityName, before: Loose | null, after: Loose | null): Change => ({ entity, id: 'x', before, after })
    for (const calm of [
      change('keyResult', { 'metric.current': 0, confidence: null }, { 'metric.current': 1, confidence: 0.5 }),
      change('checkIn', null, { id: 'x' }),
      change('keyResult', null, { ownerId: null }),
      change('keyResult', { ownerId: 'ana' }, null),
      change('node', { name: 'a' }, { name: 'b' }),
    ])
      expect(mayConcern([calm])).toBe(false)
    for (const news of [
      change('keyResult', { objectiveId: 'a' }, { objectiveId: 'b' }),
      change('objective', { nodeId: 'a' }, { nodeId: 'b' }),
      change('keyResult', { ownerId: null }, { ownerId: 'ana' }),
      change('objective', null, { ownerId: 'ana' }),
      change('promiseMove', null, {}),
      change('comment', { text: 'a' }, { text: 'b' }),
    ])
      expect(mayConcern([change('node', null, {}), news])).toBe(true)
  })

  test('NO10: only those who can sign in, and never who acts', () => {
    const snapshot = network()
    expect(told(snapshot, [comment({ mentionIds: ['dan', 'olga', 'ana'] })], 'olga')).toEqual(['ana comment.mention c', 'bea comment.added c'])
    const alone = network()
    const changes = [comment({ mentionIds: ['ana'] })]
    applyChanges(alone, changes)
    expect(notificationsOf(alone, { changes, actorId: null, members: new Map(), day })).toEqual([])
  })

  test('NO11: one of a kind for a person and a record', () => {
    const snapshot = network({
      participation: [
        { id: 'p', nodeId: 'care', personId: 'ana', tier: 'lead' },
        { id: 'q', nodeId: 'billing', personId: 'ana', tier: 'lead' },
      ],
    })
    expect(told(snapshot, [gone(snapshot, 'promiseMove', 'move-1'), gone(snapshot, 'dependency', 'dep')])).toEqual(['ana promise.deleted dep'])
  })

  test('NO12: new owners and new participations are told, once', () => {
    const snapshot = network()
    const changes = [
      edited(snapshot, 'keyResult', 'k-care', { ownerId: 'cleo' }),
      made('objective', { id: 'o-new', nodeId: 'care', cycleId: 'q1', ownerId: 'bea' }),
      made('participation', { id: 'p9', nodeId: 'stock', personId: 'ana', tier: 'core' }),
      edited(snapshot, 'participation', 'p2', { tier: 'core' }),
    ]
    expect(told(snapshot, changes, 'olga')).toEqual([
      'ana node.joined p9',
      'bea node.joined p2',
      'bea owner.became o-new',
      'cleo owner.became k-care',
    ])
    const same = network()
    expect(
      told(same, [edited(same, 'participation', 'p2', { until: '2027-03-31' }), edited(same, 'keyResult', 'k-care', { title: 'Other' })], 'olga'),
    ).toEqual([])
  })
})

test('NO66: an answer is expected in the plans of the cycle that are open and past their lobby', () => {
  const plan = (id: string, more: Loose) => ({ id, kind: 'plan', phase: 'market', cycleId: 'q1', ...more })
  const ritual = [
    plan('now', {}),
    plan('early', { phase: 'lobby' }),
    plan('over', { state: 'closed' }),
    plan('other', { cycleId: 'q2' }),
    { id: 'walk', kind: 'walk', phase: 'stops' },
  ]
  const snapshot = network({ cycle: [{ id: 'q1' }, { id: 'q2' }], ritual })
  const asks = (kind: 'promise.request' | 'promise.counter' | 'promise.promise' | 'comment.added', subjectId = 'dep') =>
    plansAsking(snapshot, { personId: 'bea', kind, subject: 'dependency', subjectId })
  expect([asks('promise.request'), asks('promise.counter')]).toEqual([['now'], ['now']])
  expect([asks('promise.promise'), asks('comment.added'), asks('promise.request', 'gone')]).toEqual([[], [], []])
})

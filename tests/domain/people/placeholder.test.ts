import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { system, type Who } from '../../../lib/domain/access.ts'
import { reverseAll } from '../../../lib/domain/change.ts'
import { type CommandInputs, call } from '../../../lib/domain/command/call.ts'
import { runCommands } from '../../../lib/domain/command/run.ts'
import { DomainError } from '../../../lib/domain/error.ts'
import { referencesTo } from '../../../lib/domain/references.ts'
import { applyChanges, find, referring, type Snapshot } from '../../../lib/domain/snapshot.ts'
import { decideUndo } from '../../../lib/domain/undo.ts'
import { runs } from '../../property-runs.ts'
import { sketch, textOf } from '../sketch.ts'
import { peopleNetwork } from './random-network.ts'

const now = '2027-01-11T09:00:00Z'

function name(snapshot: Snapshot, input: CommandInputs['person.name'], who: Who = system) {
  return runCommands(snapshot, [call('person.name', input)], { actor: 'ana', who, now })
}

function codeOf(act: () => unknown): readonly string[] {
  try {
    act()
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return [error.code, ...(error.details.faults ?? []).map(({ path }) => path)]
  }
  return []
}

/** Somebody at a supplier, on whom one of everything hangs, and Ana. */
function network(): Snapshot {
  return sketch({
    area: [{ id: 'a' }],
    node: ['n', 'm'].map((id) => ({ id, areaId: 'a' })),
    team: [{ id: 'red' }, { id: 'blue' }],
    person: [
      { id: 'somebody', name: 'Somebody at Nordfrakt', isPlaceholder: true, teamIds: ['red', 'blue'] },
      { id: 'ana', name: 'Ana', email: 'ana@example.org', teamIds: ['red'] },
    ],
    participation: [
      { id: 'p1', nodeId: 'n', personId: 'somebody', tier: 'lead', from: '2027-01-01', until: '2027-02-01' },
      { id: 'p2', nodeId: 'n', personId: 'ana', tier: 'lead', from: '2027-01-15', until: '2027-03-01' },
      { id: 'p3', nodeId: 'm', personId: 'somebody', tier: 'core' },
      { id: 'p4', nodeId: 'n', personId: 'somebody', tier: 'resonance' },
    ],
    cycle: [{ id: 'c' }],
    objective: [{ id: 'o', nodeId: 'n', cycleId: 'c', ownerId: 'somebody' }],
    keyResult: [
      { id: 'k', objectiveId: 'o', ownerId: 'somebody' },
      { id: 'l', objectiveId: 'o' },
    ],
    dependency: [{ id: 'd', consumerKeyResultId: 'k', supplierKeyResultId: 'l', state: 'requested' }],
    promiseMove: [{ id: 'mv', dependencyId: 'd', move: 'request', to: 'requested', side: 'consumer', personId: 'somebody', at: now }],
    exchange: [{ id: 'x', fromNodeId: 'n', toNodeId: 'm' }],
    exchangeCheck: [{ id: 'rel', exchangeId: 'x', personId: 'somebody' }],
    proposal: [{ id: 'prop', personId: 'somebody', state: 'declined', decidedById: 'somebody', decidedAt: now }],
    mark: [{ id: 'mark', personId: 'somebody' }],
    reason: [{ id: 'why', personId: 'somebody' }],
    healthMetric: [{ id: 'h', nodeId: 'n', ownerId: 'somebody' }],
    healthReading: [{ id: 'hr', healthMetricId: 'h', personId: 'somebody' }],
    ritual: [{ id: 'r', personId: 'somebody', facilitatorId: 'somebody', attendeeIds: ['somebody', 'ana'] }],
    ritualItem: [{ id: 'i', ritualId: 'r', ownerId: 'somebody', personId: 'somebody' }],
    signOff: [{ id: 's', ritualId: 'r', nodeId: 'n', personId: 'somebody' }],
    acceptance: [{ id: 'acc', ownerId: 'somebody' }],
    whatIf: [{ id: 'if', ownerId: 'somebody' }],
    checkIn: [{ id: 'chk', keyResultId: 'k', at: now, note: 'x', personId: 'somebody' }],
    comment: [
      {
        id: 'c1',
        subject: 'node',
        subjectId: 'n',
        text: 'Ask @[somebody] or @[ana]',
        mentionIds: ['somebody', 'ana'],
        personId: 'somebody',
        at: now,
      },
      { id: 'c2', subject: 'node', subjectId: 'n', text: 'Yes', personId: 'ana', at: now, resolvedAt: now, resolvedById: 'somebody' },
    ],
  })
}

describe('naming', () => {
  test('PE20: says who it is; nothing else changes', () => {
    const snapshot = network()
    expect(name(snapshot, { id: 'somebody', name: 'Bo Lind', email: 'bo@nordfrakt.example' })).toHaveLength(1)
    expect(find(snapshot, 'person', 'somebody')).toMatchObject({
      name: 'Bo Lind',
      email: 'bo@nordfrakt.example',
      isPlaceholder: false,
      teamIds: ['red', 'blue'],
    })
  })

  test('PE21: only a placeholder, by one of two ways, by somebody who may edit people', () => {
    expect(codeOf(() => name(network(), { id: 'ana', name: 'Anna' }))).toEqual(['VALIDATION', 'id'])
    expect(codeOf(() => name(network(), { id: 'somebody' }))).toEqual(['VALIDATION', 'name'])
    expect(codeOf(() => name(network(), { id: 'somebody', name: 'Bo', into: 'ana' }))).toEqual(['VALIDATION', 'name'])
    expect(codeOf(() => name(network(), { id: 'somebody', email: 'bo@x.example', into: 'ana' }))).toEqual(['VALIDATION', 'email'])
    expect(codeOf(() => name(network(), { id: 'somebody', into: 'somebody' }))).toEqual(['VALIDATION', 'into'])
    expect(codeOf(() => name(network(), { id: 'somebody', into: 'nobody' }))).toEqual(['UNKNOWN_REFERENCE', 'into'])
    expect(codeOf(() => name(network(), { id: 'nobody', name: 'Bo' }))).toEqual(['NOT_FOUND'])
    const who = (role: Who['role']): Who => ({ personId: 'ana', role, members: new Map([['ana', role]]) })
    for (const role of ['viewer', 'contributor', 'facilitator'] as const)
      expect(codeOf(() => name(network(), { id: 'somebody', name: 'Bo' }, who(role)))).toEqual(['FORBIDDEN'])
    expect(codeOf(() => name(network(), { id: 'somebody', name: 'Bo' }, who('editor')))).toEqual([])
  })

  test('PE21: somebody who can sign in does not become part of somebody else', () => {
    const who: Who = { personId: 'ana', role: 'owner', members: new Map([['somebody', 'viewer']]) }
    expect(codeOf(() => name(network(), { id: 'somebody', into: 'ana' }, who))).toEqual(['FORBIDDEN'])
  })
})

describe('becoming part of somebody', () => {
  test('PE22: every reference is to that person, of every kind that there is', () => {
    const snapshot = network()
    const kinds = referencesTo('person').map(({ from, field }) => `${from}.${field}`)
    for (const { from, field } of referencesTo('person'))
      expect(
        referring(snapshot, from, field as 'personId', 'somebody').length,
        `nothing refers by ${from}.${field}: the test is too small`,
      ).toBeGreaterThan(0)
    name(snapshot, { id: 'somebody', into: 'ana' })
    expect(find(snapshot, 'person', 'somebody')).toBeUndefined()
    for (const { from, field } of referencesTo('person')) expect(referring(snapshot, from, field as 'personId', 'somebody')).toEqual([])
    expect(kinds.length).toBeGreaterThan(6)
    expect(find(snapshot, 'keyResult', 'k')?.ownerId).toBe('ana')
    expect(find(snapshot, 'promiseMove', 'mv')?.personId).toBe('ana')
  })

  test('PE23: participations of one node and tier that touch become one; other tiers and nodes stay', () => {
    const snapshot = network()
    name(snapshot, { id: 'somebody', into: 'ana' })
    expect([...snapshot.tables.participation.values()].map(({ id, personId, tier, from, until }) => [id, personId, tier, from, until])).toEqual([
      ['p2', 'ana', 'lead', '2027-01-01', '2027-03-01'],
      ['p3', 'ana', 'core', null, null],
      ['p4', 'ana', 'resonance', null, null],
    ])
  })

  test('PE24: comments, mentions and teams follow', () => {
    const snapshot = network()
    name(snapshot, { id: 'somebody', into: 'ana' })
    expect(find(snapshot, 'comment', 'c1')).toMatchObject({ text: 'Ask @[ana] or @[ana]', mentionIds: ['ana'], personId: 'ana' })
    expect(find(snapshot, 'comment', 'c2')?.resolvedById).toBe('ana')
    expect(find(snapshot, 'person', 'ana')).toMatchObject({ name: 'Ana', email: 'ana@example.org', teamIds: ['red', 'blue'] })
  })

  test('PE25: the undo brings all of it back', () => {
    const snapshot = network()
    const before = textOf(snapshot)
    const changes = name(snapshot, { id: 'somebody', into: 'ana' })
    expect(textOf(snapshot)).not.toBe(before)
    const undo = decideUndo(snapshot, changes, { direction: 'undo', now })
    expect(undo).toEqual(reverseAll(changes))
    applyChanges(snapshot, undo)
    expect(textOf(snapshot)).toBe(before)
  })

  test('PE23: on random networks no day of a node and tier is lost, and none is added', () => {
    const days = ['2026-12-31', '2027-01-01', '2027-01-05', '2027-01-10', '2027-01-11', '2027-01-12', '2027-02-01', '2027-03-31', '2027-04-01']
    const served = (snapshot: Snapshot, people: readonly string[]) =>
      days.flatMap((day) =>
        [...snapshot.tables.participation.values()]
          .filter(({ personId, from, until }) => people.includes(personId ?? '') && (from ?? '0') <= day && day <= (until ?? '9'))
          .map(({ nodeId, tier }) => `${day} ${nodeId} ${tier}`),
      )
    let joined = 0
    fc.assert(
      fc.property(peopleNetwork, fc.constantFrom('p1', 'p2'), (snapshot, into) => {
        const before = new Set(served(snapshot, ['p0', into]))
        const others = served(snapshot, ['p3'])
        const { size } = snapshot.tables.participation
        const changes = name(snapshot, { id: 'p0', into })
        expect(new Set(served(snapshot, [into]))).toEqual(before)
        expect(served(snapshot, ['p3'])).toEqual(others)
        joined += size - snapshot.tables.participation.size
        applyChanges(snapshot, reverseAll(changes))
        expect(snapshot.tables.participation.size).toBe(size)
      }),
      { numRuns: runs(400), seed: 20_270_119 },
    )
    expect(joined).toBeGreaterThan(20)
  })
})

import { describe, expect, test } from 'vitest'
import { removedIn } from '../../../app/[network]/history/_parts/restorable.ts'
import { planRestore } from '../../../app/[network]/history/_parts/restore-plan.ts'
import { mapAt, mapFrom, revisionIn, selectionFor } from '../../../app/components/history/moment.ts'
import { told } from '../../../app/components/history/told.ts'
import type { Difference } from '../../../app/components/history/types.ts'
import { actorOf, actorOptions } from '../../../app/components/history/who-words.ts'
import { system, type Who } from '../../../lib/domain/access.ts'
import type { Change } from '../../../lib/domain/change.ts'
import { planDelete } from '../../../lib/domain/command/cascade.ts'
import { countedByKind } from '../../../lib/domain/counted-records.ts'
import { applyChanges, fork } from '../../../lib/domain/snapshot.ts'
import { sketch } from '../../domain/sketch.ts'

const network = sketch({
  area: [{ id: 'brand' }],
  person: [
    { id: 'ana', name: 'Ana Lind' },
    { id: 'gone', name: 'Former member 2' },
    { id: 'open', name: 'To be hired', isPlaceholder: true },
  ],
  node: [
    { id: 'growth', areaId: 'brand' },
    { id: 'talent', areaId: 'brand' },
  ],
  cycle: [{ id: 'q' }],
  objective: [{ id: 'more', nodeId: 'growth', cycleId: 'q' }],
  keyResult: [{ id: 'clients', objectiveId: 'more' }],
  exchange: [{ id: 'leads', fromNodeId: 'growth', toNodeId: 'talent' }],
})

describe('HS3: who made a change', () => {
  test('HS3: a person has the name of today, with the token through which it was done', () => {
    expect(actorOf(network, 'ana')).toEqual({ personId: 'ana', name: 'Ana Lind', by: '' })
    expect(actorOf(network, 'ana/tok_1')).toEqual({ personId: 'ana', name: 'Ana Lind', by: 'by a token' })
    expect(actorOf(network, 'ana/join').by).toBe('by joining')
  })
  test('HS3: somebody erased has the pseudonym, somebody who is gone no name, a program its own', () => {
    expect(actorOf(network, 'gone').name).toBe('Former member 2')
    expect(actorOf(network, 'never').name).toBe('Former member')
    expect(actorOf(network, 'cli')).toEqual({ personId: null, name: 'The command line', by: '' })
    expect(told(network, 'Added person “{person:ana}” and “{person:never}”')).toBe('Added person “Ana Lind” and “Former member”')
  })
  test('who can be asked for are people by name; nobody stands for somebody unknown', () => {
    expect(actorOptions(network).map(({ label }) => label)).toEqual(['Ana Lind', 'Former member 2', 'The command line'])
  })
})

describe('moments in addresses', () => {
  test('a revision is read as it is written, and nothing else is one', () => {
    expect([revisionIn('r12'), revisionIn('r0'), revisionIn('12'), revisionIn('r1.5'), revisionIn(null)]).toEqual([12, null, null, null, null])
  })
  test('the ways to the map name the moment and the record', () => {
    expect(mapAt('net', 12, selectionFor('keyResult', 'kr 1'))).toBe('/net/map?at=r12&sel=kr%3Akr%201')
    expect(mapFrom('net', 'r3')).toBe('/net/map?from=r3')
    expect(mapFrom('net', 'r3', 'r9')).toBe('/net/map?from=r3&at=r9')
    expect(selectionFor('comment', 'c')).toBeNull()
  })
})

describe('HS6: what a restore brings back is told before', () => {
  const changes = planDelete(network, 'node', 'growth')
  const after = fork(network)
  applyChanges(after, changes)
  const ask = (entity: Change['entity'], id: string, by: Who = system) => planRestore(after, { entity, id, changes, who: by, day: '2026-11-22' })

  test('HS6: a node with all that hung on it', () => {
    const plan = ask('node', 'growth')
    expect(plan.kind).toBe('fits')
    expect(plan.kind === 'fits' && plan.along.map(({ id }) => id).toSorted()).toEqual(['clients', 'leads', 'more'])
  })
  test('HS6: what hangs on something that is gone names what has to come back first', () => {
    expect(ask('objective', 'more')).toMatchObject({ kind: 'blocked', blocker: { entity: 'node', id: 'growth', name: 'node “growth”' } })
  })
  test('HI25, HS6: who may not bring it back is told before, not after', () => {
    const by = (role: Who['role']): Who => ({ personId: 'ana', role, members: new Map() })
    expect(ask('node', 'growth', by('editor')).kind).toBe('fits')
    expect(ask('node', 'growth', by('contributor'))).toMatchObject({
      kind: 'blocked',
      blocker: null,
      message: expect.stringContaining('You may not'),
    })
  })
  test('HS6: the record on which the others hang is offered first, and only while it is gone', () => {
    const differences = changes.flatMap((change): Difference[] =>
      change.after === null
        ? [{ entity: change.entity, id: change.id, kind: 'removed', name: change.id, nodeId: null, areaId: null, fields: [], sentence: '' }]
        : [],
    )
    expect(removedIn(after, differences)[0]?.id).toBe('growth')
    expect(removedIn(network, differences)).toEqual([])
  })
  test('what comes along is counted by kind', () => {
    const records = [{ entity: 'objective' }, { entity: 'keyResult' }, { entity: 'keyResult' }, { entity: 'checkIn' }] as const
    expect(countedByKind(records)).toBe('1 objective, 2 key results and 1 check-in')
  })
})

import { describe, expect, test } from 'vitest'
import { can, mayChange, refuseMember, type Subject, speakersFor, speaksFor, system, type Who } from '../../../lib/domain/access.ts'
import { call } from '../../../lib/domain/command/call.ts'
import { runCommands } from '../../../lib/domain/command/run.ts'
import type { AnyEntity } from '../../../lib/domain/entity.ts'
import { type EntityName, entityNames } from '../../../lib/domain/ids.ts'
import { requireMayApply } from '../../../lib/domain/may-apply.ts'
import { othersNodes } from '../../../lib/domain/others-nodes.ts'
import { find, type Snapshot } from '../../../lib/domain/snapshot.ts'
import { decideUndo } from '../../../lib/domain/undo.ts'
import { type Role, roles } from '../../../lib/domain/vocabulary.ts'
import { codeOf, day, members, network, now, who } from './kit.ts'

function subject(snapshot: Snapshot, entity: EntityName, id: string, change: object = {}): Subject {
  const record: AnyEntity | undefined = find(snapshot, entity, id)
  if (!record) throw new Error(`${id} is not there`)
  return { entity, record: { ...record, ...change } }
}

function may(personId: string, entity: EntityName, id: string, change: object = {}): boolean {
  const snapshot = network()
  return mayChange(snapshot, who(personId), subject(snapshot, entity, id, change), day)
}

describe('roles', () => {
  const some: Record<string, readonly Role[]> = {
    read: roles,
    self: roles,
    write: ['contributor', 'facilitator', 'editor', 'owner'],
    manage: ['owner'],
  }
  test.each(['read', 'write', 'manage', 'self'] as const)('AC1: %s is for the roles that it names', (action) => {
    expect(roles.filter((role) => can(role, action))).toEqual(some[action])
  })

  const samples: readonly (readonly [EntityName, string])[] = [
    ['area', 'area'],
    ['node', 'care'],
    ['person', 'ana'],
    ['team', 'team'],
    ['participation', 'p-ana'],
    ['exchange', 'x'],
    ['cycle', 'q1'],
    ['goal', 'goal'],
    ['objective', 'o-care'],
    ['keyResult', 'kr-care'],
    ['dependency', 'need'],
  ]
  const reach = (role: Role) => {
    const snapshot = network()
    return samples.filter(([entity, id]) => mayChange(snapshot, who('nobody', role), subject(snapshot, entity, id), day)).map(([entity]) => entity)
  }

  test('AC1: a viewer changes nothing', () => expect(reach('viewer')).toEqual([]))
  test('AC2: a contributor who takes part in nothing changes nothing', () => expect(reach('contributor')).toEqual([]))
  test('AC5: a facilitator changes cycles, and of these nothing else', () => expect(reach('facilitator')).toEqual(['cycle']))
  test('AC6: an editor and an owner change all', () => {
    for (const role of ['editor', 'owner'] as const) expect(reach(role)).toEqual(samples.map(([entity]) => entity))
    expect(entityNames.length - samples.length).toBe(18)
  })
})

describe('what is one’s own', () => {
  test('AC2: nodes in which one takes part by oneself or by a team, and what lives there', () => {
    for (const person of ['ana', 'tom', 'lea'])
      for (const [entity, id] of [
        ['node', 'care'],
        ['objective', 'o-care'],
        ['keyResult', 'kr-care'],
        ['dependency', 'need'],
        ['exchange', 'x'],
        ['participation', 'p-ana'],
      ] as const)
        expect(may(person, entity, id), `${person} ${id}`).toBe(true)
  })

  test('AC2: nothing of other nodes, no person, no team, no goal, no area', () => {
    for (const [entity, id] of [
      ['node', 'press'],
      ['objective', 'o-press'],
      ['keyResult', 'kr-press'],
      ['person', 'ana'],
      ['team', 'team'],
      ['goal', 'goal'],
      ['area', 'area'],
    ] as const)
      expect(may('ana', entity, id), id).toBe(false)
  })

  test('AC8: a resonance and a participation that is over give nothing; the last day still does', () => {
    for (const person of ['rita', 'otto']) expect(may(person, 'keyResult', 'kr-care')).toBe(false)
    const snapshot = network()
    expect(mayChange(snapshot, who('otto'), subject(snapshot, 'keyResult', 'kr-care'), '2027-02-09')).toBe(true)
  })

  test('AC3: an objective that one owns, with its key results, where it lives', () => {
    expect([may('rita', 'objective', 'o-press'), may('rita', 'keyResult', 'kr-press')]).toEqual([true, true])
    expect(may('rita', 'objective', 'o-press', { nodeId: 'care' })).toBe(false)
    expect(may('ana', 'objective', 'o-press', { ownerId: 'ana' })).toBe(false)
    expect(may('ana', 'objective', 'o-press', { id: 'new', ownerId: 'ana' })).toBe(false)
  })

  test('AC4: who leads is told by who leads', () => {
    expect([may('ana', 'participation', 'p-ana', { tier: 'lead' }), may('ana', 'participation', 'p-lea')]).toEqual([false, false])
    expect([may('lea', 'participation', 'p-ana', { tier: 'lead' }), may('lea', 'participation', 'p-lea')]).toEqual([true, true])
  })
})

describe('commands', () => {
  const run = (personId: string, name: Parameters<typeof call>[0], input: object) =>
    codeOf(() => runCommands(network(), [{ name, input }], { actor: personId, who: who(personId), now }))

  test('AC7: an edit is asked about before and after', () => {
    expect(run('ana', 'objective.update', { id: 'o-care', set: { title: 'New' } })).toBe('nothing')
    expect(run('ana', 'objective.update', { id: 'o-care', set: { nodeId: 'press' } })).toBe('FORBIDDEN')
    expect(run('ana', 'objective.update', { id: 'o-press', set: { nodeId: 'care' } })).toBe('FORBIDDEN')
  })

  test('AC9: a delete is asked about for what is named; what hangs on it goes with it', () => {
    expect(run('ana', 'objective.delete', { id: 'o-care', carry: true })).toBe('nothing')
    expect(run('ana', 'objective.delete', { id: 'o-press', carry: true })).toBe('FORBIDDEN')
  })

  test('AC10: one reports in one’s own name', () => {
    const report = (personId: string | null, role: Role) =>
      runCommands(network(), [call('checkIn.create', { id: 'c', keyResultId: 'kr-care', value: 1, ...(personId && { personId }) })], {
        actor: 'ana',
        who: who('ana', role),
        now,
      })
    expect(report(null, 'contributor')[0]?.after).toMatchObject({ personId: 'ana' })
    expect(report('tom', 'editor')[0]?.after).toMatchObject({ personId: 'tom' })
    expect(codeOf(() => report('tom', 'contributor'))).toBe('FORBIDDEN')
  })

  test('AC12: the person of a member stays', () => {
    const snapshot = network()
    expect(codeOf(() => refuseMember({ members }, subject(snapshot, 'person', 'ana')))).toBe('FORBIDDEN')
    expect(codeOf(() => refuseMember({ members }, subject(snapshot, 'person', 'bo')))).toBe('nothing')
  })
})

describe('who speaks', () => {
  test('AC11: the leads who can sign in and write; else editors and owners', () => {
    const snapshot = network()
    expect(speakersFor(snapshot, { members }, 'care', day)).toEqual(['lea'])
    expect(speakersFor(snapshot, { members }, 'press', day)).toEqual(['eddy', 'olga'])
    expect(speakersFor(snapshot, { members: new Map([...members, ['lea', 'viewer']]) }, 'care', day)).toEqual(['eddy', 'olga'])
    expect([speaksFor(snapshot, who('lea'), 'care', day), speaksFor(snapshot, who('ana'), 'care', day)]).toEqual([true, false])
  })
})

describe('a step that was decided earlier', () => {
  const take = (snapshot: Snapshot, changes: Parameters<typeof decideUndo>[1], by: Who) =>
    codeOf(() => requireMayApply(snapshot, by, decideUndo(snapshot, changes, { direction: 'undo', now }), day))
  const step = (snapshot: Snapshot, by: Who, calls: Parameters<typeof runCommands>[1]) => runCommands(snapshot, calls, { actor: 'x', who: by, now })

  test('AC13: is asked about as the rights are now', () => {
    const snapshot = network()
    const changes = step(snapshot, who('ana'), [call('keyResult.update', { id: 'kr-care', set: { title: 'New' } })])
    expect(take(snapshot, changes, who('ana'))).toBe('nothing')
    step(snapshot, system, [call('participation.delete', { id: 'p-ana' })])
    expect(take(snapshot, changes, who('ana'))).toBe('FORBIDDEN')
    expect(take(snapshot, changes, who('ana', 'editor'))).toBe('nothing')
  })

  test('AC13, AC22: a word of the receiver’s is not taken back by who is left with the giver only', () => {
    const snapshot = network()
    const both = [call('participation.create', { id: 'p-ana-press', nodeId: 'press', personId: 'ana', tier: 'core' })]
    step(snapshot, system, both)
    const changes = step(snapshot, who('ana'), [call('exchange.update', { id: 'x', set: { valueByReceiver: 5 } })])
    expect(take(snapshot, changes, who('ana'))).toBe('nothing')
    step(snapshot, system, [call('participation.delete', { id: 'p-ana' })])
    expect(take(snapshot, changes, who('ana'))).toBe('FORBIDDEN')
    const gone = step(snapshot, who('bo'), [call('exchange.delete', { id: 'x', carry: true })])
    expect(take(snapshot, gone, who('bo'))).toBe('nothing')
  })

  test('AC14: brings back what hung on a record with that record', () => {
    const snapshot = network()
    const changes = step(snapshot, who('bo'), [call('objective.delete', { id: 'o-press', carry: true })])
    expect(changes.map(({ entity }) => entity)).toContain('dependency')
    expect(take(snapshot, changes, who('bo'))).toBe('nothing')
    expect(take(snapshot, changes, who('ana'))).toBe('FORBIDDEN')
  })

  test('AC15: a side takes its own move back, though the need lives with the other', () => {
    const snapshot = network()
    step(snapshot, who('ana', 'editor'), [
      call('dependency.create', {
        id: 'asked',
        consumerKeyResultId: 'kr-press',
        supplierKeyResultId: 'kr-care',
        what: 'It',
        strength: 1,
        state: 'requested',
      }),
    ])
    const changes = step(snapshot, who('lea'), [call('promise.move', { id: 'asked', moveId: 'm', move: 'promise', promisedOn: '2027-03-01' })])
    expect(take(snapshot, changes, who('lea'))).toBe('nothing')
    expect(take(snapshot, changes, who('ana'))).toBe('FORBIDDEN')
  })

  test('AC12: does not delete the person of a member', () => {
    const snapshot = network()
    const changes = step(snapshot, who('eddy', 'editor'), [call('person.create', { id: 'new', name: 'New' })])
    expect(take(snapshot, changes, who('eddy', 'editor'))).toBe('nothing')
    expect(take(snapshot, changes, { ...who('eddy', 'editor'), members: new Map([['new', 'viewer']]) })).toBe('FORBIDDEN')
  })
})

describe('the nodes of others', () => {
  const touched = (personId: string, calls: Parameters<typeof runCommands>[1]) => {
    const [snapshot, copy] = [network(), network()]
    const changes = runCommands(copy, calls, { actor: 'x', who: system, now })
    return othersNodes(snapshot, changes, { personId }, day)
  }
  const rename = (id: string) => call('keyResult.update', { id, set: { title: 'New' } })

  test('AC20: are told where somebody takes part and the actor does not', () => {
    expect(touched('ana', [rename('kr-care')])).toEqual([])
    expect(touched('ana', [rename('kr-press')])).toEqual(['press'])
    expect(touched('eddy', [rename('kr-care'), rename('kr-press')])).toEqual(['care', 'press'])
    expect(touched('bo', [call('objective.create', { id: 'o', nodeId: 'care', cycleId: 'q1', title: 'New' })])).toEqual(['care'])
    expect(othersNodes(network(), [], system, day)).toEqual([])
  })

  test('AC21: what joins two nodes is nobody else’s where one of them is one’s own', () => {
    for (const person of ['ana', 'bo']) {
      expect(touched(person, [call('exchange.update', { id: 'x', set: { deliverable: 'News' } })])).toEqual([])
      expect(touched(person, [call('dependency.update', { id: 'need', set: { note: 'New' } })])).toEqual([])
    }
    expect(touched('eddy', [call('exchange.update', { id: 'x', set: { deliverable: 'News' } })])).toEqual(['press', 'care'])
  })

  test('AC21: what people say to each other is nobody’s content', () => {
    const [snapshot, copy] = [network(), network()]
    const changes = runCommands(copy, [call('comment.create', { id: 'c', subject: 'node', subjectId: 'press', text: 'Well' })], {
      actor: 'x',
      who: who('ana'),
      now,
    })
    expect(othersNodes(snapshot, changes, who('ana'), day)).toEqual([])
  })
})

import { describe, expect, test } from 'vitest'
import { can, mayChange, refuseMember, type Subject, speakersFor, speaksFor, system, type Who } from '../../../lib/domain/access.ts'
import { call } from '../../../lib/domain/command/call.ts'
import { runCommands } from '../../../lib/domain/command/run.ts'
import type { AnyEntity } from '../../../lib/domain/entity.ts'
import { DomainError } from '../../../lib/domain/error.ts'
import { asId, type EntityName, entityNames } from '../../../lib/domain/ids.ts'
import { requireMayApply } from '../../../lib/domain/may-apply.ts'
import { othersNodes } from '../../../lib/domain/others-nodes.ts'
import { find, makeSnapshot, type Snapshot } from '../../../lib/domain/snapshot.ts'
import { decideUndo } from '../../../lib/domain/undo.ts'
import { type Role, roles } from '../../../lib/domain/vocabulary.ts'

const day = '2027-02-10'
const now = `${day}T09:00:00Z`
const metric = { kind: 'increase', baseline: 0, target: 10, current: null } as const

/** Two nodes: Ana is core in `care` by herself, Tom by his team; Lea leads it; Rita gives a resonance; Otto was in until yesterday. `press` is nobody's of them. */
function network(): Snapshot {
  const snapshot = makeSnapshot({})
  const part = (id: string, fields: object) => call('participation.create', { id, nodeId: 'care', tier: 'core', ...fields })
  runCommands(
    snapshot,
    [
      call('area.create', { id: 'area', name: 'Area' }),
      ...['care', 'press'].map((id) => call('node.create', { id, areaId: 'area', name: id })),
      call('team.create', { id: 'team', name: 'Team' }),
      ...['ana', 'lea', 'rita', 'otto', 'bo'].map((id) => call('person.create', { id, name: id })),
      call('person.create', { id: 'tom', name: 'tom', teamIds: ['team'] }),
      part('p-ana', { personId: 'ana' }),
      part('p-lea', { personId: 'lea', tier: 'lead' }),
      part('p-team', { teamId: 'team' }),
      part('p-rita', { personId: 'rita', tier: 'resonance' }),
      part('p-otto', { personId: 'otto', until: '2027-02-09' }),
      part('p-bo', { personId: 'bo', nodeId: 'press' }),
      call('cycle.create', { id: 'q1', name: 'Q1', startsOn: '2027-01-01', endsOn: '2027-03-31' }),
      call('objective.create', { id: 'o-care', nodeId: 'care', cycleId: 'q1', title: 'Care' }),
      call('objective.create', { id: 'o-press', nodeId: 'press', cycleId: 'q1', title: 'Press', ownerId: 'rita' }),
      ...['care', 'press'].map((node) => call('keyResult.create', { id: `kr-${node}`, objectiveId: `o-${node}`, title: node, metric })),
      call('exchange.create', { id: 'x', fromNodeId: 'press', toNodeId: 'care', deliverable: 'Stories', kind: 'tangible' }),
      call('dependency.create', {
        id: 'need',
        consumerKeyResultId: 'kr-care',
        supplierKeyResultId: 'kr-press',
        what: 'It',
        strength: 1,
        state: 'draft',
      }),
      call('goal.create', { id: 'goal', name: 'Goal' }),
    ],
    { actor: 'cli', who: system, now },
  )
  return snapshot
}

const members = new Map<string, Role>([
  ['ana', 'contributor'],
  ['lea', 'contributor'],
  ['eddy', 'editor'],
  ['olga', 'owner'],
])

function who(personId: string, role: Role = 'contributor'): Who {
  return { personId, role, members }
}

function subject(snapshot: Snapshot, entity: EntityName, id: string, change: object = {}): Subject {
  const record: AnyEntity | undefined = find(snapshot, entity, id)
  if (!record) throw new Error(`${id} is not there`)
  return { entity, record: { ...record, ...change } }
}

function may(personId: string, entity: EntityName, id: string, change: object = {}): boolean {
  const snapshot = network()
  return mayChange(snapshot, who(personId), subject(snapshot, entity, id, change), day)
}

function codeOf(work: () => unknown): string {
  try {
    work()
    return 'nothing'
  } catch (error) {
    if (error instanceof DomainError) return error.code
    throw error
  }
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

  describe('AC22: each side of an exchange says its own', () => {
    const say = (personId: string, set: object, on: { set?: object; role?: Role } = {}) => {
      const snapshot = network()
      const edit = (by: Who, what: object) =>
        runCommands(snapshot, [{ name: 'exchange.update', input: { id: 'x', set: what } }], { actor: 'x', who: by, now })
      if (on.set) edit(system, on.set)
      try {
        edit(who(personId, on.role), set)
        return 'nothing'
      } catch (error) {
        if (!(error instanceof DomainError)) throw error
        return `${error.code} ${error.details.faults?.map(({ path }) => path)}`
      }
    }

    test('what it is worth to the receiver, and that it is confirmed, is said by the receiver', () => {
      for (const set of [{ valueByReceiver: 5 }, { confirmed: true }]) {
        expect(say('ana', set)).toBe('nothing')
        expect(say('bo', set)).toBe(`FORBIDDEN ${Object.keys(set)}`)
        expect(say('eddy', set, { role: 'editor' })).toBe('nothing')
      }
      expect([say('bo', { valueBySender: 3 }), say('ana', { valueBySender: 3 })]).toEqual(['nothing', 'FORBIDDEN valueBySender'])
    })

    test('nor is it taken back by the other side; that nobody has confirmed it, either side may write down', () => {
      expect(say('bo', { confirmed: false })).toBe('nothing')
      expect(say('bo', { confirmed: false }, { set: { confirmed: true } })).toBe('FORBIDDEN confirmed')
      expect(say('bo', { valueByReceiver: null }, { set: { valueByReceiver: 1 } })).toBe('FORBIDDEN valueByReceiver')
    })

    test('what stays as it is asks nobody', () => {
      expect(say('bo', { deliverable: 'News' }, { set: { valueByReceiver: 1, confirmed: true } })).toBe('nothing')
    })

    test('turned around, ratings go along with who said them; a confirmation does not', () => {
      const around = { fromNodeId: 'care', toNodeId: 'press', valueBySender: 1, valueByReceiver: 4 }
      const set = { valueBySender: 4, valueByReceiver: 1, confirmed: true }
      for (const person of ['ana', 'bo']) expect(say(person, { ...around, confirmed: null }, { set })).toBe('nothing')
      expect([say('ana', around, { set }), say('bo', around, { set })]).toEqual(['FORBIDDEN confirmed', 'nothing'])
    })

    test('another receiver has said nothing yet', () => {
      const away = (personId: string, set: object) => {
        const snapshot = network()
        const by = { actor: 'x', who: system, now }
        const calls = [
          call('node.create', { id: 'third', areaId: 'area', name: 'third' }),
          call('exchange.update', { id: 'x', set: { valueByReceiver: 4 } }),
        ]
        runCommands(snapshot, calls, by)
        return codeOf(() =>
          runCommands(snapshot, [{ name: 'exchange.update', input: { id: 'x', set: { toNodeId: 'third', ...set } } }], { ...by, who: who(personId) }),
        )
      }
      expect([away('bo', {}), away('bo', { valueByReceiver: null })]).toEqual(['FORBIDDEN', 'nothing'])
    })

    test('a new one is rated by the side that makes it', () => {
      const make = (personId: string, said: object) =>
        run(personId, 'exchange.create', { id: 'y', fromNodeId: 'press', toNodeId: 'care', deliverable: 'Y', kind: 'tangible', ...said })
      expect([make('bo', { valueBySender: 2, confirmed: false }), make('bo', { valueByReceiver: 2 })]).toEqual(['nothing', 'FORBIDDEN'])
      expect(make('ana', { valueByReceiver: 2, confirmed: true })).toBe('nothing')
    })

    test('the refusal says whose word it is and who can', () => {
      const rate = () =>
        runCommands(network(), [call('exchange.update', { id: 'x', set: { valueByReceiver: 5 } })], { actor: 'x', who: who('bo'), now })
      expect(rate).toThrow(
        'Only “care” says what this exchange is worth to the receiver. Somebody who takes part in “care”, an editor or an owner of',
      )
    })
  })

  test('AC23: a kept what-if is changed and deleted by who keeps it, an editor or an owner, and given to nobody else', () => {
    const kept = network()
    const edits = [{ kind: 'without', entity: 'node', id: 'care' }] as const
    const as = (personId: string, role: Role, one: Parameters<typeof runCommands>[1][number]) =>
      codeOf(() => runCommands(kept, [one], { actor: personId, who: who(personId, role), now }))
    const create = (id: string, fields: object = {}) => ({ name: 'whatIf.create', input: { id, name: 'If', edits, ...fields } }) as const
    expect(as('ana', 'contributor', create('if'))).toBe('nothing')
    expect(find(kept, 'whatIf', 'if')?.ownerId).toBe('ana')
    expect(as('ana', 'contributor', create('for-tom', { ownerId: 'tom' }))).toBe('FORBIDDEN')
    expect(as('eddy', 'editor', create('for-tom', { ownerId: 'tom' }))).toBe('nothing')
    const rename = call('whatIf.update', { id: 'if', set: { name: 'Other' } })
    const remove = call('whatIf.delete', { id: 'if' })
    for (const [person, role] of [
      ['tom', 'contributor'],
      ['lea', 'facilitator'],
      ['rita', 'viewer'],
    ] as const)
      expect([as(person, role, rename), as(person, role, remove)], role).toEqual(['FORBIDDEN', 'FORBIDDEN'])
    expect(as('ana', 'contributor', call('whatIf.update', { id: 'if', set: { ownerId: asId<'person'>('tom') } }))).toBe('FORBIDDEN')
    expect([as('ana', 'contributor', rename), as('eddy', 'editor', remove)]).toEqual(['nothing', 'nothing'])
  })

  test('AC24: a finding is accepted in one’s own name; an editor or an owner may name somebody else', () => {
    const accepted = network()
    const as = (personId: string, role: Role, one: Parameters<typeof runCommands>[1][number]) =>
      codeOf(() => runCommands(accepted, [one], { actor: personId, who: who(personId, role), now }))
    const accept = (id: string, fields: object = {}) => {
      const input = { id, finding: `noLead:${id}`, rule: 'noLead', because: 'Soon', reviewOn: '2027-03-01', ...fields }
      return { name: 'acceptance.create', input } as const
    }
    expect(as('ana', 'contributor', accept('a'))).toBe('nothing')
    expect(find(accepted, 'acceptance', 'a')?.ownerId).toBe('ana')
    for (const role of ['contributor', 'facilitator'] as const) expect(as('ana', role, accept('b', { ownerId: 'lea' }))).toBe('FORBIDDEN')
    expect(as('eddy', 'editor', accept('b', { ownerId: 'lea' }))).toBe('nothing')
    const because = (id: string, fields: object = {}) => ({ name: 'acceptance.update', input: { id, set: { because: 'Other', ...fields } } }) as const
    expect([as('ana', 'contributor', because('b')), as('ana', 'contributor', because('b', { ownerId: 'ana' }))]).toEqual(['FORBIDDEN', 'nothing'])
    expect(as('tom', 'contributor', call('acceptance.delete', { id: 'a' }))).toBe('nothing')
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

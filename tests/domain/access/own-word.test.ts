import { describe, expect, test } from 'vitest'
import { system, type Who } from '../../../lib/domain/access.ts'
import { call } from '../../../lib/domain/command/call.ts'
import { runCommands } from '../../../lib/domain/command/run.ts'
import { DomainError } from '../../../lib/domain/error.ts'
import { asId } from '../../../lib/domain/ids.ts'
import { applyChanges, find, get, type Snapshot } from '../../../lib/domain/snapshot.ts'
import { decideUndo } from '../../../lib/domain/undo.ts'
import type { Role } from '../../../lib/domain/vocabulary.ts'
import { codeOf, network, now, who } from './kit.ts'

const run = (personId: string, name: Parameters<typeof call>[0], input: object) =>
  codeOf(() => runCommands(network(), [{ name, input }], { actor: personId, who: who(personId), now }))

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
    expect(say('bo', { confirmed: null }, { set: { confirmed: false } })).toBe('nothing')
    for (const confirmed of [false, null]) expect(say('bo', { confirmed }, { set: { confirmed: true } })).toBe('FORBIDDEN confirmed')
    expect(say('bo', { valueByReceiver: null }, { set: { valueByReceiver: 1 } })).toBe('FORBIDDEN valueByReceiver')
  })

  test('what stays as it is asks nobody', () => {
    expect(say('bo', { deliverable: 'News' }, { set: { valueByReceiver: 1, confirmed: true } })).toBe('nothing')
  })

  test('turned around, ratings go along with who said them; a confirmation does not', () => {
    const around = { fromNodeId: 'care', toNodeId: 'press', valueBySender: 1, valueByReceiver: 4 }
    const set = { valueBySender: 4, valueByReceiver: 1, confirmed: true }
    for (const person of ['ana', 'bo']) expect(say(person, { ...around, confirmed: null }, { set })).toBe('nothing')
    const confirmed = { ...around, confirmed: true }
    expect([say('ana', confirmed, { set }), say('bo', confirmed, { set })]).toEqual(['FORBIDDEN confirmed', 'nothing'])
  })

  const moved = (by: Who, said: object, set: object) => {
    const snapshot = network()
    const calls = [
      call('node.create', { id: 'third', areaId: 'area', name: 'third' }),
      { name: 'exchange.update', input: { id: 'x', set: said } } as const,
    ]
    runCommands(snapshot, calls, { actor: 'x', who: system, now })
    runCommands(snapshot, [{ name: 'exchange.update', input: { id: 'x', set } }], { actor: 'x', who: by, now })
    const { valueBySender, valueByReceiver, confirmed } = get(snapshot, 'exchange', 'x')
    return { valueBySender, valueByReceiver, confirmed }
  }
  const said = { valueBySender: 1, valueByReceiver: 4, confirmed: true }

  test('another giver or receiver has said nothing yet, whoever names it', () => {
    for (const by of [who('bo'), who('eddy', 'editor')])
      expect(moved(by, said, { toNodeId: 'third' })).toEqual({ valueBySender: 1, valueByReceiver: null, confirmed: null })
    expect(moved(who('ana'), said, { fromNodeId: 'third' })).toEqual({ ...said, valueBySender: null })
    expect(moved(who('bo'), { ...said, confirmed: false }, { toNodeId: 'third' }).confirmed).toBe(false)
    expect(moved(who('bo'), said, { deliverable: 'News' })).toEqual(said)
  })

  test('what is said for another receiver in the same edit stands, and is asked about', () => {
    const named = { toNodeId: 'third', valueByReceiver: 4, confirmed: true }
    expect(moved(who('eddy', 'editor'), said, named)).toEqual(said)
    expect(codeOf(() => moved(who('bo'), said, named))).toBe('FORBIDDEN')
  })

  test('turned around without a word of the ratings, they go along', () => {
    const around = { fromNodeId: 'care', toNodeId: 'press' }
    for (const by of [who('bo'), who('eddy', 'editor')])
      expect(moved(by, said, around)).toEqual({ valueBySender: 4, valueByReceiver: 1, confirmed: null })
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
      /^Only “care” says what this exchange is worth to the receiver\. Somebody who takes part in “care”, an editor or an owner of the network can\.$/,
    )
  })
})

describe('AC25: a step that is taken back puts no word into somebody’s mouth', () => {
  const edit = (set: object) => ({ name: 'exchange.update', input: { id: 'x', set } }) as const
  const step = (snapshot: Snapshot, ...calls: Parameters<typeof runCommands>[1]) => runCommands(snapshot, calls, { actor: 'x', who: system, now })
  const back = (snapshot: Snapshot, changes: Parameters<typeof decideUndo>[1], direction: 'undo' | 'redo' = 'undo') => {
    const reversed = decideUndo(snapshot, changes, { direction, now })
    applyChanges(snapshot, reversed)
    return reversed
  }
  const refused = (snapshot: Snapshot, changes: Parameters<typeof decideUndo>[1]) => {
    try {
      decideUndo(snapshot, changes, { direction: 'undo', now })
      return 'nothing'
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      return `${error.code} ${error.details['fields']}`
    }
  }
  const begun = (said: object) => {
    const snapshot = network()
    step(snapshot, call('node.create', { id: 'third', areaId: 'area', name: 'third' }), edit(said))
    return snapshot
  }
  const around = { fromNodeId: 'care', toNodeId: 'press' }

  test('what the new receiver has said since is not given to the old one', () => {
    for (const [said, field] of [
      [{ valueByReceiver: 5 }, 'valueByReceiver'],
      [{ confirmed: true }, 'confirmed'],
    ] as const) {
      const snapshot = begun({})
      const moved = step(snapshot, edit({ toNodeId: 'third' }))
      step(snapshot, edit(said))
      expect(refused(snapshot, moved)).toBe(`UNDO_CHANGED_SINCE ${field}`)
    }
    const giver = begun({})
    const given = step(giver, edit({ fromNodeId: 'third' }))
    step(giver, edit({ valueBySender: 1, valueByReceiver: 3 }))
    expect(refused(giver, given)).toBe('UNDO_CHANGED_SINCE valueBySender')
  })

  test('what was said before comes back with who said it, and goes again', () => {
    const snapshot = begun({ valueByReceiver: 4, confirmed: true })
    const [before, moved] = [get(snapshot, 'exchange', 'x'), step(snapshot, edit({ toNodeId: 'third' }))]
    const after = get(snapshot, 'exchange', 'x')
    step(snapshot, edit({ valueBySender: 2 }))
    const undone = back(snapshot, moved)
    expect(get(snapshot, 'exchange', 'x')).toEqual({ ...before, valueBySender: 2 })
    back(snapshot, undone, 'redo')
    expect(get(snapshot, 'exchange', 'x')).toEqual({ ...after, valueBySender: 2 })
  })

  test('that nobody has confirmed it yet is nobody’s word', () => {
    const snapshot = begun({})
    const moved = step(snapshot, edit({ toNodeId: 'third' }))
    step(snapshot, edit({ confirmed: false }))
    expect(refused(snapshot, moved)).toBe('nothing')
  })

  test('turned around, each keeps what it says; what was said anew since stops it', () => {
    const snapshot = begun({ valueBySender: 3, valueByReceiver: 3 })
    const before = get(snapshot, 'exchange', 'x')
    const turned = step(snapshot, edit(around))
    expect(refused(snapshot, turned)).toBe('nothing')
    step(snapshot, edit({ valueByReceiver: 5 }))
    expect(refused(snapshot, turned)).toBe('UNDO_CHANGED_SINCE valueBySender,valueByReceiver')
    step(snapshot, edit({ valueByReceiver: 3, confirmed: true }))
    expect(refused(snapshot, turned)).toBe('UNDO_CHANGED_SINCE confirmed')
    step(snapshot, edit({ confirmed: null }))
    back(snapshot, turned)
    expect(get(snapshot, 'exchange', 'x')).toEqual(before)
  })

  test('words go along where a node becomes part of another one or a part of its own, and come back with it', () => {
    const merged = begun({ valueByReceiver: 4, confirmed: true })
    const before = get(merged, 'exchange', 'x')
    const one = step(merged, call('node.merge', { nodeIds: ['care'], intoId: 'third', carry: true }))
    expect(get(merged, 'exchange', 'x').toNodeId).toBe('third')
    back(merged, one)
    expect(get(merged, 'exchange', 'x')).toEqual(before)
    const parts = [{ name: 'One' }, { name: 'Two', exchangeIds: ['x'] }]
    const two = step(merged, call('node.split', { nodeId: 'care', parts, nodeIds: ['part'], carry: true }))
    expect(get(merged, 'exchange', 'x').toNodeId).toBe('part')
    back(merged, two)
    expect(get(merged, 'exchange', 'x')).toEqual(before)
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
  expect(() => runCommands(accepted, [accept('b', { ownerId: 'lea' })], { actor: 'ana', who: who('ana'), now })).toThrow(
    /^You can accept a finding in your own name only\. An editor or an owner of the network can name somebody else\.$/,
  )
  expect(as('eddy', 'editor', accept('b', { ownerId: 'lea' }))).toBe('nothing')
  const because = (id: string, fields: object = {}) => ({ name: 'acceptance.update', input: { id, set: { because: 'Other', ...fields } } }) as const
  expect([as('ana', 'contributor', because('b')), as('ana', 'contributor', because('b', { ownerId: 'ana' }))]).toEqual(['FORBIDDEN', 'nothing'])
  expect(as('tom', 'contributor', call('acceptance.delete', { id: 'a' }))).toBe('nothing')
})

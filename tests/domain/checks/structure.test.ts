import { describe, expect, test } from 'vitest'
import { fix, foundBy, gives, nodes, plan, saidBy } from './kit.ts'

const person = ['ana', 'ben', 'cy'].map((id) => ({ id, name: id }))

describe('nodes', () => {
  test('AL70: nobody leads it on the day; one key says who does', () => {
    const led = (fields: object) => nodes({ n: {} }, { person, participation: [{ id: 'p', nodeId: 'n', personId: 'ana', tier: 'lead', ...fields }] })
    expect(saidBy('noLead', led({}))).toEqual([])
    expect(saidBy('noLead', led({ until: '2027-01-31' }))).toEqual(['Nobody leads n.'])
    expect(saidBy('noLead', nodes({ n: { kind: 'external' } }))).toEqual([])
    const core = led({ tier: 'core' })
    expect(saidBy('noLead', core)).toEqual(['Nobody leads n.'])
    fix(core, 'noLead', 'lead')
    expect(saidBy('noLead', core)).toEqual([])
  })

  test('AL71: nobody gets anything from it: no exchange, and no need', () => {
    const snapshot = nodes({ n: {}, m: {} }, { exchange: [gives('n', 'm')] })
    expect(saidBy('noCustomer', snapshot)).toEqual(['Nobody gets anything from m: it has no exchange to others, and no key result needs it.'])
    expect(saidBy('noCustomer', nodes({ n: {}, m: { kind: 'external' } }, { exchange: [gives('n', 'm')] }))).toEqual([])
    expect(foundBy('noCustomer', plan({ a: {}, b: {} }, [{ supplier: 'a', consumer: 'b' }])).map(({ id }) => id)).toEqual(['noCustomer:node_b'])
  })

  test('AL72: a value area with fewer than 2 or more than 10 nodes', () => {
    const sized = (count: number) =>
      nodes(Object.fromEntries(Array.from({ length: count }, (_, at) => [`n${at}`, {}])), { area: [{ id: 'a', name: 'Customer value' }] })
    expect(saidBy('areaTooSmall', sized(0))).toEqual(['Customer value has no node: fewer than 2.'])
    expect(saidBy('areaTooSmall', sized(1))).toEqual(['Customer value has 1 node: fewer than 2.'])
    expect([...saidBy('areaTooSmall', sized(2)), ...saidBy('areaTooBig', sized(10))]).toEqual([])
    expect(saidBy('areaTooBig', sized(11))).toEqual(['Customer value has 11 nodes: more than 10.'])
  })

  test('AL73: without it nodes are no longer tied, or much of what moves stands still', () => {
    const path = nodes({ x: {}, y: {}, z: {} }, { exchange: [gives('x', 'y'), gives('y', 'z')] })
    expect(saidBy('singlePoint', path)).toEqual(['Without y, some nodes are no longer tied to the others.'])
    const circle = ['v', 'w', 'x', 'y', 'z']
    const round = circle.map((id, at) => gives(id, circle[(at + 1) % 5] ?? ''))
    const ids = Object.fromEntries(circle.map((id) => [id, {}]))
    expect(saidBy('singlePoint', nodes(ids, { exchange: round }))[0]).toBe(
      'Without v, 6 of the 12 ways in which value moves between the others are gone (50%).',
    )
    const back = round.map(({ fromNodeId, toNodeId }) => gives(String(toNodeId), String(fromNodeId)))
    expect(saidBy('singlePoint', nodes(ids, { exchange: [...round, ...back] }))).toEqual([])
    expect(saidBy('singlePoint', nodes({ x: {}, y: {}, z: {} }, { exchange: [gives('x', 'y'), gives('y', 'z'), gives('z', 'x')] }))).toEqual([])
  })

  test('AL73: a star of two-way exchanges hangs on its middle, whatever was set', () => {
    const leaves = ['x', 'y', 'z']
    const exchange = leaves.flatMap((id) => [gives('hub', id), gives(id, 'hub')])
    const star = nodes({ hub: {}, x: {}, y: {}, z: {} }, { exchange, checkSetting: [{ id: 's', rule: 'singlePoint', limit: 100 }] })
    expect(foundBy('singlePoint', star).map(({ id }) => id)).toEqual(['singlePoint:hub'])
  })

  test('AL74: what is tied to nobody, and pieces that are tied to each other only', () => {
    const exchange = [gives('x', 'y'), gives('y', 'z'), gives('u', 'v')]
    const said = saidBy('island', nodes({ x: {}, y: {}, z: {}, u: {}, v: {}, alone: {} }, { exchange }))
    expect(said).toEqual([
      'u and v are tied to each other, and to nobody else.',
      'alone is tied to nobody: it has no exchange and no need with another node.',
    ])
    expect(foundBy('island', nodes({ x: {}, y: {}, z: {} }, { exchange: [gives('x', 'y')] })).map(({ id }) => id)).toEqual(['island:z'])
    expect(saidBy('island', nodes({ x: {}, y: {} }, { exchange: [gives('x', 'y')] }))).toEqual([])
    expect(saidBy('island', plan({ a: {}, b: {} }, [{ supplier: 'a', consumer: 'b' }]))).toEqual([])
    expect(saidBy('island', nodes({ x: {}, y: {}, z: {} }))).toEqual(['None of the 3 nodes is tied to another: no exchange and no need is known.'])
    expect(saidBy('island', nodes({ x: {} }))).toEqual([])
  })
})

describe('teams and leaders', () => {
  test('AL75: a team that serves no node, neither itself nor by its people', () => {
    const team = [{ id: 't', name: 'Bees' }]
    expect(saidBy('idleTeam', nodes({ n: {} }, { team }))).toEqual(['The team Bees serves no node.'])
    expect(saidBy('idleTeam', nodes({ n: {} }, { team, participation: [{ id: 'p', nodeId: 'n', teamId: 't' }] }))).toEqual([])
    const byPerson = { team, person: [{ id: 'ana', teamIds: ['t'] }], participation: [{ id: 'p', nodeId: 'n', personId: 'ana' }] }
    expect(saidBy('idleTeam', nodes({ n: {} }, byPerson))).toEqual([])
  })

  const lead = (nodeId: string, personId: string) => ({ id: `p-${nodeId}-${personId}`, nodeId, personId, tier: 'lead' })

  test('AL76, AL8: pairs of leaders who share no node, no exchange and no need; people by their ids only', () => {
    const participation = [lead('x', 'ana'), lead('y', 'ben'), lead('z', 'cy')]
    const snapshot = nodes({ x: {}, y: {}, z: {} }, { person, participation, exchange: [gives('x', 'y')] })
    expect(saidBy('leadersApart', snapshot)).toEqual([
      '{person:ana} shares nothing with {person:cy}: no node, no exchange, no need.',
      '{person:ben} shares nothing with {person:cy}: no node, no exchange, no need.',
    ])
    const once = [...participation, { id: 'c', nodeId: 'z', personId: 'ana', tier: 'resonance' }]
    expect(saidBy('leadersApart', nodes({ x: {}, y: {}, z: {} }, { person, participation: once, exchange: [gives('x', 'y')] }))).toHaveLength(2)
    const together = [...participation, { id: 'c', nodeId: 'z', personId: 'ana' }]
    expect(saidBy('leadersApart', nodes({ x: {}, y: {}, z: {} }, { person, participation: together, exchange: [gives('z', 'y')] }))).toEqual([])
  })

  test('AL76: among more than twelve leaders only those who share nothing with anybody', () => {
    const ids = Array.from({ length: 13 }, (_, at) => `n${String(at).padStart(2, '0')}`)
    const people = ids.map((id) => ({ id: `of-${id}` }))
    const exchange = ids.slice(2).map((id, at) => gives(ids[at + 1] ?? '', id))
    const snapshot = nodes(Object.fromEntries(ids.map((id) => [id, {}])), {
      person: people,
      participation: ids.map((id) => lead(id, `of-${id}`)),
      exchange,
    })
    expect(saidBy('leadersApart', snapshot)).toEqual(['{person:of-n00} shares nothing with any other leader: no node, no exchange, no need.'])
  })
})

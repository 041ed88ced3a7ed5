import { describe, expect, test } from 'vitest'
import { DomainError } from '../../../../lib/domain/error.ts'
import { loseNodes } from '../../../../lib/domain/measure/value/lose-nodes.ts'
import { loseParty } from '../../../../lib/domain/measure/value/lose-party.ts'
import { valueGraph } from '../../../../lib/domain/measure/value/snapshot-graph.ts'
import { standInsFor } from '../../../../lib/domain/measure/value/stand-ins.ts'
import { partyOf } from '../../../../lib/domain/people/party.ts'
import { goldenNetwork, sketch } from '../../sketch.ts'
import { exchangesFrom, graphOf } from './networks.ts'

const day = '2027-02-01'

describe('lose a leg', () => {
  const golden = valueGraph(goldenNetwork())

  test('VN37: without Talent 17 of 42 ways are cut, and what it gives and gets stops', () => {
    const loss = loseNodes(golden, ['node_talent'])
    expect(loss).toMatchObject({ nodeIds: ['node_talent'], pairsBefore: 42, pairsCut: 17, insideExchangeIds: [] })
    expect([loss.givenExchangeIds, loss.receivedExchangeIds]).toEqual([
      ['e2', 'e13'],
      ['e1', 'e12'],
    ])
  })

  test('VN37: nodes that go together are counted once; ids that are not there change nothing', () => {
    const loss = loseNodes(golden, ['node_talent', 'node_culture', 'nobody', 'node_talent'])
    expect(loss.nodeIds).toEqual(['node_culture', 'node_talent'])
    expect(loss.insideExchangeIds).toEqual(['e12', 'e13'])
    expect(loss.pairsBefore).toBe(30)
    expect(loseNodes(golden, [])).toMatchObject({ pairsBefore: 56, pairsCut: 0, share: 0, pieces: [], aloneNodeIds: [], lostValue: 0 })
    expect(loseNodes(graphOf(0, []), ['n0'])).toMatchObject({ nodeIds: [], pairsBefore: 0, share: null })
  })

  test('VN38: what others lose is what the given is worth to them; unknown where none is rated', () => {
    expect(loseNodes(golden, ['node_talent'])).toMatchObject({ lostValue: 7, ratedExchanges: 2 })
    expect(loseNodes(graphOf(2, exchangesFrom('0>1')), ['n0'])).toMatchObject({ lostValue: null, ratedExchanges: 0 })
    expect(loseNodes(graphOf(2, exchangesFrom('0>1')), ['n1'])).toMatchObject({ lostValue: 0, receivedExchangeIds: ['x0'] })
  })

  test('VN39: Talent is Culture’s only link; groups that held together fall apart, islands of before do not count', () => {
    const loss = loseNodes(golden, ['node_talent'])
    expect(loss.aloneNodeIds).toEqual(['node_culture'])
    expect(loss.pieces.map(({ length }) => length).sort()).toEqual([1, 6])
    const chains = loseNodes(graphOf(8, exchangesFrom('0>1 1>2 2>3 3>4 5>6')), ['n2', 'n5'])
    expect(chains.pieces).toEqual([
      ['n0', 'n1'],
      ['n3', 'n4'],
    ])
    expect(chains.aloneNodeIds).toEqual(['n6'])
  })
})

describe('lose a team or a person', () => {
  const snapshot = sketch({
    area: [{ id: 'a' }],
    node: ['build', 'sell', 'care', 'learn'].map((id) => ({ id, areaId: 'a' })),
    team: [{ id: 'crew' }, { id: 'duo' }],
    person: [{ id: 'ana', teamIds: ['crew'] }, { id: 'ben', teamIds: ['crew', 'duo'] }, { id: 'cem', teamIds: ['duo'] }, { id: 'dot' }],
    participation: [
      { id: 'p1', nodeId: 'build', teamId: 'crew', tier: 'lead' },
      { id: 'p2', nodeId: 'build', personId: 'dot', tier: 'resonance' },
      { id: 'p3', nodeId: 'sell', personId: 'ana', tier: 'lead' },
      { id: 'p4', nodeId: 'sell', personId: 'dot', tier: 'core' },
      { id: 'p5', nodeId: 'care', teamId: 'duo', tier: 'lead' },
      { id: 'p6', nodeId: 'care', personId: 'cem', tier: 'lead', until: '2027-01-31' },
      { id: 'p7', nodeId: 'learn', personId: 'dot', tier: 'lead', from: '2027-03-01' },
    ],
    exchange: [
      { id: 'x1', fromNodeId: 'build', toNodeId: 'sell', deliverable: 'Trained engineers' },
      { id: 'x2', fromNodeId: 'care', toNodeId: 'sell', deliverable: 'trained Engineers and more' },
      { id: 'x3', fromNodeId: 'learn', toNodeId: 'sell', deliverable: 'Budget' },
      { id: 'x4', fromNodeId: 'build', toNodeId: 'care', deliverable: 'Site access' },
    ],
  })
  const lossOf = (id: string) =>
    loseParty(snapshot, partyOf(snapshot, id), day).map(({ nodeId, losesLastLead, losesEverybody, staying }) => [
      nodeId,
      losesLastLead,
      losesEverybody,
      staying.map((each) => each.id),
    ])

  test('VN40: a team takes its people along; a team that is left with somebody stays', () => {
    expect(lossOf('crew')).toEqual([
      ['build', true, true, ['p2']],
      ['sell', true, false, ['p4']],
    ])
    expect(lossOf('ben')).toEqual([])
  })

  test('VN40: a person takes along a team that has nobody else', () => {
    const alone = sketch({
      area: [{ id: 'a' }],
      node: [{ id: 'n', areaId: 'a' }],
      team: [{ id: 'solo' }, { id: 'empty' }],
      person: [{ id: 'eve', teamIds: ['solo'] }],
      participation: [
        { id: 'p1', nodeId: 'n', teamId: 'solo', tier: 'lead' },
        { id: 'p2', nodeId: 'n', teamId: 'empty', tier: 'core' },
      ],
    })
    expect(loseParty(alone, partyOf(alone, 'eve'), day)).toMatchObject([{ nodeId: 'n', losesLastLead: true, losesEverybody: false }])
    expect(() => partyOf(alone, 'nobody')).toThrow(DomainError)
  })

  test('VN41: only what holds on the day counts: the last lead goes with the last that stays', () => {
    expect(lossOf('duo')).toEqual([['care', true, true, []]])
    expect(lossOf('dot')).toEqual([
      ['build', false, false, ['p1']],
      ['sell', false, false, ['p3']],
    ])
  })

  test('VN42: a node could stand in that gives something worded alike or shares people; single contributions do not count', () => {
    const standIns = standInsFor(snapshot, 'build', { goneIds: new Set(), day })
    expect(standIns?.parties.map(({ id }) => id)).toEqual(['crew'])
    expect(standIns?.nodes.map(({ nodeId, alike }) => [nodeId, alike.map((each) => [each.lostExchangeId, each.exchangeId])])).toEqual([
      ['care', [['x1', 'x2']]],
    ])
    expect(standInsFor(snapshot, 'build', { goneIds: new Set(['care']), day })?.nodes).toEqual([])
    expect(standInsFor(snapshot, 'nowhere', { goneIds: new Set(), day })).toBeNull()
  })

  test('VN43: who covers more comes first, then who shares more people, then list order', () => {
    const shared = sketch({
      area: [{ id: 'a' }],
      node: ['lost', 'first', 'known', 'like', 'both'].map((id) => ({ id, areaId: 'a' })),
      person: [{ id: 'ana' }],
      participation: ['lost', 'known', 'both', 'first'].map((nodeId) => ({
        id: `p_${nodeId}`,
        nodeId,
        personId: 'ana',
        tier: nodeId === 'first' ? 'resonance' : 'core',
      })),
      exchange: ['lost', 'like', 'both'].map((id) => ({ id: `x_${id}`, fromNodeId: id, toNodeId: 'first', deliverable: 'Leads' })),
    })
    const standIns = standInsFor(shared, 'lost', { goneIds: new Set(), day })
    expect(standIns?.nodes.map(({ nodeId, alike, shared: people }) => [nodeId, alike.length, people.length])).toEqual([
      ['both', 1, 1],
      ['like', 1, 0],
      ['known', 0, 1],
    ])
  })
})

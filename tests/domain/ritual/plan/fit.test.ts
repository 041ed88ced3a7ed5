import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { system } from '../../../../lib/domain/access.ts'
import { call } from '../../../../lib/domain/command/call.ts'
import { needGraph } from '../../../../lib/domain/plan/graph.ts'
import { usualNeededOn } from '../../../../lib/domain/ritual/plan/fit/dates.ts'
import { findingRules } from '../../../../lib/domain/ritual/plan/fit/finding.ts'
import { isOpenFinding } from '../../../../lib/domain/ritual/plan/fit/handle.ts'
import { expectedWeeks, longestChain } from '../../../../lib/domain/ritual/plan/longest-chain.ts'
import { find, fork, get, type Snapshot } from '../../../../lib/domain/snapshot.ts'
import { promiseStates } from '../../../../lib/domain/vocabulary.ts'
import { runs } from '../../../property-runs.ts'
import { goldenAnswer, goldenNetwork } from '../../sketch.ts'
import { findings, fixCalls, freshIds, plan, run, said, session, shuffled } from './kit.ts'

type Loose = Readonly<Record<string, unknown>>

const churn = { node: 'billing', title: 'Reduce churn' }
const login = { node: 'platform', title: 'One login' }
const needed = { consumerKeyResultId: 'churn', supplierKeyResultId: 'login', what: 'SSO live', neededOn: '2027-05-01' }

function quarter(fields: Loose = {}, more: Parameters<typeof plan>[2] = {}, keyResults: Parameters<typeof plan>[0] = { churn, login }): Snapshot {
  return plan(keyResults, [{ ...needed, ...fields }], more)
}

function fixIdsOf(snapshot: Snapshot, rule: (typeof findingRules)[number], options = {}): string[] {
  return (
    findings(snapshot, options)
      .find((each) => each.rule === rule)
      ?.fixes.map(({ id }) => id) ?? []
  )
}

describe('rings', () => {
  const ring = [
    { consumerKeyResultId: 'churn', supplierKeyResultId: 'login', what: 'SSO', state: 'promised', neededOn: '2027-05-01', promisedOn: '2027-05-01' },
    { consumerKeyResultId: 'login', supplierKeyResultId: 'churn', what: 'Cases', strength: 0.5, neededOn: '2027-05-01' },
  ]

  test('PL39: key results that wait for each other, with the need whose end frees them', () => {
    const snapshot = plan({ churn, login }, ring)
    expect(said(snapshot, 'ring')).toEqual([
      '“Reduce churn” and “One login” wait for each other. Dropping one need frees them: “One login” needs “Reduce churn”.',
    ])
    const [found] = findings(snapshot)
    expect(found).toMatchObject({
      id: 'ring:churn',
      severity: 'high',
      nodeIds: ['billing', 'platform'],
      subjects: [
        { entity: 'keyResult', id: 'churn' },
        { entity: 'keyResult', id: 'login' },
        { entity: 'dependency', id: 'd2' },
      ],
    })
  })

  test('PL39: one key drops the cut, and the ring is gone', () => {
    const snapshot = plan({ churn, login }, ring)
    run(snapshot, 'ben', fixCalls(snapshot, 'ring', 'drop'))
    expect(get(snapshot, 'dependency', 'd2').state).toBe('withdrawn')
    expect(said(snapshot, 'ring')).toEqual([])
  })

  test('PL39: a cut that cannot be dropped without a reason, or at all, has no such key', () => {
    const offered = plan({ churn, login }, [ring[0] ?? {}, { ...ring[1], state: 'offered' }])
    expect(fixIdsOf(offered, 'ring')).toEqual([])
    const delivered = plan({ churn, login }, [ring[0] ?? {}, { ...ring[1], state: 'delivered' }])
    expect(fixIdsOf(delivered, 'ring')).toEqual([])
  })
})

describe('days that do not fit', () => {
  const late = { state: 'promised', promisedOn: '2027-05-11' }

  test('PL40: promised for a day after the one on which it is needed', () => {
    const snapshot = quarter(late)
    expect(said(snapshot, 'backwards')).toEqual(['Platform promised “SSO live” for 11 May, 10 days after “Reduce churn” needs it (1 May).'])
    expect(findings(snapshot).find(({ rule }) => rule === 'backwards')).toMatchObject({ id: 'backwards:d1', nodeIds: ['billing', 'platform'] })
    for (const state of promiseStates.filter((each) => each !== 'promised')) expect(said(quarter({ ...late, state }), 'backwards'), state).toEqual([])
    expect(said(quarter({ ...late, promisedOn: '2027-05-01' }), 'backwards')).toEqual([])
    expect(said(quarter({ ...late, neededOn: null }), 'backwards')).toEqual([])
  })

  test('PL51: the consumer needs it later, or asks for the earlier day', () => {
    const later = quarter(late)
    run(later, 'ana', fixCalls(later, 'backwards', 'later'))
    expect(get(later, 'dependency', 'd1')).toMatchObject({ neededOn: '2027-05-11', state: 'promised' })
    expect(said(later, 'backwards')).toEqual([])
    const earlier = quarter(late)
    run(earlier, 'ana', fixCalls(earlier, 'backwards', 'earlier'))
    expect(get(earlier, 'dependency', 'd1').terms).toMatchObject({ by: 'consumer', on: '2027-05-01' })
    expect(fixIdsOf(earlier, 'backwards')).toEqual(['later', 'drop'])
    run(earlier, 'ben', call('promise.move', { id: 'd1', moveId: 'm9', move: 'agree' }))
    expect(said(earlier, 'backwards')).toEqual([])
  })

  test('PL41: comes only after the key result that needs it is due', () => {
    expect(said(quarter({ neededOn: '2027-07-05' }), 'afterDue')).toEqual(['“SSO live” is needed for 5 Jul; “Reduce churn” is due on 30 Jun.'])
    const own = quarter({ ...late, neededOn: '2027-05-11' }, {}, { churn: { ...churn, dueOn: '2027-05-10' }, login })
    expect(said(own, 'afterDue')).toEqual(['“SSO live” is promised for 11 May; “Reduce churn” is due on 10 May.'])
    run(own, 'ana', fixCalls(own, 'afterDue', 'earlier'))
    expect(get(own, 'dependency', 'd1').terms?.on).toBe('2027-05-10')
    for (const state of ['delivered', 'accepted', 'declined', 'revoked', 'withdrawn'])
      expect(said(quarter({ neededOn: '2027-07-05', state }), 'afterDue'), state).toEqual([])
  })

  test('PL46: waited for without a day; the usual one is two weeks before it is due, but not in the past', () => {
    expect(said(quarter({ neededOn: null }), 'undated')).toEqual(['No day is set for “SSO live”, which “Reduce churn” needs of Platform.'])
    for (const state of ['delivered', 'accepted', 'declined', 'revoked', 'cancelled'])
      expect(said(quarter({ neededOn: null, state }), 'undated'), state).toEqual([])
    expect(usualNeededOn('2027-06-30', '2027-03-15')).toBe('2027-06-16')
    expect(usualNeededOn('2027-03-20', '2027-03-15')).toBe('2027-03-15')
  })

  test.each(['draft', 'requested', 'deferred', 'promised'])('PL51: a need without a day that is %s gets the usual one', (state) => {
    const snapshot = quarter({ neededOn: null, state })
    const fix = state === 'promised' ? 'earlier' : 'later'
    run(snapshot, 'ana', fixCalls(snapshot, 'undated', fix))
    if (state === 'promised') expect(get(snapshot, 'dependency', 'd1').terms?.on).toBe('2027-06-16')
    else expect(said(snapshot, 'undated')).toEqual([])
    const asked = [...snapshot.tables.dependency.values()].filter((each) => each.state !== 'withdrawn')
    expect(asked.map(({ state: now, what, supplierKeyResultId }) => [now, what, supplierKeyResultId])).toEqual([
      [state === 'draft' || state === 'promised' ? state : 'requested', 'SSO live', 'login'],
    ])
  })
})

describe('asks', () => {
  const at = '2027-03-06T08:00:00Z'
  const moved = (move: string, to: string, side = 'consumer') => ({ promiseMove: [{ id: 'm1', dependencyId: 'd1', move, to, side, at }] })

  test.each([
    [{ state: 'requested' }, moved('request', 'requested'), 'Platform has not answered: “Reduce churn” asked for “SSO live” 9 days ago.'],
    [{ state: 'requested' }, {}, 'Platform has not answered: “Reduce churn” asked for “SSO live”.'],
    [{ state: 'requested', what: '' }, {}, 'Platform has not answered: “Reduce churn” asked for “One login”.'],
    [
      { state: 'deferred', answerBy: '2027-03-20' },
      moved('request', 'requested'),
      'Platform will answer by 20 Mar: “Reduce churn” asked for “SSO live” 9 days ago.',
    ],
    [{ state: 'offered' }, moved('offer', 'offered', 'supplier'), '“Reduce churn” has not answered: Platform offered “SSO live” 9 days ago.'],
    [
      { state: 'countered', counteredBy: 'supplier' },
      moved('counter', 'countered', 'supplier'),
      '“Reduce churn” has not answered: Platform proposed other terms for “SSO live” 9 days ago.',
    ],
    [
      { state: 'countered', counteredBy: 'consumer' },
      moved('counter', 'countered'),
      'Platform has not answered: “Reduce churn” proposed other terms for “SSO live” 9 days ago.',
    ],
  ])('PL43: %j', (fields, more, sentence) => {
    expect(said(quarter(fields, more), 'unanswered')).toEqual([sentence])
  })

  test('PL43: an ask of a node without a name for the thing', () => {
    const snapshot = quarter({ what: '', supplierKeyResultId: null, supplierNodeId: 'brand' })
    expect(said(snapshot, 'unanswered')).toEqual(['Brand has not answered: “Reduce churn” asked for something.'])
  })

  test('PL42: declined or taken back, and still needed; it can be given up', () => {
    expect(said(quarter({ state: 'declined' }), 'refused')).toEqual(['Platform declined “SSO live”; “Reduce churn” still needs it.'])
    expect(said(quarter({ state: 'revoked' }), 'refused')).toEqual(['Platform took “SSO live” back; “Reduce churn” still needs it.'])
    const given = quarter({ state: 'revoked' })
    run(given, 'ana', fixCalls(given, 'refused', 'drop'))
    expect(get(given, 'dependency', 'd1').state).toBe('withdrawn')
  })

  test('PL44: written down and asked of nobody; one key deletes it', () => {
    expect(said(quarter({ state: 'draft' }), 'unsent')).toEqual(['“Reduce churn” needs “SSO live” of Platform and has not asked for it.'])
    const gone = quarter({ state: 'draft' })
    run(gone, 'ana', fixCalls(gone, 'unsent', 'drop'))
    expect(find(gone, 'dependency', 'd1')).toBeUndefined()
  })

  test.each([
    ['draft', 'unsent', 'Ask now'],
    ['declined', 'refused', 'Ask again'],
    ['revoked', 'refused', 'Ask again'],
  ] as const)('PL52: a need that is %s is asked by one key', (state, rule, label) => {
    const snapshot = quarter({ state })
    expect(findings(snapshot).find((each) => each.rule === rule)?.fixes[0]).toMatchObject({ id: 'ask', key: 'Y', label, asks: [] })
    run(snapshot, 'ana', fixCalls(snapshot, rule, 'ask'))
    expect(get(snapshot, 'dependency', 'd1').state).toBe('requested')
  })

  test.each([
    ['draft', null],
    ['requested', 'withdrawn'],
    ['deferred', 'withdrawn'],
    ['offered', 'declined'],
    ['countered', 'withdrawn'],
    ['promised', 'cancelled'],
    ['declined', 'withdrawn'],
    ['revoked', 'withdrawn'],
  ])('PL50: a need that is %s is dropped: %s', (state, after) => {
    const snapshot = quarter({
      state,
      promisedOn: state === 'promised' ? '2027-05-11' : null,
      counteredBy: state === 'countered' ? 'supplier' : null,
    })
    const rule = findings(snapshot).find(({ subjects: [first] }) => first.id === 'd1')?.rule
    run(snapshot, 'ana', fixCalls(snapshot, rule ?? 'ring', 'drop'))
    expect(find(snapshot, 'dependency', 'd1')?.state ?? null).toBe(after)
    const asks = findings(quarter({ state, promisedOn: '2027-05-11' }))[0]?.fixes.find(({ id }) => id === 'drop')?.asks
    expect(asks).toEqual(state === 'offered' ? ['text'] : [])
  })

  test('PL35: a cycle says nothing of the needs of another', () => {
    expect(findings(quarter({}, {}, { churn: { ...churn, cycle: 'q1' }, login: { ...login, cycle: 'q1' } })).map(({ rule }) => rule)).toEqual([
      'emptyArea',
    ])
  })
})

describe('length and load', () => {
  const weeks = (likely: number) => ({ optimistic: likely, likely, pessimistic: likely })

  test('PL47: the chain of the worked example', () => {
    const snapshot = goldenNetwork()
    const [cycle] = snapshot.tables.cycle.keys()
    const graph = needGraph(snapshot, cycle ?? null)
    const chain = longestChain(graph, (id) => expectedWeeks(get(snapshot, 'keyResult', id)))
    expect(chain).toEqual({
      keyResultIds: goldenAnswer('krNetwork', 'pert', 'criticalChain'),
      weeks: goldenAnswer('krNetwork', 'pert', 'finishWeeks'),
      unknown: 0,
    })
    expect(said2(snapshot, cycle ?? null, 'chain')).toMatch(/^The longest chain is 8 key results and about 25 weeks, from “.+” to “.+”; .+ has 13\.$/)
  })

  test('PL47: longer than the cycle, with what nobody has estimated', () => {
    const of = (first: unknown, second: unknown) =>
      said(quarter({ state: 'promised' }, {}, { churn: { ...churn, estimateWeeks: first }, login: { ...login, estimateWeeks: second } }), 'chain')
    expect(of(weeks(6), weeks(8))).toEqual([
      'The longest chain is 2 key results and about 14 weeks, from “One login” to “Reduce churn”; 2027-Q2 has 13.',
    ])
    expect(of(weeks(6), weeks(7))).toEqual([])
    expect(of(weeks(6), weeks(7.1))).toEqual([
      'The longest chain is 2 key results and about 14 weeks, from “One login” to “Reduce churn”; 2027-Q2 has 13.',
    ])
    expect(of(weeks(14), null)).toEqual(['“Reduce churn” takes about 14 weeks; 2027-Q2 has 13.'])
    expect(of(null, weeks(14))).toEqual(['“One login” takes about 14 weeks; 2027-Q2 has 13.'])
    expect(of(null, null)).toEqual([])
  })

  test('PL47: a chain that passes one without an estimate is at least as long', () => {
    const snapshot = plan({ churn: { ...churn, estimateWeeks: weeks(8) }, login, book: { node: 'brand', title: 'Book', estimateWeeks: weeks(8) } }, [
      { ...needed, state: 'promised' },
      { ...needed, consumerKeyResultId: 'login', supplierKeyResultId: 'book', state: 'promised' },
    ])
    expect(said(snapshot, 'chain')).toEqual([
      'The longest chain is 3 key results and at least 16 weeks (1 has no estimate), from “Book” to “Reduce churn”; 2027-Q2 has 13.',
    ])
  })

  test('PL47: what is on or behind a ring, or in another cycle, counts nothing', () => {
    const long = { estimateWeeks: weeks(10) }
    const onRing = plan({ churn: { ...churn, ...long }, login: { ...login, ...long } }, [
      needed,
      { ...needed, consumerKeyResultId: 'login', supplierKeyResultId: 'churn' },
    ])
    expect(said(onRing, 'chain')).toEqual([])
    const old = plan({ churn: { ...churn, ...long }, login: { ...login, ...long, cycle: 'q1' } }, [needed])
    expect(said(old, 'chain')).toEqual([])
  })

  const out = (count: number, fields: Loose = {}) =>
    plan(
      { churn, login, own: { node: 'platform' } },
      Array.from({ length: count }, (_, at) => ({ ...needed, what: `thing ${at}`, state: 'promised', promisedOn: '2027-05-01', ...fields })),
    )

  test('PL48: more promises out to other nodes than was set as the most', () => {
    expect(said(out(5), 'overload')).toEqual([])
    expect(said(out(6), 'overload')).toEqual(['Platform has promised 6 things to 1 other node: 1 more than the 5 we allow ourselves.'])
    expect(said(out(6), 'overload', { maxPromisesOut: 6 })).toEqual([])
    expect(said(out(3), 'overload', { maxPromisesOut: 2 })).toEqual([
      'Platform has promised 3 things to 1 other node: 1 more than the 2 we allow ourselves.',
    ])
    expect(said(out(6, { state: 'delivered' }), 'overload')).toEqual([])
    expect(said(out(6, { state: 'requested' }), 'overload')).toEqual([])
    expect(said(out(6, { consumerKeyResultId: 'own' }), 'overload')).toEqual([])
  })

  test('PL49: more weeks of work than the people of a node have', () => {
    const work = (first: number, second: number | null, participation: Loose[] = []) =>
      said(
        plan(
          { a: { node: 'platform', estimateWeeks: weeks(first) }, b: { node: 'platform', estimateWeeks: second === null ? null : weeks(second) } },
          [],
          {
            participation: participation.map((each, at) => ({ id: `x${at}`, nodeId: 'platform', ...each })),
          },
        ),
        'capacity',
      )
    expect(work(8, 5)).toEqual([])
    expect(work(8, 6)).toEqual(['Platform plans about 14 weeks of work; the one person there has 13 in 2027-Q2, doing nothing else.'])
    expect(work(14, null)).toEqual(['Platform plans at least 14 weeks of work; the one person there has 13 in 2027-Q2, doing nothing else.'])
    expect(work(20, 6, [{ personId: 'eva', tier: 'core' }])).toEqual([])
    expect(work(20, 7, [{ personId: 'eva', tier: 'core' }])).toEqual([
      'Platform plans about 27 weeks of work; its 2 people have 26 in 2027-Q2, doing nothing else.',
    ])
    expect(work(8, 6, [{ personId: 'eva', tier: 'resonance' }])).toHaveLength(1)
    expect(work(8, 6, [{ personId: 'ben', tier: 'core' }])).toHaveLength(1)
  })

  test('PL49: a team stands for its people; a node without people is not judged', () => {
    const led = plan({ a: { node: 'platform', estimateWeeks: weeks(30) } }, [], {
      team: [{ id: 'crew', name: 'Crew' }],
      person: [
        { id: 'pia', name: 'Pia', teamIds: ['crew'] },
        { id: 'pit', name: 'Pit', teamIds: ['crew'] },
      ],
      participation: [{ id: 'x', nodeId: 'platform', teamId: 'crew', tier: 'core' }],
    })
    expect(said(led, 'capacity')).toEqual([])
    expect(said(plan({ a: { node: 'brand', estimateWeeks: weeks(30) } }), 'capacity')).toEqual([])
  })
})

/** What one finding of another network says. */
function said2(snapshot: Snapshot, cycleId: string | null, rule: (typeof findingRules)[number]): string | undefined {
  return findings(snapshot, {}, cycleId)
    .filter((each) => each.rule === rule)
    .map(({ sentence }) => sentence.map((part) => (part.kind === 'keyResult' ? `“${part.text}”` : part.text)).join(''))[0]
}

describe('gaps', () => {
  test('PL36: key results that need nobody and that nobody needs, node by node', () => {
    const alone = { node: 'brand', title: 'Book' }
    expect(said(plan({ churn, login, alone }, [needed]), 'orphan')).toEqual(['“Book” (Brand) needs nobody, and nobody needs it.'])
    expect(said(plan({ churn, login, alone, second: { ...alone, title: 'Film' } }, [needed]), 'orphan')).toEqual([
      '2 key results of Brand need nobody, and nobody needs them: “Book” and “Film”.',
    ])
    expect(said(plan({ churn, login }, [{ ...needed, state: 'withdrawn' }]), 'orphan')).toHaveLength(2)
    expect(said(plan({ churn, login }, [{ ...needed, state: 'draft' }]), 'orphan')).toEqual([])
  })

  test('PL37: value areas for which nobody plans, or nobody anything at all', () => {
    expect(said(plan({ churn }), 'emptyArea')).toEqual(['Nobody plans a key result for Innovation value in 2027-Q2.'])
    expect(said(plan({ churn, login }), 'emptyArea')).toEqual([])
    const empty = findings(plan({}))
    expect(empty.map(({ id }) => id)).toEqual(['emptyArea:net'])
    expect(said(plan({}), 'emptyArea')).toEqual(['Nobody plans a key result for 2027-Q2 yet.'])
  })

  test('PL35: without a cycle nothing is found, however much does not fit', () => {
    expect(findings(quarter({ state: 'declined' }), {}, null)).toEqual([])
    expect(findings(quarter({ state: 'declined' }), {}, 'gone')).toEqual([])
  })
})

describe('what the room says', () => {
  const inRoom = { ritualId: 'rit' }
  const talk = { id: 'talk', ritualId: 'rit', kind: 'talk', subject: 'dependency', about: 'd1', status: 'open', text: 'Both' }

  test('PL45: a talk that nobody has settled; one key settles it', () => {
    const snapshot = quarter({ state: 'promised' }, { ritualItem: [talk] })
    expect(said(snapshot, 'talk', inRoom)).toEqual(['“Reduce churn” and Platform wanted to talk about “SSO live”.'])
    expect(said(snapshot, 'talk')).toEqual([])
    run(snapshot, 'ana', fixCalls(snapshot, 'talk', 'settled', inRoom))
    expect(get(snapshot, 'ritualItem', 'talk').status).toBe('done')
    expect(said(snapshot, 'talk', inRoom)).toEqual([])
  })

  test('PL45: a talk about what is gone since is told by its own words', () => {
    const snapshot = quarter({}, { ritualItem: [{ ...talk, about: 'gone', text: 'Who pays?' }] })
    expect(said(snapshot, 'talk', inRoom)).toEqual(['Still to be talked about: Who pays?'])
  })

  test('PL53: an entry of another session is not of this one', () => {
    const other = { ...session, id: 'old', cycleId: 'q1', state: 'closed' }
    const snapshot = quarter({}, { ritual: [other], ritualItem: [{ ...talk, ritualId: 'old' }] })
    expect(said(snapshot, 'talk', inRoom)).toEqual([])
    run(snapshot, 'fay', fixCalls(snapshot, 'unanswered', 'talk', inRoom))
    run(snapshot, 'fay', fixCalls(snapshot, 'talk', 'settled', inRoom))
    expect(said(snapshot, 'talk', inRoom)).toEqual([])
  })

  test('PL38: a node whose votes have a mean below 3, which is never rounded up', () => {
    const voted = (counts: readonly number[], fields: Loose = {}) =>
      said(
        quarter({}, { tally: [{ id: 't', ritualId: 'rit', nodeId: 'platform', key: 'confidence', counts, voters: 1, ...fields }] }),
        'doubt',
        inRoom,
      )
    expect(voted([0, 0, 1, 1, 0, 0])).toEqual(['Platform gives its plan 2.5 of 5: what would make it 3?'])
    expect(voted([0, 0, 1, 20, 0, 0])).toEqual(['Platform gives its plan 2.9 of 5: what would make it 3?'])
    expect(voted([0, 0, 0, 1, 0, 0])).toEqual([])
    expect(voted([1, 0, 0, 0, 0, 0])).toEqual(['Platform gives its plan 0.0 of 5: what would make it 3?'])
    expect(voted([0, 0, 0, 0, 0, 0])).toEqual([])
    expect(voted([1, 0, 0], { nodeId: null })).toEqual([])
    expect(voted([1, 0, 0], { key: 'energy' })).toEqual([])
  })

  test('PL54: every finding can be owned or accepted, and a need talked about; then it says so', () => {
    const snapshot = quarter({ state: 'declined' })
    expect(fixIdsOf(snapshot, 'refused')).toEqual(['ask', 'drop'])
    expect(fixIdsOf(snapshot, 'refused', inRoom)).toEqual(['ask', 'drop', 'assign', 'talk', 'accept'])
    const handled = (at: Snapshot) => findings(at, inRoom).find(({ rule }) => rule === 'refused')
    const open = handled(snapshot)
    expect([open?.handled, open && isOpenFinding(open)]).toEqual([null, true])
    for (const [fix, how, isOpen] of [
      ['talk', 'talk', true],
      ['assign', 'assigned', false],
      ['accept', 'accepted', false],
    ] as const) {
      run(
        snapshot,
        'fay',
        fixCalls(snapshot, 'refused', fix, inRoom).map(({ name, input }) => ({ name, input: { ...castObject(input), id: fix } })),
      )
      const found = handled(snapshot)
      expect([found?.handled, found && isOpenFinding(found)]).toEqual([{ how, itemId: fix }, isOpen])
    }
    expect(get(snapshot, 'ritualItem', 'assign')).toMatchObject({
      text: 'Find another way to “SSO live”, which Platform declined',
      ownerId: 'ana',
      dueOn: '2027-03-22',
      about: 'd1',
      nodeId: 'billing',
    })
    expect(get(snapshot, 'ritualItem', 'accept')).toMatchObject({
      kind: 'risk',
      status: 'accepted',
      text: 'Platform declined “SSO live”; “Reduce churn” still needs it.',
    })
  })

  test('PL54: a risk is accepted of one finding only, an action about a need holds for all that is found about it', () => {
    const item = { id: 'i', ritualId: 'rit', subject: 'dependency', about: 'd1', key: 'undated', text: 'x' }
    const handled = (fields: Loose) =>
      findings(quarter({ neededOn: null }, { ritualItem: [{ ...item, ...fields }] }), inRoom).map(({ rule, handled: by }) => [rule, by?.how ?? null])
    expect(handled({ kind: 'risk', status: 'accepted' })).toEqual([
      ['unanswered', null],
      ['undated', 'accepted'],
    ])
    expect(handled({ kind: 'risk', status: 'open' })).toEqual([
      ['unanswered', null],
      ['undated', null],
    ])
    expect(handled({ kind: 'action', status: 'open', ownerId: 'ana' })).toEqual([
      ['unanswered', 'assigned'],
      ['undated', 'assigned'],
    ])
    for (const fields of [{ status: 'open' }, { status: 'dropped', ownerId: 'ana' }])
      expect(handled({ kind: 'action', ...fields })).toEqual([
        ['unanswered', null],
        ['undated', null],
      ])
  })
})

/** Guaranteed by the commands of fixes: their input is an object. */
function castObject(input: unknown): object {
  return input as object
}

const keyResultIds = ['a', 'b', 'c', 'd', 'e'] as const
const day = fc.constantFrom(null, '2027-04-10', '2027-05-01', '2027-06-20', '2027-07-10')
const anyPlan = fc.record({
  nodes: fc.tuple(...keyResultIds.map(() => fc.constantFrom('billing', 'platform', 'brand'))),
  weeks: fc.tuple(...keyResultIds.map(() => fc.constantFrom(null, 3, 9))),
  needs: fc.array(
    fc.record({
      consumerKeyResultId: fc.constantFrom(...keyResultIds),
      supplierKeyResultId: fc.constantFrom(...keyResultIds),
      state: fc.constantFrom(...promiseStates),
      neededOn: day,
      promisedOn: day,
      strength: fc.constantFrom(0.5, 1),
    }),
    { maxLength: 9 },
  ),
})

function planOf({ nodes, weeks, needs }: typeof anyPlan extends fc.Arbitrary<infer T> ? T : never): Snapshot {
  const estimate = (likely: number | null | undefined) => (likely ? { optimistic: likely, likely, pessimistic: likely } : null)
  const keyResults = Object.fromEntries(keyResultIds.map((id, at) => [id, { node: nodes[at] ?? 'brand', estimateWeeks: estimate(weeks[at]) }]))
  const fit = needs.filter((need) => need.supplierKeyResultId !== need.consumerKeyResultId)
  const talks = fit
    .slice(0, 1)
    .map(() => ({ id: 'talk', ritualId: 'rit', kind: 'talk', status: 'open', subject: 'dependency', about: 'd1', text: 'T' }))
  return plan(
    keyResults,
    fit.map((need, at) => ({ ...need, what: `thing ${at}` })),
    { ritualItem: talks },
  )
}

/** A finding as data, with the commands of its fixes. */
function asData(snapshot: Snapshot) {
  return findings(snapshot, { ritualId: 'rit' }).map(({ fixes, ...rest }) => ({
    ...rest,
    fixes: fixes.map(({ calls, ...fix }) => ({ ...fix, calls: calls(fix.suggested, freshIds()) })),
  }))
}

test('PL34: the order of the records in their tables does not matter, and rules come in their order', () => {
  fc.assert(
    fc.property(anyPlan, fc.integer({ min: 1, max: 50 }), (given, seed) => {
      const snapshot = planOf(given)
      expect(asData(shuffled(snapshot, seed))).toEqual(asData(snapshot))
      const places = findings(snapshot, { ritualId: 'rit' }).map(({ rule }) => findingRules.indexOf(rule))
      expect(places).toEqual(places.toSorted((a, b) => a - b))
    }),
    { numRuns: runs(80) },
  )
})

test('PL35: no two findings have the same id', () => {
  fc.assert(
    fc.property(anyPlan, (given) => {
      const ids = findings(planOf(given), { ritualId: 'rit' }).map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
    }),
    { numRuns: runs(80) },
  )
})

test('PL55: every fix that is offered is one that can be taken', () => {
  fc.assert(
    fc.property(anyPlan, (given) => {
      const snapshot = planOf(given)
      for (const { fixes } of findings(snapshot, { ritualId: 'rit' }))
        for (const { calls, suggested } of fixes) {
          const ahead = fork(snapshot)
          const done = run(ahead, system, calls({ ownerId: 'ana', dueOn: '2027-04-01', text: suggested.text ?? 'Because' }, freshIds()))
          expect(done.length).toBeGreaterThan(0)
        }
    }),
    { numRuns: runs(60) },
  )
})

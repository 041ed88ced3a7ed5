import { describe, expect, test } from 'vitest'
import { weeksExpected } from '../../../../lib/domain/measure/schedule/duration.ts'
import { needGraph } from '../../../../lib/domain/plan/graph.ts'
import type { findingRules } from '../../../../lib/domain/ritual/plan/fit/finding.ts'
import { longestChain } from '../../../../lib/domain/ritual/plan/longest-chain.ts'
import { get, type Snapshot } from '../../../../lib/domain/snapshot.ts'
import { goldenAnswer, goldenNetwork } from '../../sketch.ts'
import { findings, plan, said } from './kit.ts'
import { churn, login, needed, quarter } from './quarter.ts'

type Loose = Readonly<Record<string, unknown>>

describe('length and load', () => {
  const weeks = (likely: number) => ({ optimistic: likely, likely, pessimistic: likely })

  test('PL47: the chain of the worked example', () => {
    const snapshot = goldenNetwork()
    const [cycle] = snapshot.tables.cycle.keys()
    const graph = needGraph(snapshot, cycle ?? null)
    const chain = longestChain(graph, (id) => weeksExpected(get(snapshot, 'keyResult', id)))
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
      'The longest chain is 2 key results and about 13.1 weeks, from “One login” to “Reduce churn”; 2027-Q2 has 13.',
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

  test('PL47: a chain that waits for a node without a key result is at least as long', () => {
    const snapshot = plan({ churn: { ...churn, estimateWeeks: weeks(14) }, login }, [
      { ...needed, supplierKeyResultId: null, supplierNodeId: 'platform', state: 'promised' },
    ])
    expect(said(snapshot, 'chain')).toEqual([
      '“Reduce churn” takes at least 14 weeks (1 need is on a node that has no key result for it); 2027-Q2 has 13.',
    ])
  })

  test('PL47: an estimate of which one point only was named is none', () => {
    const half = { optimistic: 0, likely: 24, pessimistic: 0 }
    const of = (first: unknown) => said(plan({ churn: { ...churn, estimateWeeks: first }, login }, []), 'chain')
    expect(of(weeks(14))).toHaveLength(1)
    expect(of(half)).toEqual([])
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
    const many = Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`k${at}`, { ...alone, title: `T${at}` }]))
    expect(said(plan({ churn, login, ...many }, [needed]), 'orphan')).toEqual([
      '9 key results of Brand need nobody, and nobody needs them: “T0”, “T1”, “T2”, “T3”, “T4” and 4 others.',
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

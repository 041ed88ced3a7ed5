import { describe, expect, test } from 'vitest'
import { find } from '../../../lib/domain/snapshot.ts'
import { fix, foundBy, gives, plan, saidBy } from './kit.ts'

type Loose = Readonly<Record<string, unknown>>

/** `a` needs something of `b`. */
function need(fields: Loose, more: Parameters<typeof plan>[2] = {}) {
  return plan({ a: {}, b: {} }, [{ supplier: 'b', consumer: 'a', what: 'Leads', ...fields }], more)
}

describe('asks', () => {
  const asked = (at: string, fields: Loose = {}) =>
    need(
      { state: 'requested', ...fields },
      { promiseMove: [{ id: 'm', dependencyId: 'd1', move: 'request', to: 'requested', side: 'consumer', at }] },
    )

  test('AL40: asked, and not answered for more than seven days', () => {
    expect(saidBy('unanswered', asked('2027-01-24T09:00:00Z'))).toEqual(['node_b has not answered: “a” asked for “Leads” 8 days ago.'])
    expect(saidBy('unanswered', asked('2027-01-25T09:00:00Z'))).toEqual([])
  })

  test('AL40: of unknown age only once its day is over; put off until its day has come', () => {
    expect(saidBy('unanswered', need({ state: 'requested' }))).toEqual([])
    expect(saidBy('unanswered', need({ state: 'requested', neededOn: '2027-01-31' }))).toEqual(['node_b has not answered: “a” asked for “Leads”.'])
    const deferred = (answerBy: string) => saidBy('unanswered', asked('2027-01-02T09:00:00Z', { state: 'deferred', answerBy }))
    expect(deferred('2027-02-01')).toEqual([])
    expect(deferred('2027-01-31')).toHaveLength(1)
  })

  test('AL41: refused and still needed; written down and asked of nobody', () => {
    expect(saidBy('refused', need({ state: 'declined' }))).toEqual(['node_b declined “Leads”; “a” still needs it.'])
    expect(saidBy('refused', need({ state: 'promised' }))).toEqual([])
    const draft = need({ state: 'draft' })
    expect(saidBy('unsent', draft)).toEqual(['“a” needs “Leads” of node_b and has not asked for it.'])
    fix(draft, 'unsent', 'ask')
    expect([find(draft, 'dependency', 'd1')?.state, saidBy('unsent', draft)]).toEqual(['requested', []])
  })
})

describe('days', () => {
  test('AL42: promised for a day after the need; one key needs it later', () => {
    const snapshot = need({ neededOn: '2027-02-10', promisedOn: '2027-02-12' })
    expect(saidBy('backwards', snapshot)).toEqual(['node_b promised “Leads” for 12 Feb, 2 days after “a” needs it (10 Feb).'])
    fix(snapshot, 'backwards', 'later')
    expect(saidBy('backwards', snapshot)).toEqual([])
    expect(saidBy('backwards', need({ neededOn: '2027-02-12', promisedOn: '2027-02-12' }))).toEqual([])
  })

  test('AL43: after the key result is due, or after the cycle: one finding and not two', () => {
    const due = (promisedOn: string) => plan({ a: { dueOn: '2027-03-01' }, b: {} }, [{ supplier: 'b', consumer: 'a', what: 'Leads', promisedOn }])
    expect(saidBy('afterDue', due('2027-03-02'))).toEqual(['“Leads” is promised for 2 Mar; “a” is due on 1 Mar.'])
    expect(saidBy('afterDue', due('2027-03-01'))).toEqual([])
    const late = due('2027-04-01')
    expect(saidBy('afterDue', late)).toEqual([])
    expect(saidBy('afterCycle', late)).toEqual(['node_b promised “Leads” for 1 Apr; q ends on 31 Mar, and “a” with it.'])
    expect(saidBy('afterCycle', due('2027-03-31'))).toEqual([])
    fix(late, 'afterCycle', 'earlier')
    expect(find(late, 'dependency', 'd1')?.terms?.on).toBe('2027-03-31')
  })

  test('AL44: what, by when, and how one knows', () => {
    const whole = { what: 'Leads', neededOn: '2027-03-01', condition: '40 a month' }
    expect(saidBy('vague', need(whole))).toEqual([])
    expect(saidBy('vague', need({ ...whole, condition: ' ' }))).toEqual([
      '“a” needs “Leads” of node_b, and nobody has said how one knows that it is met.',
    ])
    expect(saidBy('vague', need({ ...whole, what: '', neededOn: null, condition: null }))).toEqual([
      '“a” needs something of node_b, and nobody has said what exactly is given, by when, nor how one knows that it is met.',
    ])
    expect(saidBy('vague', need({ ...whole, condition: null, state: 'accepted' }))).toEqual([])
  })

  test('AL44: where every need leaves something open it is said once of what, and of nothing that is said', () => {
    const many = (fields: (at: number) => Loose) =>
      plan(
        { a: {}, b: {} },
        Array.from({ length: 9 }, (_, at) => ({ supplier: 'b', consumer: 'a', what: 'Leads', ...fields(at) })),
      )
    expect(
      saidBy(
        'vague',
        many((at) => (at < 4 ? { condition: 'Signed' } : { neededOn: '2027-03-01' })),
      ),
    ).toEqual(['Each of the 9 needs leaves something open: nobody has said of 4 by when, and of 5 how one knows that it is met.'])
    expect(
      saidBy(
        'vague',
        many(() => ({ neededOn: '2027-03-01' })),
      ),
    ).toEqual(['Each of the 9 needs leaves something open: nobody has said of 9 how one knows that it is met.'])
  })

  test('AL44: a draft is made clear by keys, what is agreed by moves', () => {
    const snapshot = need({ what: '', state: 'draft' })
    fix(snapshot, 'vague', 'what', { text: 'Leads' })
    fix(snapshot, 'vague', 'when')
    fix(snapshot, 'vague', 'condition', { text: '40 a month' })
    expect(saidBy('vague', snapshot)).toEqual([])
    expect(find(snapshot, 'dependency', 'd1')).toMatchObject({ what: 'Leads', neededOn: '2027-03-17', condition: '40 a month' })
    expect(foundBy('vague', need({ what: '' }))[0]?.fixes.map(({ id }) => id)).toEqual(['accept'])
  })
})

describe('both graphs', () => {
  test('AL45: a need without an exchange that way; one key adds it', () => {
    const said = ['node_a relies on node_b for 1 thing, and no exchange from node_b to node_a is known.']
    const snapshot = need({}, { exchange: [gives('node_a', 'node_b')] })
    expect(saidBy('noExchange', snapshot)).toEqual(said)
    expect(foundBy('noExchange', snapshot)[0]?.id).toBe('noExchange:node_b+node_a')
    fix(snapshot, 'noExchange', 'add')
    expect(saidBy('noExchange', snapshot)).toEqual([])
    expect([...snapshot.tables.exchange.values()].at(-1)).toMatchObject({ fromNodeId: 'node_b', toNodeId: 'node_a', deliverable: 'Leads' })
    expect(saidBy('noExchange', need({ state: 'withdrawn' }))).toEqual([])
  })

  test('AL46: a ring with its cheapest cut; one key frees it', () => {
    const ring = plan({ a: {}, b: {} }, [
      { supplier: 'a', consumer: 'b', state: 'draft' },
      { supplier: 'b', consumer: 'a', strength: 0.5, state: 'draft' },
    ])
    expect(saidBy('ring', ring)).toEqual(['“a” and “b” wait for each other. Dropping one need frees them: “a” needs “b”.'])
    fix(ring, 'ring', 'drop')
    expect(saidBy('ring', ring)).toEqual([])
  })

  test('AL47: more promises out than the network allows itself', () => {
    const out = (count: number) => {
      const takers = Array.from({ length: count }, (_, at) => `t${at}`)
      return plan(
        Object.fromEntries([['b', {}], ...takers.map((id) => [id, {}])]),
        takers.map((consumer) => ({ supplier: 'b', consumer })),
      )
    }
    expect(saidBy('overload', out(6))).toEqual(['node_b has promised 6 things to 6 other nodes: 1 more than the 5 we allow ourselves.'])
    expect(saidBy('overload', out(5))).toEqual([])
  })

  test('AL48: a chain longer than the cycle; more work than weeks', () => {
    const weeks = (likely: number) => ({ estimateWeeks: { optimistic: likely, likely, pessimistic: likely } })
    const chain = (each: number) => plan({ a: weeks(each), b: weeks(each) }, [{ supplier: 'b', consumer: 'a' }])
    expect(saidBy('chain', chain(7))).toEqual(['The longest chain is 2 key results and about 14 weeks, from “b” to “a”; q has 13.'])
    expect(saidBy('chain', chain(6))).toEqual([])
    const people = { person: [{ id: 'ana' }], participation: [{ id: 'p', nodeId: 'node_a', personId: 'ana' }] }
    expect(saidBy('capacity', plan({ a: weeks(14) }, [], people))).toHaveLength(1)
    expect(saidBy('capacity', plan({ a: weeks(8) }, [], people))).toEqual([])
  })
})

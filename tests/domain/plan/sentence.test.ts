import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assess } from '../../../lib/domain/okr/assess.ts'
import { atRiskSentence, blockedSentence } from '../../../lib/domain/plan/cause-sentence.ts'
import { needGraph } from '../../../lib/domain/plan/graph.ts'
import { upstreamOf } from '../../../lib/domain/plan/reach.ts'
import { dependsOn, dependsOnSentence, sentenceText } from '../../../lib/domain/plan/sentence.ts'
import { goldenNetwork, needsNetwork, type SketchedKeyResult, type SketchedNeed } from '../sketch.ts'

function sentence(keyResults: Record<string, SketchedKeyResult>, needs: readonly SketchedNeed[], of: string) {
  const snapshot = needsNetwork(keyResults, needs)
  return sentenceText(dependsOnSentence(snapshot, needGraph(snapshot, 'q'), of), '*')
}

const clients = { title: '5 new clients' }
const leads = { title: '40 leads', node: 'Brand' }
const offers = { title: '2 offers', node: 'Innovation' }

describe('what it depends on', () => {
  test('ST68: what it cannot be reached without comes first, then what it leans on', () => {
    const needs = [
      { supplier: 'leads', consumer: 'clients' },
      { supplier: 'offers', consumer: 'leads' },
      { supplier: 'fund', consumer: 'clients', strength: 0.5 },
    ]
    expect(sentence({ clients, leads, offers, fund: { title: 'Fund open', node: 'Finance' } }, needs, 'clients')).toBe(
      '*5 new clients* cannot be reached unless *40 leads* (Brand) and *2 offers* (Innovation) are reached. It also leans on *Fund open* (Finance).',
    )
  })

  test('ST68: one alone is in the singular', () => {
    expect(sentence({ clients, leads }, [{ supplier: 'leads', consumer: 'clients' }], 'clients')).toBe(
      '*5 new clients* cannot be reached unless *40 leads* (Brand) is reached.',
    )
  })

  test('ST69: where nothing decides it alone the sentence does not claim so', () => {
    const needs = [{ supplier: 'leads', consumer: 'clients', strength: 0.9 }]
    expect(sentence({ clients, leads }, needs, 'clients')).toBe('*5 new clients* leans on *40 leads* (Brand); none of them alone decides it.')
  })

  test('ST70: nothing is said plainly', () => {
    expect(sentence({ clients }, [], 'clients')).toBe('*5 new clients* depends on no other key result.')
    expect(sentence({ clients, leads }, [{ supplier: 'leads', consumer: 'clients', state: 'cancelled' }], 'clients')).toBe(
      '*5 new clients* depends on no other key result.',
    )
  })

  test('ST71: a need on a node is named with what is needed, also one further up', () => {
    const direct = [{ supplier: null, supplierNodeId: 'Brand', consumer: 'clients', what: 'A campaign' }]
    expect(sentence({ clients, leads }, direct, 'clients')).toBe('*5 new clients* cannot be reached unless “A campaign” of Brand is there.')
    const further = [
      { supplier: 'leads', consumer: 'clients' },
      { supplier: null, supplierNodeId: 'Innovation', consumer: 'leads', strength: 0.5 },
    ]
    expect(sentence({ clients, leads, offers }, further, 'clients')).toBe(
      '*5 new clients* cannot be reached unless *40 leads* (Brand) is reached. It also leans on something of Innovation.',
    )
  })

  test('ST68: the goal of the worked example names exactly the nine that it depends on', () => {
    const snapshot = goldenNetwork()
    const graph = needGraph(snapshot, 'cycle_q')
    const named = dependsOnSentence(snapshot, graph, 'K7').flatMap((part) => (part.kind === 'keyResult' ? [part.id] : []))
    expect(named[0]).toBe('K7')
    expect(named.slice(1).sort()).toEqual(['K1', 'K10', 'K2', 'K3', 'K4', 'K5', 'K6', 'K8', 'K9'])
    expect(sentenceText(dependsOnSentence(snapshot, graph, 'K9'))).toBe(
      '“Hire 12 engineers” cannot be reached unless “Capacity funding live for 3 value streams” (Finance and funding) is reached.',
    )
  })

  test('ST68: in any network it names each one that it depends on once, and nobody else', () => {
    const needs = fc.array(fc.record({ from: fc.nat(5), to: fc.nat(5), strength: fc.constantFrom(1, 0.5) }), { maxLength: 14 })
    fc.assert(
      fc.property(needs, (given) => {
        const list = given
          .filter(({ from, to }) => from !== to)
          .map(({ from, to, strength }) => ({ supplier: `k${from}`, consumer: `k${to}`, strength }))
        const snapshot = needsNetwork(Object.fromEntries([0, 1, 2, 3, 4, 5].map((at) => [`k${at}`, {}])), list)
        const graph = needGraph(snapshot, 'q')
        const { required, helpful } = dependsOn(snapshot, graph, 'k0')
        expect([...required, ...helpful].sort()).toEqual([...upstreamOf(graph, 'k0').keys()].sort())
        const named = dependsOnSentence(snapshot, graph, 'k0').flatMap((part) => (part.kind === 'keyResult' ? [part.id] : []))
        expect(named).toEqual(['k0', ...required, ...helpful])
      }),
    )
  })
})

describe('why it is blocked', () => {
  function why(need: Partial<SketchedNeed>, supplier: SketchedKeyResult = leads) {
    const snapshot = needsNetwork({ clients, leads: { ...supplier } }, [{ supplier: 'leads', consumer: 'clients', ...need }])
    const assessment = assess(snapshot, { today: '2027-02-10', cycleId: 'q' })
    const say = need.strength === 0.5 ? atRiskSentence : blockedSentence
    const found = say(snapshot, assessment, 'clients')
    return found && sentenceText(found, '*')
  }

  test('ST72: each reason in plain words, with its days', () => {
    expect(why({ state: 'declined' })).toBe('*5 new clients* is blocked: *40 leads* was declined.')
    expect(why({ state: 'revoked' })).toBe('*5 new clients* is blocked: *40 leads* was promised and revoked.')
    expect(why({ promisedOn: '2027-02-09' })).toBe('*5 new clients* is blocked: *40 leads* is 1 day late.')
    expect(why({ state: 'requested', neededOn: '2027-02-01', what: 'Addresses' })).toBe(
      '*5 new clients* is blocked: “Addresses” from *40 leads* was needed 9 days ago and is not promised.',
    )
    expect(why({}, { ...leads, confidence: 0 })).toBe('*5 new clients* is blocked: *40 leads* is off track.')
    expect(why({})).toBeNull()
  })

  test('ST72: a need on a node names the node', () => {
    expect(why({ supplier: null, supplierNodeId: 'Brand', state: 'declined' })).toBe('*5 new clients* is blocked: Brand was declined.')
  })

  test('ST72: a longer chain is told to its start', () => {
    const snapshot = needsNetwork({ clients, leads, offers: { ...offers, confidence: 0.1 } }, [
      { supplier: 'leads', consumer: 'clients' },
      { supplier: 'offers', consumer: 'leads' },
    ])
    const found = blockedSentence(snapshot, assess(snapshot, { today: '2027-02-10', cycleId: 'q' }), 'clients')
    expect(found && sentenceText(found, '*')).toBe('*5 new clients* is blocked: *40 leads* is blocked itself, because *2 offers* is off track.')
  })

  test('ST72: a weaker need is told as a risk', () => {
    expect(why({ strength: 0.5, state: 'declined' })).toBe('At risk: *40 leads* was declined.')
    expect(why({ strength: 0.5 })).toBeNull()
  })
})

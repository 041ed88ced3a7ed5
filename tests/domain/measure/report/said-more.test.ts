import { describe, expect, test } from 'vitest'
import { analyse } from '../../../../lib/domain/measure/report/analyse.ts'
import { choose } from '../../../../lib/domain/measure/report/chosen.ts'
import type { Said } from '../../../../lib/domain/measure/report/said.ts'
import { capacitySentence } from '../../../../lib/domain/measure/report/sentence-capacity.ts'
import { crossingSentence, orderSentence } from '../../../../lib/domain/measure/report/sentence-crossing.ts'
import { keptSentence } from '../../../../lib/domain/measure/report/sentence-kept.ts'
import { levelSentence } from '../../../../lib/domain/measure/report/sentence-level.ts'
import { sentencesOf } from '../../../../lib/domain/measure/report/sentences.ts'
import { sentenceText } from '../../../../lib/domain/plan/sentence.ts'
import type { Snapshot } from '../../../../lib/domain/snapshot.ts'
import { goldenNetwork, needsNetwork, sketch } from '../../sketch.ts'
import { measured, told as toldFigure } from '../figure/measured.ts'

function told(said: Said | null): { text: string; behind: readonly string[] } | null {
  return said && { text: sentenceText(said.sentence), behind: said.subjects.map(({ id }) => id) }
}

function exchanging(levels: readonly (string | null)[]) {
  const exchange = levels.map((level, at) => ({ id: `e${at + 1}`, fromNodeId: 'a', toNodeId: 'b', ...(level === null ? {} : { level }) }))
  return sketch({ area: [{ id: 'area' }], node: ['a', 'b'].map((id) => ({ id, areaId: 'area' })), exchange })
}

describe('levels of value', () => {
  test('OR41: those that none has, with how many say theirs and which do not', () => {
    expect(told(levelSentence(exchanging(['internal', 'external', 'network', 'internal', null])))).toEqual({
      text: 'None of the 4 exchanges that say their level makes civic value; 1 of 5 exchanges does not say it.',
      behind: ['e5'],
    })
    expect(told(levelSentence(exchanging(['internal', 'internal', 'external', 'internal'])))?.text).toBe(
      'None of the 4 exchanges that say their level makes network or civic value.',
    )
  })

  test('OR41: nothing where too few say theirs, where every level has some, or where nobody says any', () => {
    expect(levelSentence(exchanging(['internal', 'internal', 'external', null]))).toBeNull()
    expect(levelSentence(exchanging(['internal', 'external', 'network', 'civic']))).toBeNull()
    expect(levelSentence(goldenNetwork())).toBeNull()
  })
})

/** Three cycles; `asked` needs on the node of `s` in the last one, and given ones before. */
function cycles(given: readonly number[], asked: number) {
  const quarters = [
    { id: 'q1', startsOn: '2026-07-01', endsOn: '2026-09-30' },
    { id: 'q2', startsOn: '2026-10-01', endsOn: '2026-12-31' },
    { id: 'q', startsOn: '2027-01-01', endsOn: '2027-03-31' },
  ]
  const counts = [...given, asked]
  const place = (at: number) => quarters[at + quarters.length - counts.length]?.id ?? 'q'
  const results = counts.flatMap((_, at) => [
    [`s${at}`, { node: 'supplier', cycle: place(at) }] as const,
    [`c${at}`, { node: 'consumer', cycle: place(at) }] as const,
  ])
  const needs = counts.flatMap((count, at) =>
    Array.from({ length: count }, () => ({ supplier: `s${at}`, consumer: `c${at}`, state: at === counts.length - 1 ? 'requested' : 'accepted' })),
  )
  return needsNetwork(Object.fromEntries(results), needs, { cycle: quarters })
}

describe('what is asked beyond the usual', () => {
  test('OR42: seven against ten in two cycles is 140 in 100', () => {
    const said = told(capacitySentence(cycles([4, 6], 7), 'q'))
    expect(said?.text).toBe('supplier is asked for 140% of what it usually gives: 7 things, against 10 given in 2 cycles before.')
    expect(said?.behind).toEqual(['supplier', 'd11', 'd12', 'd13', 'd14', 'd15', 'd16', 'd17'])
  })

  test('OR42: from a fifth more on; without a cycle before nothing is usual', () => {
    expect(told(capacitySentence(cycles([5], 6), 'q'))?.text).toBe(
      'supplier is asked for 120% of what it usually gives: 6 things, against 5 given in 1 cycle before.',
    )
    expect(capacitySentence(cycles([5, 7], 7), 'q')).toBeNull()
    expect(capacitySentence(cycles([], 7), 'q')).toBeNull()
    expect(capacitySentence(cycles([4, 6], 7), null)).toBeNull()
  })
})

const promised = { move: 'promise', from: 'requested', to: 'promised', side: 'supplier' }
const accepted = { move: 'accept', from: 'delivered', to: 'accepted', side: 'consumer' }

/** Promises for the 20th of January: accepted on a day, or not yet; and some that were accepted nobody knows when. */
function promises(acceptedOn: readonly (string | null)[], unknown = 0) {
  const needs = acceptedOn.map((day) => ({ supplier: 'a', consumer: 'b', promisedOn: '2027-01-20', state: day === null ? 'promised' : 'accepted' }))
  const moves = acceptedOn.flatMap((day, at) => {
    const dependencyId = `d${at + 1}`
    const terms = { by: 'supplier', what: 'A thing', on: '2027-01-20' }
    const first = { id: `m${at}a`, dependencyId, at: '2027-01-05T09:00:00Z', terms, ...promised }
    return day === null ? [first] : [first, { id: `m${at}b`, dependencyId, at: `${day}T09:00:00Z`, ...accepted }]
  })
  const more = Array.from({ length: unknown }, () => ({ supplier: 'a', consumer: 'b', state: 'accepted' }))
  return needsNetwork({ a: {}, b: {} }, [...needs, ...more], { promiseMove: moves })
}

describe('what is true of nearly every network', () => {
  test('OR45: that less than half crosses is not said', () => {
    expect(crossingSentence({ nodes: 4, areas: 2, all: 9 })).toBeNull()
    expect(told(crossingSentence({ nodes: 5, areas: 2, all: 10 }))?.text).toBe(
      '5 of 10 needs cross from one node to another, 2 from one area to another.',
    )
    expect(crossingSentence({ nodes: 0, areas: 0, all: 0 })).toBeNull()
    expect(crossingSentence({ nodes: 2, areas: 1, all: 2 })).toBeNull()
  })

  test('OR45: nor an order that leaves more than half of what points backwards', () => {
    const report = { edges: [], givenOrder: [], oneOptimalOrder: [], numberOfOptimalOrders: null }
    expect(orderSentence({ ...report, feedbackMarksGivenOrder: 6, minFeedbackMarks: 4 })).toBeNull()
    const edges = Array.from({ length: 9 }, () => ({ supplier: 'a', consumer: 'b', dependencies: 1 }))
    expect(told(orderSentence({ ...report, edges, feedbackMarksGivenOrder: 6, minFeedbackMarks: 3 }))?.text).toBe(
      'In the best order of the nodes 3 links between them wait for a later one. As they are listed, 6 of the 9 links do.',
    )
    expect(orderSentence({ ...report, edges, feedbackMarksGivenOrder: 2, minFeedbackMarks: 0 })).toBeNull()
    expect(orderSentence({ ...report, feedbackMarksGivenOrder: 0, minFeedbackMarks: 0 })).toBeNull()
  })
})

describe('what is too little for a share', () => {
  const line = (ids: readonly string[]) =>
    sketch({
      area: [{ id: 'area' }],
      node: ids.map((id) => ({ id, areaId: 'area' })),
      exchange: ids.slice(1).map((id, at) => ({ id: `e${at}`, fromNodeId: ids[at], toNodeId: id })),
    })
  const textsOf = (snapshot: Snapshot) => {
    const chosen = choose(snapshot, {}, '2027-02-10')
    return Object.fromEntries(
      sentencesOf(snapshot, analyse(snapshot, { ...chosen, dates: true }), chosen).map(({ key, sentence }) => [key, sentenceText(sentence)]),
    )
  }

  test('OR30, OR28, OR45: of one way, and of two exchanges, there is no percentage', () => {
    expect(textsOf(line(['a', 'b', 'c']))).not.toHaveProperty('leans')
    expect(textsOf(line(['a', 'b', 'c']))).not.toHaveProperty('informal')
    // without c of six in a line 6 of the 10 ways between the others are gone, a to d, e and f, b to d, e and f
    expect(textsOf(line(['a', 'b', 'c', 'd', 'e', 'f']))['leans']).toBe(
      'Without c, 60% of the ways in which value moves between the others are gone (6 of 10).',
    )
  })

  test('IN15: a figure tells few ways as a count', () => {
    const few = measured(line(['a', 'b', 'c']))
    expect(toldFigure(few, 'leans:b')).toEqual({
      value: '1 of 1',
      reading: 'Without b, the only way in which value moves between the others is gone.',
      count: '1 of 1 way from one node to another',
    })
  })

  test('IN18: of several links and ties each cuts somebody off by itself', () => {
    expect(toldFigure(measured(line(['a', 'b', 'c', 'd'])), 'links')?.reading).toBe(
      'b and c are each the only link of others. Without any one of the ties a – b, b – c and c – d, one side is cut off.',
    )
  })

  test('IN17: where nothing is exchanged nobody is the busiest', () => {
    const silent = sketch({ area: [{ id: 'area' }], node: ['a', 'b', 'c'].map((id) => ({ id, areaId: 'area' })) })
    expect(toldFigure(measured(silent), 'robust')).toMatchObject({ value: 'unknown', reading: 'Nothing is exchanged yet.' })
  })

  test('OR31: one loop is told by whom it passes', () => {
    const loop = sketch({
      area: [{ id: 'area' }],
      node: ['a', 'b', 'c'].map((id) => ({ id, areaId: 'area' })),
      exchange: [
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'a'],
      ].map(([fromNodeId, toNodeId], at) => ({ id: `e${at}`, fromNodeId, toNodeId, valueByReceiver: 4 })),
      cycle: [{ id: 'q' }],
      objective: [{ id: 'o', nodeId: 'a', cycleId: 'q' }],
      keyResult: [{ id: 'k', objectiveId: 'o' }],
      goal: [{ id: 'g', keyResultId: 'k' }],
    })
    expect(textsOf(loop)['loops']).toBe('1 loop brings value back to a, through b and c.')
  })
})

describe('promises that were due', () => {
  test('OR43: kept is accepted by its day; what is late or not there is behind the sentence', () => {
    const network = promises(['2027-01-20', '2027-01-12', '2027-01-21', null])
    expect(told(keptSentence(network, { cycleId: 'q', today: '2027-02-10' }))).toEqual({
      text: '2 of 4 promises that were due were kept.',
      behind: ['d3', 'd4'],
    })
  })

  test('OR43: what was accepted nobody knows when is counted apart, and silences a share of less than that', () => {
    const about = { cycleId: 'q', today: '2027-02-10' }
    expect(told(keptSentence(promises(['2027-01-20', '2027-01-12', null], 2), about))?.text).toBe(
      '2 of 3 promises that were due were kept; of 2 more it is not known.',
    )
    expect(keptSentence(promises(['2027-01-20', '2027-01-12', null], 4), about)).toBeNull()
  })

  test('OR43: all of them, one of them, and nothing before three were due', () => {
    const all = promises(['2027-01-20', '2027-01-12', '2027-01-13'])
    expect(told(keptSentence(all, { cycleId: null, today: '2027-02-10' }))?.text).toBe('All 3 promises that were due were kept.')
    expect(told(keptSentence(promises(['2027-01-20', null, null]), { cycleId: 'q', today: '2027-02-10' }))?.text).toBe(
      '1 of 3 promises that were due was kept.',
    )
    expect(keptSentence(promises(['2027-01-20', null, null]), { cycleId: 'q', today: '2027-01-20' })).toBeNull()
    expect(keptSentence(all, { cycleId: 'other', today: '2027-02-10' })).toBeNull()
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assess } from '../../../lib/domain/okr/assess.ts'
import { causesOf } from '../../../lib/domain/okr/causes.ts'
import { promiseClass } from '../../../lib/domain/okr/promise-class.ts'
import { type PromiseState, promiseStates } from '../../../lib/domain/vocabulary.ts'
import { runs } from '../../property-runs.ts'
import { goldenNetwork, needsNetwork, type SketchedKeyResult, type SketchedNeed } from '../sketch.ts'

const today = '2027-02-10'
const done = { metric: { kind: 'boolean', current: 1 } }
const offTrack = { confidence: 0.2 }

function at(keyResults: Record<string, SketchedKeyResult>, needs: readonly SketchedNeed[]) {
  const assessment = assess(needsNetwork(keyResults, needs), { today, cycleId: 'q' })
  const hops = (id: string) => assessment.keyResults.get(id)?.blockedHops ?? null
  const chain = (id: string) => causesOf(assessment, id).map(({ dependencyId, reason }) => [dependencyId, reason])
  return { assessment, hops, chain }
}

/** Key results a → b → c …, each needing the one before. */
function row(length: number, first: SketchedKeyResult, need: Partial<SketchedNeed> = {}) {
  const ids = Array.from({ length }, (_, place) => String.fromCharCode(97 + place))
  const keyResults = Object.fromEntries(ids.map((id, place) => [id, place === 0 ? first : {}]))
  return at(
    keyResults,
    ids.slice(1).map((id, place) => ({ supplier: ids[place] ?? '', consumer: id, ...need })),
  )
}

describe('what blocks by itself', () => {
  test.each([
    ['late', { state: 'promised', promisedOn: '2027-02-01' }],
    ['overdue', { state: 'requested', neededOn: '2027-02-01' }],
    ['declined', { state: 'declined' }],
    ['revoked', { state: 'revoked' }],
    ['declined', { state: 'declined', neededOn: '2027-02-01' }],
  ])('ST20: a need of strength 1 that is %s', (reason, need) => {
    const { hops, chain, assessment } = at({ a: {}, b: {} }, [{ supplier: 'a', consumer: 'b', ...need }])
    expect(hops('b')).toBe(1)
    expect(chain('b')).toEqual([['d1', reason]])
    expect(assessment.keyResults.get('b')).toMatchObject({ derived: expect.arrayContaining(['blocked']), display: 'blocked' })
    expect(hops('a')).toBeNull()
  })

  test('ST21: not one that is a draft, ended, delivered or accepted, however bad its dates and its supplier', () => {
    const blocking = promiseStates.filter(
      (state) => at({ a: offTrack, b: {} }, [{ supplier: 'a', consumer: 'b', state, neededOn: '2027-01-02' }]).hops('b') !== null,
    )
    expect(blocking).toEqual(['offered', 'requested', 'countered', 'deferred', 'promised', 'declined', 'revoked'])
  })

  test('ST20: a promise in time does not block, and a backwards one neither', () => {
    expect(at({ a: {}, b: {} }, [{ supplier: 'a', consumer: 'b', promisedOn: '2027-03-01', neededOn: '2027-02-20' }]).hops('b')).toBeNull()
  })

  test('ST22: a supplier that its owner calls off track blocks, also where the promise is in time', () => {
    expect(at({ a: offTrack, b: {} }, [{ supplier: 'a', consumer: 'b', promisedOn: '2027-03-01' }]).chain('b')).toEqual([
      ['d1', 'supplier-off-track'],
    ])
    expect(at({ a: { confidence: 0.4 }, b: {} }, [{ supplier: 'a', consumer: 'b' }]).hops('b')).toBeNull()
    expect(at({ a: {}, b: {} }, [{ supplier: 'a', consumer: 'b' }]).hops('b')).toBeNull()
  })

  test('ST20: a need on a node without a key result blocks like any other', () => {
    const { assessment, hops } = at({ a: {}, b: {} }, [{ supplier: null, consumer: 'b', supplierNodeId: 'node_a', state: 'declined' }])
    expect(hops('b')).toBe(1)
    expect(assessment.keyResults.get('b')?.blockedBy).toMatchObject({ supplierKeyResultId: null, supplierNodeId: 'node_a' })
  })
})

describe('how it spreads', () => {
  test('ST23: along needs of strength 1, one hop each, with the chain back to its start', () => {
    const { hops, chain } = row(4, offTrack)
    expect(['a', 'b', 'c', 'd'].map(hops)).toEqual([null, 1, 2, 3])
    expect(chain('d')).toEqual([
      ['d3', 'supplier-blocked'],
      ['d2', 'supplier-blocked'],
      ['d1', 'supplier-off-track'],
    ])
  })

  test('ST23: not along a weaker need, a delivered one, an ended one or a draft', () => {
    for (const need of [{ strength: 0.99 }, { state: 'delivered' }, { state: 'accepted' }, { state: 'withdrawn' }, { state: 'draft' }]) {
      const { hops } = at({ a: offTrack, b: {}, c: {} }, [
        { supplier: 'a', consumer: 'b' },
        { supplier: 'b', consumer: 'c', ...need },
      ])
      expect([hops('b'), hops('c')]).toEqual([1, null])
    }
  })

  test('ST24: a ring alone blocks nobody', () => {
    const ring = [
      { supplier: 'a', consumer: 'b' },
      { supplier: 'b', consumer: 'c' },
      { supplier: 'c', consumer: 'a' },
    ]
    expect(['a', 'b', 'c'].map(at({ a: {}, b: {}, c: {} }, ring).hops)).toEqual([null, null, null])
    expect(['a', 'b', 'c'].map(at({ a: {}, b: offTrack, c: {} }, ring).hops)).toEqual([2, 3, 1])
  })

  test('ST25: a done key result is never blocked, and passes nothing on', () => {
    const { hops } = at({ a: offTrack, b: done, c: {} }, [
      { supplier: 'a', consumer: 'b' },
      { supplier: 'b', consumer: 'c' },
    ])
    expect([hops('b'), hops('c')]).toEqual([null, null])
  })

  test('ST26: of several reasons the fewest hops count', () => {
    const { hops, chain } = at({ a: offTrack, b: {}, c: {}, d: offTrack }, [
      { supplier: 'a', consumer: 'b' },
      { supplier: 'b', consumer: 'c' },
      { supplier: 'd', consumer: 'c' },
    ])
    expect(hops('c')).toBe(1)
    expect(chain('c')).toEqual([['d3', 'supplier-off-track']])
  })

  test('ST26: a tie goes to the need that comes first in the document, wherever it lies in the table', () => {
    const needs = [
      { id: 'z', rank: 1, supplier: 'a', consumer: 'c' },
      { id: 'y', rank: 2, supplier: 'b', consumer: 'c' },
    ]
    const keyResults = { a: offTrack, b: offTrack, c: {} }
    expect(at(keyResults, needs).chain('c')).toEqual([['z', 'supplier-off-track']])
    expect(at(keyResults, needs.toReversed()).chain('c')).toEqual([['z', 'supplier-off-track']])
  })

  test('ST26: at two hops, too, the first need in the document wins', () => {
    const { chain } = at({ a: offTrack, b: {}, c: {}, d: {} }, [
      { supplier: 'c', consumer: 'd' },
      { supplier: 'b', consumer: 'd' },
      { supplier: 'a', consumer: 'b' },
      { supplier: 'a', consumer: 'c' },
    ])
    expect(chain('d')[0]).toEqual(['d1', 'supplier-blocked'])
  })

  test('ST27: whoever is not blocked has no chain', () => {
    expect(row(2, {}).chain('b')).toEqual([])
  })

  test('ST20: on the worked example the declined promise of leads blocks the goal, and nothing else', () => {
    const { keyResults } = assess(goldenNetwork(), { today: '2027-01-05', cycleId: 'cycle_q' })
    const blocked = [...keyResults.values()].filter(({ blockedHops }) => blockedHops !== null)
    expect(blocked.map(({ id, blockedBy }) => [id, blockedBy?.dependencyId, blockedBy?.reason])).toEqual([['K7', 'd9', 'declined']])
  })
})

describe('at risk through', () => {
  test('ST28: the same facts on a weaker need give no mark, and are told in document order', () => {
    const { assessment, hops } = at({ a: offTrack, b: {}, c: {} }, [
      { supplier: 'a', consumer: 'c', strength: 0.5 },
      { supplier: 'b', consumer: 'c', strength: 0.9, state: 'declined' },
      { supplier: 'b', consumer: 'c', strength: 0.9 },
    ])
    expect(hops('c')).toBeNull()
    expect(assessment.keyResults.get('c')?.derived).not.toContain('blocked')
    expect(assessment.keyResults.get('c')?.atRiskThrough.map(({ dependencyId, reason }) => [dependencyId, reason])).toEqual([
      ['d1', 'supplier-off-track'],
      ['d2', 'declined'],
    ])
  })

  test('ST28: a blocked supplier counts, but it spreads no further', () => {
    const { assessment } = at({ a: offTrack, b: {}, c: {}, d: {} }, [
      { supplier: 'a', consumer: 'b' },
      { supplier: 'b', consumer: 'c', strength: 0.5 },
      { supplier: 'c', consumer: 'd' },
      { supplier: 'c', consumer: 'd', strength: 0.5 },
    ])
    expect(assessment.keyResults.get('c')?.atRiskThrough.map(({ reason }) => reason)).toEqual(['supplier-blocked'])
    expect(assessment.keyResults.get('d')).toMatchObject({ blockedHops: null, atRiskThrough: [] })
  })

  test('ST28: not what is a draft, ended, delivered or accepted, and not for what is done', () => {
    for (const state of ['draft', 'withdrawn', 'delivered', 'accepted'])
      expect(
        at({ a: offTrack, b: {} }, [{ supplier: 'a', consumer: 'b', strength: 0.5, state }]).assessment.keyResults.get('b')?.atRiskThrough,
      ).toEqual([])
    expect(at({ a: offTrack, b: done }, [{ supplier: 'a', consumer: 'b', strength: 0.5 }]).assessment.keyResults.get('b')?.atRiskThrough).toEqual([])
  })
})

type Small = {
  readonly confidences: readonly (number | null)[]
  readonly dones: readonly boolean[]
  readonly needs: readonly { from: number; to: number; strength: number; state: PromiseState; neededOn: string | null }[]
}

/** The definition, word for word, iterated until nothing changes: slow, and shares no code with what it checks. */
function blockedByDefinition({ confidences, dones, needs }: Small): (number | null)[] {
  const hops: (number | null)[] = confidences.map(() => null)
  const isLive = ({ state }: Small['needs'][number]) => !['draft', 'withdrawn', 'cancelled', 'delivered', 'accepted'].includes(state)
  const isBroken = ({ state, neededOn }: Small['needs'][number]) =>
    state === 'declined' || state === 'revoked' || (neededOn !== null && today > neededOn)
  for (let round = 0; round <= confidences.length; round += 1)
    for (const need of needs) {
      if (need.strength !== 1 || !isLive(need) || dones[need.to]) continue
      const confidence = confidences[need.from] ?? null
      const own = isBroken(need) || (confidence !== null && confidence < 0.4) ? 1 : null
      const before = hops[need.from] ?? null
      const found = own ?? (before === null ? null : before + 1)
      const known = hops[need.to] ?? null
      if (found !== null && (known === null || found < known)) hops[need.to] = found
    }
  return hops
}

const small: fc.Arbitrary<Small> = fc.integer({ min: 1, max: 7 }).chain((size) =>
  fc.record({
    confidences: fc.array(fc.constantFrom(null, 0.9, 0.9, 0.9, 0.2), { minLength: size, maxLength: size }),
    dones: fc.array(fc.constantFrom(false, false, false, true), { minLength: size, maxLength: size }),
    needs: fc.array(
      fc.record({
        from: fc.nat(size - 1),
        to: fc.nat(size - 1),
        strength: fc.constantFrom(1, 1, 1, 0.5),
        state: fc.constantFrom<PromiseState>('promised', 'promised', 'promised', 'requested', 'declined', 'delivered', 'draft', 'cancelled'),
        neededOn: fc.constantFrom(null, null, '2027-02-01', '2027-03-01'),
      }),
      { maxLength: 14 },
    ),
  }),
)

describe('any small network', () => {
  const build = ({ confidences, dones, needs }: Small) =>
    at(
      Object.fromEntries(confidences.map((confidence, place) => [`k${place}`, { confidence, ...(dones[place] ? done : {}) }])),
      needs.filter(({ from, to }) => from !== to).map(({ from, to, ...fields }) => ({ supplier: `k${from}`, consumer: `k${to}`, ...fields })),
    )

  test('ST20-ST26: who is blocked, over how many hops, equals the definition iterated to its least fixed point', () => {
    fc.assert(
      fc.property(small, (given) => {
        const { hops } = build(given)
        const needs = given.needs.filter(({ from, to }) => from !== to)
        expect(given.confidences.map((_, place) => hops(`k${place}`))).toEqual(blockedByDefinition({ ...given, needs }))
      }),
      { numRuns: runs(1_500) },
    )
  })

  test('ST27: a chain of causes has as many steps as hops, joins up, and ends in a fact', () => {
    fc.assert(
      fc.property(small, (given) => {
        const { assessment } = build(given)
        for (const { id, blockedHops } of assessment.keyResults.values()) {
          const causes = causesOf(assessment, id)
          expect(causes.length).toBe(blockedHops ?? 0)
          for (const [step, cause] of causes.entries()) {
            expect(cause.keyResultId).toBe(step === 0 ? id : causes[step - 1]?.supplierKeyResultId)
            expect(cause.reason === 'supplier-blocked').toBe(step < causes.length - 1)
            expect(promiseClass(assessment.dependencies.get(cause.dependencyId)?.state ?? 'draft')).not.toBe('ended')
          }
        }
      }),
      { numRuns: runs(500) },
    )
  })

  test('ST26: the answer does not hang on the order of the tables', () => {
    fc.assert(
      fc.property(small, (given) => {
        const needs = given.needs
          .filter(({ from, to }) => from !== to)
          .map(({ from, to, ...fields }, place) => ({ id: `d${place}`, rank: place, supplier: `k${from}`, consumer: `k${to}`, ...fields }))
        const keyResults = Object.fromEntries(given.confidences.map((confidence, place) => [`k${place}`, { confidence }]))
        expect(at(keyResults, needs.toReversed()).assessment).toEqual(at(keyResults, needs).assessment)
      }),
      { numRuns: runs(300) },
    )
  })
})

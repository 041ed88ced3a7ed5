import fc from 'fast-check'
import type { WeftDocument } from '../../../lib/domain/format/document.ts'
import { addDays, formatInstant } from '../../../lib/domain/time.ts'
import {
  closenesses,
  commentSubjects,
  cyclePhases,
  exchangeKinds,
  nodeKinds,
  promiseMoves,
  promiseStates,
  sides,
  sourceKinds,
  sourceSubjects,
  tiers,
  valueFactors,
  valueLevels,
} from '../../../lib/domain/vocabulary.ts'

const line = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).filter((text) => text.isWellFormed() && !text.includes('\u0000'))
const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }).map((value) => value + 0)
const share = fc.double({ noNaN: true, min: 0, max: 1 }).map((value) => value + 0)
const rating = fc.integer({ min: -2, max: 5 })
const day = fc.integer({ min: 0, max: 4_000 }).map((count) => addDays('2024-01-01', count))
const instant = fc.integer({ min: 0, max: 4_000_000_000_000 }).map(formatInstant)

/** An object of which any key may be absent. */
function partly<T extends object>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<Partial<T>> {
  return fc.record(model, { requiredKeys: [] }) as fc.Arbitrary<Partial<T>>
}

const directed = { baseline: number, target: number, current: number, unit: line, commit: number, stretch: number }
const step = fc.tuple(fc.record({ name: line }), partly({ weight: share, done: share })).map(([a, b]) => ({ ...a, ...b }))

const metric = fc.oneof(
  partly(directed).map((rest) => ({ kind: 'increase' as const, ...rest })),
  partly(directed).map((rest) => ({ kind: 'decrease' as const, ...rest })),
  partly({ lower: number, upper: number, current: number, unit: line }).map((rest) => ({ kind: 'maintain' as const, ...rest })),
  fc.array(step, { maxLength: 4 }).map((steps) => ({ kind: 'milestone' as const, steps })),
  partly({ current: fc.constantFrom<0 | 1>(0, 1) }).map((rest) => ({ kind: 'boolean' as const, ...rest })),
  fc
    .tuple(partly({ commit: line, target: line, stretch: line }), partly({ current: fc.constantFrom('fail', 'commit', 'target', 'stretch') }))
    .map(([zones, rest]) => ({ kind: 'ordinal' as const, zones, ...rest })),
)

const checkInValue = fc.oneof(number, fc.constantFrom('fail', 'commit', 'target', 'stretch'), fc.array(fc.option(share), { maxLength: 4 }))

type Model = Record<string, fc.Arbitrary<unknown>>

/** Records whose ids are unique in their list, with some of the optional fields. */
function list(prefix: string, required: Model, optional: Model, count: { min?: number; max: number }): fc.Arbitrary<object[]> {
  const one = fc.tuple(fc.record(required), fc.record(optional, { requiredKeys: [] })).map(([a, b]) => ({ ...a, ...b }))
  return fc
    .array(one, { minLength: count.min ?? 0, maxLength: count.max })
    .map((records) => records.map((record, at) => ({ id: `${prefix} ${at}`, ...record })))
}

function idIn(prefix: string, list: readonly object[]): fc.Arbitrary<string> {
  return fc.nat({ max: Math.max(0, list.length - 1) }).map((at) => `${prefix} ${at}`)
}

function atMost(max: number, list: readonly object[]): { max: number } {
  return { max: list.length === 0 ? 0 : max }
}

const structure = fc.record({
  areas: list('area', { name: line }, { kind: line, colour: line, description: line, order: number }, { max: 3 }),
  people: list('person', { name: line }, {}, { max: 3 }),
  teams: list('team', { name: line }, {}, { max: 2 }),
  cycles: list('cycle', { name: line }, { phase: fc.constantFrom(...cyclePhases) }, { max: 2 }).map((cycles) =>
    cycles.map((cycle) => ({ ...cycle, startsOn: '2027-01-01', endsOn: '2027-03-31' })),
  ),
})

const nodesOf = (areas: readonly object[]) =>
  list(
    'node',
    { areaId: idIn('area', areas), name: line },
    {
      kind: fc.constantFrom(...nodeKinds),
      closeness: fc.constantFrom(...closenesses),
      description: line,
      activities: fc.array(line, { maxLength: 2 }),
      position: fc.record({ x: number, y: number }),
    },
    atMost(6, areas),
  )

const goalsOf = (areas: readonly object[]) => list('goal', { name: line }, areas.length > 0 ? { areaId: idIn('area', areas) } : {}, { max: 2 })

function ordered([from, to]: [number, number]): boolean {
  return from !== to
}

function exchangesOf(nodes: readonly object[]): fc.Arbitrary<object[]> {
  if (nodes.length < 2) return fc.constant([])
  const ends = fc.tuple(fc.nat({ max: nodes.length - 1 }), fc.nat({ max: nodes.length - 1 })).filter(ordered)
  const optional = {
    valueBySender: rating,
    valueByReceiver: rating,
    level: fc.constantFrom(...valueLevels),
    factors: fc.uniqueArray(fc.constantFrom(...valueFactors)),
    confirmed: fc.boolean(),
    source: line,
  }
  return list('exchange', { ends, deliverable: line, kind: fc.constantFrom(...exchangeKinds) }, optional, { max: 5 }).map((records) =>
    records.map((record) => {
      const {
        ends: [from, to],
        ...rest
      } = record as { ends: [number, number] }
      return { ...rest, fromNodeId: `node ${from}`, toNodeId: `node ${to}` }
    }),
  )
}

function participationsOf(nodes: readonly object[], people: readonly object[]): fc.Arbitrary<object[]> {
  if (nodes.length === 0 || people.length === 0) return fc.constant([])
  const required = { nodeId: idIn('node', nodes), personId: idIn('person', people), tier: fc.constantFrom(...tiers) }
  const early = fc.integer({ min: 0, max: 2_000 }).map((count) => addDays('2020-01-01', count))
  return list('participation', required, { from: early, until: day.map((late) => addDays(late, 1_000)) }, { max: 3 })
}

function objectivesOf(nodes: readonly object[], cycles: readonly object[], goals: readonly object[]): fc.Arbitrary<object[]> {
  if (nodes.length === 0 || cycles.length === 0) return fc.constant([])
  const optional = {
    kind: fc.constantFrom('committed', 'aspirational'),
    weight: share,
    description: line,
    ...(goals.length > 0 ? { goalIds: fc.array(idIn('goal', goals), { maxLength: 2 }) } : {}),
  }
  return list('objective', { nodeId: idIn('node', nodes), cycleId: idIn('cycle', cycles), title: line }, optional, { max: 4 })
}

function keyResultsOf(objectives: readonly object[]): fc.Arbitrary<object[]> {
  if (objectives.length === 0) return fc.constant([])
  const optional = {
    confidence: share,
    dueOn: day,
    weight: share,
    estimateWeeks: fc.constant({ optimistic: 1, likely: 2, pessimistic: 4 }),
    grade: share,
  }
  return list('kr', { objectiveId: idIn('objective', objectives), title: line, metric }, optional, { max: 8 })
}

const terms = fc
  .tuple(fc.record({ by: fc.constantFrom(...sides) }), partly({ on: day, what: line, condition: line }))
  .map(([a, b]) => ({ ...a, ...b }))

function movesOf(dependencies: readonly object[], people: readonly object[]): fc.Arbitrary<object[]> {
  if (dependencies.length === 0) return fc.constant([])
  const required = {
    dependencyId: idIn('dependency', dependencies),
    move: fc.constantFrom(...promiseMoves),
    to: fc.constantFrom(...promiseStates),
    side: fc.constantFrom(...sides),
    at: instant,
  }
  const person: Model = people.length > 0 ? { personId: idIn('person', people) } : {}
  return list('move', required, { ...person, from: fc.constantFrom(...promiseStates), reason: line, answerBy: day, terms }, { max: 6 })
}

/** Comments and sources about any record of the document that can have them. */
function aboutOf(records: Readonly<Record<string, readonly object[]>>): fc.Arbitrary<{ comments: object[]; sources: object[] }> {
  const subjects = (kinds: readonly string[]) =>
    kinds.flatMap((kind) => (records[kind] ?? []).map((record) => ({ subject: kind, subjectId: Reflect.get(record, 'id') })))
  const [commented, sourced] = [subjects(commentSubjects), subjects(sourceSubjects)]
  const about = (prefix: string, all: readonly object[], required: Model, optional: Model): fc.Arbitrary<object[]> =>
    all.length === 0
      ? fc.constant([])
      : list(prefix, { subject: fc.constantFrom(...all), ...required }, optional, { max: 3 }).map((made) =>
          made.map((each) => ({ ...each, ...Reflect.get(each, 'subject') })),
        )
  return fc.record({
    comments: about('comment', commented, { text: line, at: instant }, { editedAt: instant, resolvedAt: instant }),
    sources: about(
      'source',
      sourced,
      { kind: fc.constantFrom(...sourceKinds), title: line },
      { field: line, url: fc.constant('https://example.org/a'), on: day },
    ),
  })
}

function dependenciesOf(keyResults: readonly object[]): fc.Arbitrary<object[]> {
  if (keyResults.length < 2) return fc.constant([])
  const ends = fc.tuple(fc.nat({ max: keyResults.length - 1 }), fc.nat({ max: keyResults.length - 1 })).filter(ordered)
  const required = { ends, what: line, strength: share, state: fc.constantFrom(...promiseStates) }
  const optional = { neededOn: day, promisedOn: day, condition: line, note: line, counteredBy: fc.constantFrom(...sides), answerBy: day, terms }
  return list('dependency', required, optional, { max: 6 }).map((records) =>
    records.map((record) => {
      const {
        ends: [consumer, supplier],
        ...rest
      } = record as { ends: [number, number] }
      return { ...rest, consumerKeyResultId: `kr ${consumer}`, supplierKeyResultId: `kr ${supplier}` }
    }),
  )
}

function checkInsOf(keyResults: readonly object[]): fc.Arbitrary<object[]> {
  if (keyResults.length === 0) return fc.constant([])
  const one = fc.tuple(
    fc.record({ keyResultId: idIn('kr', keyResults), at: instant }),
    partly({ value: checkInValue, confidence: share, note: line }),
  )
  return fc
    .array(fc.tuple(one, fc.boolean()), { maxLength: 6 })
    .map((records) => records.map(([[a, b], hasId], at) => ({ ...(hasId ? { id: `chk_${at + 2}` } : {}), ...a, ...b })))
}

const head = partly({ source: line, exportedAt: instant, revision: fc.nat() })
const network = fc
  .tuple(
    fc.record({ id: line.filter((text) => !/\p{Cc}/u.test(text)), name: line }),
    partly({ vision: line, mission: line, valueProposition: line, weekStart: fc.constantFrom(1, 'monday') }),
  )
  .map(([a, b]) => ({ ...a, ...b }))

/** Any valid document: small, with every kind of record and metric, and with optional fields present and absent. */
export const anyDocument: fc.Arbitrary<WeftDocument> = structure.chain((base) =>
  fc.record({ nodes: nodesOf(base.areas), goals: goalsOf(base.areas) }).chain(({ nodes, goals }) =>
    fc
      .record({
        exchanges: exchangesOf(nodes),
        participations: participationsOf(nodes, base.people),
        objectives: objectivesOf(nodes, base.cycles, goals),
      })
      .chain((middle) =>
        keyResultsOf(middle.objectives).chain((keyResults) =>
          dependenciesOf(keyResults).chain((dependencies) =>
            fc
              .record({
                head,
                network,
                promiseMoves: movesOf(dependencies, base.people),
                checkIns: checkInsOf(keyResults),
                about: aboutOf({
                  area: base.areas,
                  node: nodes,
                  goal: goals,
                  exchange: middle.exchanges,
                  objective: middle.objectives,
                  keyResult: keyResults,
                  dependency: dependencies,
                }),
              })
              .map(({ head, network, about, ...rest }) =>
                castDocument({ format: 'weft/1', ...head, network, ...base, nodes, goals, ...middle, keyResults, dependencies, ...rest, ...about }),
              ),
          ),
        ),
      ),
  ),
)

/** Guaranteed by the tests that use it: the first thing they do is to parse the document. */
function castDocument(document: object): WeftDocument {
  return document as WeftDocument
}

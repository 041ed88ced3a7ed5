import { describe, expect, test } from 'vitest'
import { listNames } from '../../../lib/domain/format/document.ts'
import { parseDocument } from '../../../lib/domain/format/parse.ts'
import { withRecord } from './full-document.ts'

type List = Parameters<typeof withRecord>[0]
type Row = readonly [list: List, fields: Record<string, unknown>, path: string, said: string, at?: number]

function faultsOf(json: unknown): readonly { path: string; message: string; remedy?: string }[] {
  const parsed = parseDocument(json)
  return parsed.ok ? [] : parsed.faults
}

/** Each row breaks one field of the full document; the one fault that is listed has this path and says this. */
function checkRows(rows: readonly Row[]): void {
  test.each(rows.map(([list, fields, path, said, at = 0]) => ({ list, fields, path, said, at })))('F1: $path: $said', (row) => {
    const faults = faultsOf(withRecord(row.list, row.at, row.fields))
    expect(faults.map(({ path }) => path)).toEqual([row.path])
    expect([faults[0]?.message, faults[0]?.remedy].join(' ')).toContain(row.said)
  })
}

const missing = 'This is missing.'

describe('a field that has to be there', () => {
  checkRows([
    ['network', { id: undefined }, 'network.id', missing],
    ['network', { name: undefined }, 'network.name', missing],
    ['participations', { id: undefined }, 'participations[0].id', missing],
    ['nodes', { areaId: undefined }, 'nodes[1].areaId', missing, 1],
    ['people', { name: undefined }, 'people[0].name', missing],
    ['teams', { name: undefined }, 'teams[0].name', missing],
    ['participations', { tier: undefined }, 'participations[1].tier', 'one of “lead”, “core”, “co-creator”, “resonance”', 1],
    ['exchanges', { deliverable: undefined }, 'exchanges[0].deliverable', missing],
    ['exchanges', { kind: undefined }, 'exchanges[0].kind', 'one of “tangible”, “intangible”'],
    ['cycles', { endsOn: undefined }, 'cycles[0].endsOn', missing],
    ['goals', { name: undefined }, 'goals[0].name', missing],
    ['objectives', { cycleId: undefined }, 'objectives[0].cycleId', missing],
    ['keyResults', { metric: undefined }, 'keyResults[5].metric', missing, 5],
    ['dependencies', { what: undefined }, 'dependencies[0].what', missing],
    ['dependencies', { strength: undefined }, 'dependencies[0].strength', missing],
    ['checkIns', { at: undefined }, 'checkIns[2].at', missing, 2],
  ])
})

describe('a value that is none of the values', () => {
  checkRows([
    ['network', { slug: 'Not A Slug' }, 'network.slug', 'lower-case letters'],
    ['network', { timeZone: 'Europe/Atlantis' }, 'network.timeZone', 'Europe/Berlin'],
    ['network', { fiscalYearStartMonth: 13 }, 'network.fiscalYearStartMonth', 'at most 12'],
    ['network', { weekStart: 'funday' }, 'network.weekStart', '“monday”'],
    ['areas', { order: 'first' }, 'areas[0].order', 'Give a number'],
    ['nodes', { kind: 'department' }, 'nodes[0].kind', '“capability”'],
    ['nodes', { closeness: 'far' }, 'nodes[0].closeness', '“peripheral”'],
    ['nodes', { position: { x: 1 } }, 'nodes[0].position.y', missing],
    ['nodes', { activities: ['write', 5] }, 'nodes[0].activities[1]', 'Give a text'],
    ['people', { email: 'ana at home' }, 'people[0].email', 'e-mail address'],
    ['exchanges', { valueBySender: -3 }, 'exchanges[0].valueBySender', 'at least -2'],
    ['exchanges', { valueByReceiver: 6 }, 'exchanges[0].valueByReceiver', 'at most 5'],
    ['exchanges', { level: 'galactic' }, 'exchanges[0].level', '“civic”'],
    ['exchanges', { factors: ['social', 'magic'] }, 'exchanges[0].factors[1]', '“emotional”'],
    ['exchanges', { confirmed: 'yes' }, 'exchanges[0].confirmed', 'Give true or false'],
    ['cycles', { phase: 'open' }, 'cycles[0].phase', '“closing”'],
    ['objectives', { kind: 'wish' }, 'objectives[0].kind', '“aspirational”'],
    ['objectives', { weight: -1 }, 'objectives[0].weight', 'at least 0'],
    ['keyResults', { confidence: 7 }, 'keyResults[0].confidence', 'at most 1'],
    ['keyResults', { grade: -0.1 }, 'keyResults[0].grade', 'at least 0'],
    ['keyResults', { estimateWeeks: { optimistic: 1, likely: 2 } }, 'keyResults[0].estimateWeeks.pessimistic', missing],
    ['dependencies', { strength: 1.01 }, 'dependencies[0].strength', 'at most 1'],
    ['dependencies', { state: 'agreed' }, 'dependencies[0].state', '“promised”'],
    ['checkIns', { confidence: 10 }, 'checkIns[0].confidence', 'at most 1'],
    ['checkIns', { value: 'gold' }, 'checkIns[0].value', '“stretch”'],
  ])
})

describe('a metric', () => {
  checkRows([
    ['keyResults', { metric: { kind: 'percent' } }, 'keyResults[0].metric.kind', '“milestone”'],
    ['keyResults', { metric: { kind: 'increase', target: '10' } }, 'keyResults[0].metric.target', 'Give a number'],
    ['keyResults', { metric: { kind: 'increase', lower: 1 } }, 'keyResults[0].metric.lower', 'not part of the format'],
    ['keyResults', { metric: { kind: 'maintain', target: 1 } }, 'keyResults[0].metric.target', 'not part of the format'],
    ['keyResults', { metric: { kind: 'boolean', current: 0.5 } }, 'keyResults[0].metric.current', '0'],
    ['keyResults', { metric: { kind: 'milestone', steps: [{ name: 's', done: 2 }] } }, 'keyResults[0].metric.steps[0].done', 'at most 1'],
    ['keyResults', { metric: { kind: 'milestone', steps: [{ weight: 1 }] } }, 'keyResults[0].metric.steps[0].name', missing],
    ['keyResults', { metric: { kind: 'ordinal' } }, 'keyResults[0].metric.zones', missing],
    ['keyResults', { metric: { kind: 'ordinal', zones: {}, current: 'great' } }, 'keyResults[0].metric.current', '“target”'],
  ])
})

describe('a day or an instant', () => {
  checkRows([
    ['participations', { from: '2026-13-01' }, 'participations[0].from', 'a date that exists'],
    ['cycles', { startsOn: '2027-02-29' }, 'cycles[0].startsOn', 'a date that exists'],
    ['cycles', { endsOn: '2026-12-31' }, 'cycles[0].endsOn', 'before it starts on 2027-01-01'],
    ['keyResults', { dueOn: '31.03.2027' }, 'keyResults[0].dueOn', 'YYYY-MM-DD'],
    ['dependencies', { neededOn: '2027-04-31' }, 'dependencies[0].neededOn', 'a date that exists'],
    ['dependencies', { promisedOn: 20270215 }, 'dependencies[0].promisedOn', 'Give a text'],
    ['checkIns', { at: '2027-01-08' }, 'checkIns[0].at', 'an instant with a zone'],
    ['checkIns', { at: '2027-01-08T09:00:00' }, 'checkIns[0].at', 'an instant with a zone'],
  ])
})

describe('a reference that leads nowhere', () => {
  const nobody = (word: string) => `There is no ${word} “gone”. Give an id that is in this network.`
  checkRows([
    ['nodes', { areaId: 'gone' }, 'nodes[0].areaId', nobody('value area')],
    ['participations', { nodeId: 'gone' }, 'participations[0].nodeId', nobody('node')],
    ['participations', { personId: 'gone' }, 'participations[0].personId', nobody('person')],
    ['participations', { teamId: 'gone' }, 'participations[1].teamId', nobody('team'), 1],
    ['exchanges', { fromNodeId: 'gone' }, 'exchanges[0].fromNodeId', nobody('node')],
    ['exchanges', { toNodeId: 'gone' }, 'exchanges[0].toNodeId', nobody('node')],
    ['goals', { areaId: 'gone' }, 'goals[0].areaId', nobody('value area')],
    ['goals', { keyResultId: 'gone' }, 'goals[0].keyResultId', nobody('key result')],
    ['objectives', { nodeId: 'gone' }, 'objectives[0].nodeId', nobody('node')],
    ['objectives', { cycleId: 'gone' }, 'objectives[0].cycleId', nobody('cycle')],
    ['objectives', { ownerId: 'gone' }, 'objectives[0].ownerId', nobody('person')],
    ['objectives', { goalIds: ['g', 'gone'] }, 'objectives[0].goalIds[1]', nobody('goal')],
    ['keyResults', { objectiveId: 'gone' }, 'keyResults[2].objectiveId', nobody('objective'), 2],
    ['keyResults', { ownerId: 'gone' }, 'keyResults[0].ownerId', nobody('person')],
    ['dependencies', { consumerKeyResultId: 'gone' }, 'dependencies[0].consumerKeyResultId', nobody('key result')],
    ['dependencies', { supplierKeyResultId: 'gone' }, 'dependencies[0].supplierKeyResultId', nobody('key result')],
    ['dependencies', { supplierNodeId: 'gone' }, 'dependencies[0].supplierNodeId', nobody('node')],
    ['checkIns', { keyResultId: 'gone' }, 'checkIns[1].keyResultId', nobody('key result'), 1],
    ['checkIns', { personId: 'gone' }, 'checkIns[0].personId', nobody('person')],
  ])
})

describe('a rule of a kind of record', () => {
  checkRows([
    ['participations', { personId: undefined }, 'participations[0].personId', 'either personId or teamId'],
    ['participations', { teamId: 't' }, 'participations[0].personId', 'one person or of one team'],
    ['exchanges', { toNodeId: 'n1' }, 'exchanges[0].toNodeId', 'two different nodes'],
    ['dependencies', { supplierKeyResultId: 'k0' }, 'dependencies[0].supplierKeyResultId', 'cannot depend on itself'],
    ['dependencies', { supplierKeyResultId: undefined, supplierNodeId: undefined }, 'dependencies[0].supplierNodeId', 'who is asked'],
    ['keyResults', { id: 'k0' }, 'keyResults[2].id', 'already that of keyResults[0]', 2],
    ['sources', { id: '' }, 'sources[0].id', 'must not be empty'],
    ['sources', { id: 'a\nb' }, 'sources[0].id', 'control characters'],
  ])

  test.each(Object.values(listNames))('F2: a record of %s takes no field that the format does not have', (list) => {
    expect(faultsOf(withRecord(list, 0, { rank: 1 })).map(({ path }) => path)).toEqual([`${list}[0].rank`])
  })
})

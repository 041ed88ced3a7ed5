import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Checked, checkFindings } from '../../../lib/domain/checks/findings.ts'
import { parseDocument } from '../../../lib/domain/format/parse.ts'
import { documentToChanges } from '../../../lib/domain/format/to-changes.ts'
import { newId } from '../../../lib/domain/ids.ts'
import { assess } from '../../../lib/domain/okr/assess.ts'
import { currentCycle } from '../../../lib/domain/okr/cycle.ts'
import { sentenceText } from '../../../lib/domain/plan/sentence.ts'
import { applyChanges, makeSnapshot, type Snapshot } from '../../../lib/domain/snapshot.ts'
import { sample } from '../../../lib/domain/template/sample/sample.ts'
import { generate } from '../../bench/generate.ts'
import { goldenNetwork, sketch } from '../sketch.ts'

function snapshotOf(document: unknown): Snapshot {
  const parsed = parseDocument(document)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults))
  const snapshot = makeSnapshot({})
  applyChanges(snapshot, documentToChanges(parsed.document))
  return snapshot
}

function checkedOn(snapshot: Snapshot, today: string): Checked {
  return checkFindings(snapshot, assess(snapshot, { today, cycleId: currentCycle(snapshot, today)?.id ?? null }))
}

/** How many of each rule. */
function counts({ findings }: Checked): Readonly<Record<string, number>> {
  return Object.fromEntries([...Map.groupBy(findings, ({ rule }) => rule)].map(([rule, list]) => [rule, list.length]))
}

/** What has to hold of every finding of every network. */
function expectSound(snapshot: Snapshot, { findings }: Checked): void {
  expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length)
  const names = [...snapshot.tables.person.values()].map(({ name }) => name).filter((name) => name.length > 3)
  for (const { sentence, subjects, fixes } of findings) {
    const text = sentenceText(sentence)
    expect(text).toMatch(/[.?]$/)
    expect(text).not.toMatch(/undefined|NaN|null| {2}/)
    expect(names.filter((name) => text.includes(name))).toEqual([])
    for (const { entity, id } of subjects) expect(snapshot.tables[entity].has(id)).toBe(true)
    expect(fixes.filter(({ key }) => 'JKHLAG'.includes(key))).toEqual([])
    for (const { calls, suggested } of fixes) expect(calls(suggested, (entity) => newId(entity, 'x')).length).toBeGreaterThan(0)
  }
}

const real = process.env['WEFT_REAL_DATA'] ?? ''
const read = (name: string) => JSON.parse(readFileSync(join(real, name), 'utf8'))

describe('AL8: findings of whole networks are sound sentences about records that are there, and name nobody', () => {
  test('AL8: an empty network has none', () => {
    expect(checkedOn(sketch({}), '2027-02-01').findings).toEqual([])
    expect(checkedOn(sketch({ cycle: [{ id: 'q' }] }), '2027-02-01').findings.map(({ rule }) => rule)).toEqual(['emptyArea'])
  })

  test('AL8: the worked example, counted by hand', () => {
    const snapshot = goldenNetwork()
    const all = checkedOn(snapshot, '2027-02-20')
    expectSound(snapshot, all)
    expect(counts(all)).toMatchObject({
      refused: 1,
      noExchange: 1,
      disagrees: 1,
      noObjective: 1,
      singlePoint: 2,
      unusedExchange: 6,
      noOwner: 1,
      noLead: 1,
    })
    const unused = all.findings.filter(({ rule }) => rule === 'unusedExchange').map(({ subjects: [first] }) => first.id)
    expect(unused.map((id) => id.replace('exch_', ''))).toEqual(['e5', 'e6', 'e10', 'e11', 'e12', 'e13'])
  })

  test('AL8: the sample company', () => {
    const snapshot = snapshotOf(sample('2027-03-03', 'Sample'))
    const all = checkedOn(snapshot, '2027-03-03')
    expectSound(snapshot, all)
    expect(counts(all)).toMatchObject({ refused: 1, unanswered: 2, disagrees: 1, stale: 1, oneSided: 3 })
  })

  test.skipIf(!existsSync(join(real, 'rust-2025h1.weft.json')))('AL8: two real networks', () => {
    for (const [name, today] of [
      ['rust-2025h1.weft.json', '2025-04-01'],
      ['sourced-2018.weft.json', '2018-04-01'],
    ] as const) {
      const snapshot = snapshotOf(read(name))
      const all = checkedOn(snapshot, today)
      expectSound(snapshot, all)
      expect(all.findings.length).toBeGreaterThan(20)
    }
  })
})

describe('a large network', () => {
  const today = '2027-02-20'
  const snapshot = snapshotOf(generate('M'))

  test('AL1: the order of the records in their tables changes nothing', () => {
    const turned = Object.entries(snapshot.tables).map(([entity, table]) => [entity, [...table.values()].reverse()])
    const asText = (all: Checked) => all.findings.map(({ id, sentence, subjects }) => ({ id, subjects, text: sentenceText(sentence) }))
    expect(asText(checkedOn(makeSnapshot(Object.fromEntries(turned)), today))).toEqual(asText(checkedOn(snapshot, today)))
  })

  test('AL8: 150 nodes and 1,500 key results', () => {
    expectSound(snapshot, checkedOn(snapshot, today))
  })

  test('AL11: all rules together take less than 100 ms, five times that on a busy machine', () => {
    const assessment = assess(snapshot, { today, cycleId: currentCycle(snapshot, today)?.id ?? null })
    const computing = Array.from({ length: 7 }, () => {
      const start = process.cpuUsage()
      checkFindings(snapshot, assessment)
      return process.cpuUsage(start).user
    })
    expect(Math.min(...computing)).toBeLessThan(5 * 100_000)
  })
})

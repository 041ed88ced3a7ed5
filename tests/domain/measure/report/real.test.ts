import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { WeftDocument } from '../../../../lib/domain/format/document.ts'
import { parseDocument } from '../../../../lib/domain/format/parse.ts'
import { documentToChanges } from '../../../../lib/domain/format/to-changes.ts'
import { analyse } from '../../../../lib/domain/measure/report/analyse.ts'
import { choose } from '../../../../lib/domain/measure/report/chosen.ts'
import { sentencesOf } from '../../../../lib/domain/measure/report/sentences.ts'
import { sentenceText } from '../../../../lib/domain/plan/sentence.ts'
import { applyChanges, makeSnapshot, type Snapshot } from '../../../../lib/domain/snapshot.ts'
import { sample } from '../../../../lib/domain/template/sample/sample.ts'
import { generate } from '../../../bench/generate.ts'
import { handCount, promisesByHand } from './hand-count.ts'
import { notNumbers } from './same.ts'

const today = '2027-02-10'

function networkFrom(json: unknown): Snapshot {
  const parsed = parseDocument(json)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults.slice(0, 3)))
  const snapshot = makeSnapshot({})
  applyChanges(snapshot, documentToChanges(parsed.document))
  return snapshot
}

/** The whole numbers of a sentence without what stands in quotes or is a name. */
function numbersIn(text: string, names: readonly string[]): number[] {
  const bare = names.toSorted((a, b) => b.length - a.length).reduce((left, name) => left.replaceAll(name, ''), text.replaceAll(/“[^”]*”/g, ''))
  return (bare.match(/\d+/g) ?? []).map(Number)
}

/** The sentences that tell plain counts, with those counts as they were counted by hand; what a network has nothing of is left out. */
function expectedNumbers(count: ReturnType<typeof handCount>): Record<string, number[]> {
  const { promised, asked, open, declined, revoked, exchanges, intangible } = count
  const states = [open, declined, revoked].filter((each) => each > 0)
  return {
    promised: promised === asked ? [asked] : [promised, asked, ...states],
    crossing: [count.crossNode, count.needs, count.crossArea],
    unknown: count.unknown === count.keyResults ? [count.keyResults] : [count.unknown, count.keyResults],
    unused: [count.unused, exchanges],
    informal: [Math.round((intangible / exchanges) * 100), intangible, exchanges],
    asked: [count.mostAsked, count.crossNode],
  }
}

function check(snapshot: Snapshot): void {
  const chosen = choose(snapshot, {}, today)
  const analysis = analyse(snapshot, { ...chosen, dates: true })
  expect(notNumbers(analysis)).toEqual([])
  const count = handCount(snapshot, chosen.cycleId)
  const names = [...snapshot.tables.node.values()].map(({ name }) => name)
  const said = sentencesOf(snapshot, analysis, { ...chosen, today }).map(({ key, sentence }) => ({
    key,
    numbers: numbersIn(sentenceText(sentence), names),
  }))
  const told = new Map(said.map(({ key, numbers }) => [key, numbers]))
  const expected = expectedNumbers(count)
  for (const [key, numbers] of Object.entries(expected)) if (told.has(key)) expect({ [key]: told.get(key) }).toEqual({ [key]: numbers })
  const { due, kept, unknown } = promisesByHand(snapshot, count.ofOthers, today)
  if (told.has('kept')) expect(told.get('kept')).toEqual([kept, due, ...(unknown > 0 ? [unknown] : [])])
  expect(told.has('kept')).toBe(due >= 3 && unknown <= due)
  if (told.has('missing')) expect(told.get('missing')).toEqual(exchangesDrawn(count))
  if (told.has('slip')) expect(told.get('slip')?.[0]).toBe(count.mostNeeded)
  if (told.has('sequence')) expect(told.get('sequence')?.slice(-2)).toEqual([count.backwards, count.links])
  if (told.has('leans')) {
    const [percent, gone, before] = told.get('leans') ?? []
    expect(count.lost).toContainEqual({ before, gone })
    expect(percent).toBe(Math.round(Math.max(...count.lost.map((each) => (each.before === 0 ? 0 : each.gone / each.before))) * 100))
  }
  expect(analysis.cycleVariant.stronglyConnected.map(({ length }) => length).sort((a, b) => b - a)).toEqual(count.rings)
  expect(told.has('promised')).toBe(count.asked > 0)
  expect(told.has('unknown')).toBe(count.unknown > 0)
}

function exchangesDrawn({ exchanges, crossNode, withoutExchange }: ReturnType<typeof handCount>): number[] {
  return exchanges === 0 ? [crossNode] : [withoutExchange, crossNode]
}

describe('sentences against a count by hand', () => {
  const networks: Record<string, () => WeftDocument> = {
    'the sample company': () => sample(today, 'Sample'),
    'a generated network of 200 key results': () => generate('S'),
    'a generated network of 1,500 key results, with rings': () => generate('M'),
  }

  test.each(Object.entries(networks))('OR40: %s', (_name, make) => check(networkFrom(make())), 120_000)

  const folder = process.env['WEFT_REAL_DATA'] ?? ''
  const files = folder !== '' && existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.weft.json')) : []

  test.skipIf(files.length === 0)(files.length === 0 ? 'NOT RUN: real networks (WEFT_REAL_DATA is not set)' : 'OR40: real networks', () => {
    for (const file of files) check(networkFrom(JSON.parse(readFileSync(join(folder, file), 'utf8'))))
  })
})

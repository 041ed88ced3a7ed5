import { describe, expect, test } from 'vitest'
import { parseDocument } from '../../../../lib/domain/format/parse.ts'
import { documentToChanges } from '../../../../lib/domain/format/to-changes.ts'
import { figuresOf } from '../../../../lib/domain/measure/figure/figures.ts'
import { sentenceText } from '../../../../lib/domain/plan/sentence.ts'
import { applyChanges, makeSnapshot, type Snapshot } from '../../../../lib/domain/snapshot.ts'
import { sample } from '../../../../lib/domain/template/sample/sample.ts'
import { goldenNetwork } from '../../sketch.ts'
import { measured, readOn } from './measured.ts'

function sampleCompany(): Snapshot {
  const parsed = parseDocument(sample(readOn, 'Harbour'))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults))
  const snapshot = makeSnapshot({})
  applyChanges(snapshot, documentToChanges(parsed.document))
  return snapshot
}

/** The same with every confidence known, so that chances are numbers and no ranges. */
function sureOf(snapshot: Snapshot): Snapshot {
  for (const [id, each] of snapshot.tables.keyResult) if (each.confidence === null) snapshot.tables.keyResult.set(id, { ...each, confidence: 0.65 })
  for (const [id, need] of snapshot.tables.dependency) if (need.supplierKeyResultId === null) snapshot.tables.dependency.delete(id)
  return snapshot
}

/** One that waits for itself: the numbers are those without the cheapest cut. */
function ringed(): Snapshot {
  return goldenNetwork([{ id: 'd13', supplierKeyResultId: 'K7', consumerKeyResultId: 'K10', what: '', strength: 0.5, state: 'requested' }])
}

/** An end as it is told; what is little, and what is much, by where it is drawn. */
function endOf(text: string): number {
  return text === 'less than 1' ? 0 : text === 'more than 99' ? 100 : Number(text)
}

const moves = /from (less than 1|\d+) to (more than 99|less than 1|\d+) in 100/
const difference = /^[+−]?(less than 1|\d+) in 100$/

/** The cards whose sentence tells two ends and whose value is the difference: what they say, and what they would have to. */
function cardsOf(snapshot: Snapshot) {
  const { input, results } = measured(snapshot)
  return figuresOf(input, results).flatMap(({ id, value, reading }) => {
    const [, from, to] = moves.exec(sentenceText(reading)) ?? []
    const [, told] = difference.exec(value) ?? []
    if (from === undefined || to === undefined || told === undefined) return []
    return [{ id, told: endOf(told), ends: Math.abs(endOf(to) - endOf(from)) }]
  })
}

describe('IN25: every card', () => {
  test.each([
    ['the worked example', goldenNetwork(), 15],
    ['the worked example with a ring', ringed(), 15],
    ['the sample company', sureOf(sampleCompany()), 5],
  ])('IN25: of %s tells the difference of the two ends in its sentence', (_name, snapshot, atLeast) => {
    const cards = cardsOf(snapshot)
    expect(cards.length).toBeGreaterThanOrEqual(atLeast)
    expect(cards.filter(({ told, ends }) => told !== ends)).toEqual([])
  })
  test('IN25: of the sample company as it comes, where chances are ranges, no card tells two ends and another difference', () => {
    expect(cardsOf(sampleCompany()).filter(({ told, ends }) => told !== ends)).toEqual([])
  })
})

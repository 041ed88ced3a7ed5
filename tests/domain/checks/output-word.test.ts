import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { outputWord } from '../../../lib/domain/checks/output-word.ts'
import { seeded, shuffled } from '../../bench/random.ts'

const file = z.object({ seed: z.int(), labels: z.array(z.object({ title: z.string(), label: z.enum(['output', 'outcome']) })) })
const { seed, labels } = file.parse(JSON.parse(readFileSync(new URL('../../fixtures/outcome-labels.json', import.meta.url), 'utf8')))

/** 50 key results with which the list was made, and 50 that were kept back: drawn by the seed before a word was chosen. */
function halves() {
  const drawn = shuffled(labels.length, seeded(seed)).flatMap((at) => labels[at] ?? [])
  return { tuned: drawn.slice(0, 50), kept: drawn.slice(50) }
}

function scoreOf(half: readonly (typeof labels)[number][]) {
  const count = (isOutput: boolean, isFound: boolean) =>
    half.filter(({ title, label }) => (label === 'output') === isOutput && (outputWord(title) !== null) === isFound).length
  return { right: count(true, true), wrong: count(false, true), missed: count(true, false), quiet: count(false, false) }
}

describe('AL60: how often the list of words is right', () => {
  test('AL60: 100 key results, each once, in two halves', () => {
    expect([labels.length, new Set(labels.map(({ title }) => title)).size]).toEqual([100, 100])
    const { tuned, kept } = halves()
    expect([tuned.length, kept.length]).toEqual([50, 50])
  })

  test('AL60: precision and recall stand in docs/spec/checks.md as they are', () => {
    const { tuned, kept } = halves()
    expect(scoreOf(tuned)).toEqual({ right: 28, wrong: 0, missed: 0, quiet: 22 })
    expect(scoreOf(kept)).toEqual({ right: 21, wrong: 0, missed: 2, quiet: 27 })
    const doc = readFileSync(new URL('../../../docs/spec/checks.md', import.meta.url), 'utf8')
    expect(doc).toContain('| with which it was made | 50 | 28 | 28 | 0 | 100% | 100% |')
    expect(doc).toContain('| kept back | 50 | 23 | 21 | 0 | 100% | 91% |')
  })
})

describe('the word that says so', () => {
  test.each([
    ['Launch the portal', 'Launch'],
    ['  roll   out the login ', 'roll out'],
    ['Organise a fair', 'Organise'],
    ['Launch', 'Launch'],
  ])('AL61: “%s” begins with what is to be done: %s', (title, word) => {
    expect(outputWord(title)).toBe(word)
  })

  test.each([
    ['Handbook written', 'written'],
    ['Portal live by June', 'live'],
    ['Three sites set up with partners', 'set up'],
    ['A prototype of the scale', 'prototype'],
    ['Two workshops on risks', 'workshops'],
  ])('AL62: “%s” tells of a thing that is made: %s', (title, word) => {
    expect(outputWord(title)).toBe(word)
  })

  test.each([
    'Launch customers who stay, 20% to 45%',
    'Release frequency from 2 to 10 a week',
    'Hold churn below 4%',
    'Open rate reaches 30%',
    'Ship the portal and raise renewals from 80 to 90%',
  ])('AL63: “%s” says how much or how something changes', (title) => {
    expect(outputWord(title)).toBeNull()
  })

  test.each(['', 'Start-ups with revenue', 'Planning takes 2 days', 'Buildings without a fault', 'Clients who write back', 'Retention', 'Writes'])(
    'AL64: a word that only begins like one of the list is none of it: “%s”',
    (title) => {
      expect(outputWord(title)).toBeNull()
    },
  )
})

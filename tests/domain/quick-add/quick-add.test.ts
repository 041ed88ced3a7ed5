import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { metricSchema } from '../../../lib/domain/metric.ts'
import type { KeyResultDraft, QuickAddContext } from '../../../lib/domain/quick-add/draft.ts'
import { readNumber } from '../../../lib/domain/quick-add/quantity.ts'
import { parseQuickAdd } from '../../../lib/domain/quick-add/quick-add.ts'
import { runs } from '../../property-runs.ts'

type Golden = {
  today: string
  cycle: { startsOn: string; endsOn: string }
  lines: ({ line: string; title: string; metric: Record<string, unknown>; understood: string[] } & Record<string, unknown>)[]
}

const golden: Golden = JSON.parse(readFileSync(join(import.meta.dirname, '../../fixtures/quick-add-golden.json'), 'utf8'))
const ctx: QuickAddContext = { today: golden.today, cycle: golden.cycle, fiscalYearStartMonth: null }

function understoodIn(line: string, { spans }: KeyResultDraft): string[] {
  return spans.map(({ start, end }) => line.slice(start, end))
}

describe('golden lines', () => {
  test('QA1: there are at least 40', () => {
    expect(golden.lines.length).toBeGreaterThanOrEqual(40)
  })

  test.each(golden.lines.map((each) => [each.line, each] as const))('QA1: %s', (line, { understood, metric, line: _, ...expected }) => {
    const draft = parseQuickAdd(line, ctx)
    const nothing = { dueOn: null, owner: null, node: null, weight: null, confidence: null }
    const { metric: read, spans: __, ...rest } = draft
    expect(rest).toEqual({ ...nothing, ...expected })
    expect(read).toEqual(metricSchema.parse(metric))
    expect(understoodIn(line, draft)).toEqual(understood)
  })
})

const piece = fc.oneof(
  fc.constantFrom(
    '6%',
    '->',
    '4',
    'from',
    'to',
    'by',
    '31 mar',
    '@ana',
    '!customer',
    '*2',
    '~7',
    'conf 7',
    'steps:',
    'a 20,',
    '?',
    'yes/no',
    '..',
    'between',
    'and',
    'keep',
    'reduce',
  ),
  fc.constantFrom(
    '$1.2M',
    '1 200',
    '6,5',
    'end of q1',
    'in 3 weeks',
    'friday',
    '31.3.',
    '2027-02-30',
    ':',
    ',',
    ' ',
    '"',
    '@"',
    '→',
    '−3',
    '99.9',
    '.5',
    'days',
    '€',
  ),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
)
const anyLine = fc.oneof(
  fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(' ')),
  fc.array(piece, { maxLength: 10 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 80 }),
)
const anyDay = fc.constantFrom('2027-01-20', '2026-12-31', '2028-02-29', '2027-03-31')

function withoutSpaces(text: string): string {
  return text.replaceAll(/\s/g, '')
}

describe('any text', () => {
  test('QA2: gives a draft whose metric is valid and whose numbers are in range', () => {
    fc.assert(
      fc.property(anyLine, anyDay, (line, today) => {
        const draft = parseQuickAdd(line, { ...ctx, today })
        expect(metricSchema.parse(draft.metric)).toEqual(draft.metric)
        if (draft.confidence !== null) expect(draft.confidence >= 0 && draft.confidence <= 1).toBe(true)
        if (draft.dueOn !== null) expect(draft.dueOn).toMatch(/^\d{4}-\d{2}-\d{2}$/)
        expect(draft.owner).not.toBe('')
        expect(draft.node).not.toBe('')
      }),
      { numRuns: runs(2_000), examples: [['steps: :', '2027-01-20']] },
    )
  })

  test('QA3: loses nothing: what is not in a span is in the title, in order', () => {
    fc.assert(
      fc.property(anyLine, (line) => {
        const { title, spans } = parseQuickAdd(line, ctx)
        let [rest, at] = ['', 0]
        for (const { start, end } of spans) {
          expect(start >= at && end > start && end <= line.length).toBe(true)
          rest += line.slice(at, start)
          at = end
        }
        rest += line.slice(at)
        expect(withoutSpaces(title)).toBe(withoutSpaces(rest) === '' ? withoutSpaces(line) : withoutSpaces(rest))
      }),
      { numRuns: runs(2_000) },
    )
  })

  test('QA3: a title that is read again is a title', () => {
    const titles = golden.lines.map(({ title }) => title).filter((title) => !title.includes('->'))
    for (const title of titles) expect(parseQuickAdd(title, ctx).title).toBe(title)
  })

  test('QA4: the time it takes does not explode with the length', () => {
    const hostile = ['1 ', 'from ', ' ', '1,', '1.111', 'steps: ', '@"', 'a', '9', ': ', '-> 1 ', '31 mar ', '1-', 'in 3 weeks ', '(yes', '~7 ']
    const start = process.cpuUsage()
    for (const each of hostile) parseQuickAdd(`keep ${each.repeat(2_000)}`.slice(0, 2_000), ctx)
    expect(process.cpuUsage(start).user / 1_000).toBeLessThan(3_000)
  })

  test('QA4: a text of more than 2,000 characters is a title', () => {
    const text = `6 -> 4 ${'x'.repeat(2_000)}`
    expect(parseQuickAdd(text, ctx)).toMatchObject({ title: text, spans: [] })
  })

  test('QA2: a number beyond all bounds is no number', () => {
    expect(parseQuickAdd(`Reach 1 -> ${'9'.repeat(400)}`, ctx).metric.kind).toBe('boolean')
  })
})

describe('numbers', () => {
  test.each([
    ['6,5', 6.5],
    ['6.5', 6.5],
    ['0,125', 0.125],
    ['0.125', 0.125],
    ['1,200', 1200],
    ['1.200', 1.2],
    ['1,20', 1.2],
    ['1,200.50', 1200.5],
    ['1.200,50', 1200.5],
    ['1.200.000', 1_200_000],
    ['1 200', 1200],
    ['1\u202f200,5', 1200.5],
    ['1’200', 1200],
    ['-3', -3],
    ['−3', -3],
    ['.5', 0.5],
  ])('QA6: “%s” is %d', (text, value) => {
    expect(readNumber(text)).toBe(value)
  })

  test.each(['', ' ', 'x', '-', '9'.repeat(400)])('QA6: “%s” is no number', (text) => {
    expect(readNumber(text)).toBeNull()
  })
})

describe('dates', () => {
  const due = (text: string, more: Partial<QuickAddContext> = {}) => parseQuickAdd(`Reach it by ${text}`, { ...ctx, ...more }).dueOn

  test('QA8: a date without a year falls into the cycle if it can, even into its past', () => {
    expect(due('5 jan')).toBe('2027-01-05')
    expect(due('5 jan', { cycle: { startsOn: '2028-01-01', endsOn: '2028-03-31' } })).toBe('2028-01-05')
  })

  test('QA8: else it is the next such day', () => {
    expect(due('15 october')).toBe('2027-10-15')
    expect(due('5 jan', { cycle: null })).toBe('2028-01-05')
    expect(due('29 feb', { cycle: null })).toBe('2028-02-29')
  })

  test('QA8: today is not past', () => {
    expect(due('20 jan', { cycle: null })).toBe('2027-01-20')
    expect(due('19 jan', { cycle: null })).toBe('2028-01-19')
  })

  test('QA9: quarters follow the fiscal year', () => {
    expect(due('end of q1', { fiscalYearStartMonth: 4, cycle: null })).toBe('2027-06-30')
    expect(due('end of quarter', { fiscalYearStartMonth: 2, cycle: null })).toBe('2027-01-31')
    expect(due('q4 2028')).toBe('2028-12-31')
  })

  test('QA9: weekdays, months and spans of time are counted from today', () => {
    expect(due('wednesday')).toBe('2027-01-20')
    expect(due('next wednesday')).toBe('2027-01-27')
    expect(due('next monday')).toBe('2027-01-25')
    expect(due('end of february')).toBe('2027-02-28')
    expect(parseQuickAdd('Reach it in two months', { ...ctx, today: '2026-12-31' }).dueOn).toBe('2027-02-28')
  })

  test.each(['by 32 mar', 'by 30.2.', 'by 2027-13-01', 'by march madness day', 'by 3.5', 'may contain nuts', 'march on'])(
    'QA10: “%s” is no date',
    (text) => {
      const line = `Reach it ${text}`
      const { dueOn, title } = parseQuickAdd(line, ctx)
      expect([dueOn, title]).toEqual([null, line])
    },
  )
})

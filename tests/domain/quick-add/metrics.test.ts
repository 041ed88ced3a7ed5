import { describe, expect, test } from 'vitest'
import type { QuickAddContext } from '../../../lib/domain/quick-add/draft.ts'
import { parseQuickAdd } from '../../../lib/domain/quick-add/quick-add.ts'

const ctx: QuickAddContext = { today: '2027-01-20', cycle: { startsOn: '2027-01-01', endsOn: '2027-03-31' }, fiscalYearStartMonth: null }
const metricOf = (line: string) => parseQuickAdd(line, ctx).metric
const titleOf = (line: string) => parseQuickAdd(line, ctx).title

function change(kind: 'increase' | 'decrease', baseline: number | null, target: number, unit: string | null) {
  return { kind, baseline, target, current: null, unit, commit: null, stretch: null }
}

function band(lower: number | null, upper: number | null, unit: string | null) {
  return { kind: 'maintain', lower, upper, current: null, unit }
}

const nothingSaid = { kind: 'boolean', current: null }

describe('a change from one number to another', () => {
  test.each(['->', '-->', '=>', '→', '⇒', '➔', '➜'])('QA7: the arrow “%s” is one, with spaces around it or none', (arrow) => {
    expect(metricOf(`Churn 6 ${arrow} 4`)).toEqual(change('decrease', 6, 4, null))
    expect(metricOf(`Churn 6${arrow}4`)).toEqual(change('decrease', 6, 4, null))
  })

  test.each([
    ['Churn 6% -> 4%', change('decrease', 6, 4, '%')],
    ['Churn 6 -> 4%', change('decrease', 6, 4, '%')],
    ['Churn 6% -> 4', change('decrease', 6, 4, '%')],
    ['Latency 300ms -> 120ms', change('decrease', 300, 120, 'ms')],
    ['Latency 300 ms -> 120 ms', change('decrease', 300, 120, 'ms')],
    ['Cold room 9°C -> 5°C', change('decrease', 9, 5, '°C')],
    ['Energy 120 kWh -> 90 kWh', change('decrease', 120, 90, 'kWh')],
    ['Waiting 1 day -> 3 days', change('increase', 1, 3, 'days')],
    ['Shelters 3 -> 9 igloos', change('increase', 3, 9, 'igloos')],
  ])('QA6: the unit of “%s” is the one that stands beside a number', (line, metric) => {
    expect(metricOf(line)).toEqual(metric)
  })

  test.each([
    ['Sites 3 -> 9 igloos in the north', 'Sites igloos in the north'],
    ['Sites 3 -> 9 by rail', 'Sites by rail'],
    ['Sites 3 -> 9 with partners', 'Sites with partners'],
  ])('QA6: a word that goes on with the sentence is no unit: “%s”', (line, title) => {
    expect(metricOf(line)).toEqual(change('increase', 3, 9, null))
    expect(titleOf(line)).toBe(title)
  })

  test.each([
    ['Revenue $1.2M -> $2M', change('increase', 1_200_000, 2_000_000, '$')],
    ['Revenue 80k€ -> 95k€', change('increase', 80_000, 95_000, '€')],
    ['Revenue €1.2m -> €2m', change('increase', 1_200_000, 2_000_000, '€')],
    ['Revenue EUR 500 -> EUR 800', change('increase', 500, 800, 'EUR')],
    ['Revenue £2bn -> £3bn', change('increase', 2_000_000_000, 3_000_000_000, '£')],
    ['Readers 2 thousand -> 3 million', change('increase', 2_000, 3_000_000, null)],
    ['Cable 300 m -> 500 m', change('increase', 300, 500, 'm')],
  ])('QA6: thousands and millions are written out, a small m without currency are metres: “%s”', (line, metric) => {
    expect(metricOf(line)).toEqual(metric)
  })

  test.each([
    ['Users 1,200 -> 1,500', 1_200, 1_500],
    ['Users 1.200.000 -> 1.500.000', 1_200_000, 1_500_000],
    ['Users 12 000 -> 15 000', 12_000, 15_000],
    ['Users 12’000 -> 15’000', 12_000, 15_000],
    ['Users 1,200.5 -> 1,500.5', 1_200.5, 1_500.5],
    ['Users 1.200,5 -> 1.500,5', 1_200.5, 1_500.5],
    ['Users 0,125 -> 0,25', 0.125, 0.25],
    ['Users 0.125 -> .25', 0.125, 0.25],
  ])('QA6: thousands may be grouped as people group them: “%s”', (line, baseline, target) => {
    expect(metricOf(line)).toMatchObject({ kind: 'increase', baseline, target })
    expect(titleOf(line)).toBe('Users')
  })

  test.each([
    ['Balance -5 -> 5', change('increase', -5, 5, null)],
    ['Balance −5 → −8', change('decrease', -5, -8, null)],
    ['Margin -2% -> 3%', change('increase', -2, 3, '%')],
  ])('QA6: numbers below zero keep their sign: “%s”', (line, metric) => {
    expect(metricOf(line)).toEqual(metric)
  })

  test.each(['Wait 6 days -> 4 weeks', 'Pay $5 -> €4', 'Load 6% -> 4 ms'])('QA7: two different units are no change: “%s”', (line) => {
    expect(parseQuickAdd(line, ctx)).toMatchObject({ title: line, metric: nothingSaid, spans: [] })
  })

  test.each([
    ['Reduce churn 6 to 4', change('decrease', 6, 4, null)],
    ['Cut waiting from 14 days to 6 days', change('decrease', 14, 6, 'days')],
    ['Halve the queue to 40 tickets', change('decrease', null, 40, 'tickets')],
    ['Lower the queue below 40', change('decrease', null, 40, null)],
    ['Grow members to 1,000', change('increase', null, 1_000, null)],
    ['Lift satisfaction above 8.5', change('increase', null, 8.5, null)],
    ['Double revenue 2 to 4', change('increase', 2, 4, null)],
  ])('QA7: behind a verb of change “to” is enough: “%s”', (line, metric) => {
    expect(metricOf(line)).toEqual(metric)
  })

  test('QA7: where both numbers are given they say the direction, not the verb', () => {
    expect(metricOf('Reduce risk score 4 -> 6').kind).toBe('increase')
    expect(metricOf('Grow error budget use 9 -> 3').kind).toBe('decrease')
  })

  test.each(['Move 2 to 3 sites', 'Reducer for 14 to 6', 'Talk to 4 clients', 'Growth from within'])(
    'QA7: without such a verb “to” is part of the sentence: “%s”',
    (line) => {
      expect(parseQuickAdd(line, ctx)).toMatchObject({ title: line, metric: nothingSaid })
    },
  )

  test('QA7: from … to … needs no verb', () => {
    expect(metricOf('Days to first reply from 6 to 4')).toEqual(change('decrease', 6, 4, null))
  })
})

describe('a band to stay in', () => {
  test.each([
    ['Uptime 99.5..99.9 %', band(99.5, 99.9, '%')],
    ['Uptime 99.5…99.9%', band(99.5, 99.9, '%')],
    ['Load between 40 and 60', band(40, 60, null)],
    ['Load between 60 and 40', band(40, 60, null)],
    ['Keep the room within 2-8 °C', band(2, 8, '°C')],
    ['Hold stock 20 – 40 days', band(20, 40, 'days')],
    ['Keep uptime above 99.9 %', band(99.9, null, '%')],
    ['Maintain stock at least 20', band(20, null, null)],
    ['Keep incidents ≤ 5', band(null, 5, null)],
    ['Keep incidents <= 5', band(null, 5, null)],
    ['Hold costs below $12k', band(null, 12_000, '$')],
  ])('QA7: “%s” is kept', (line, metric) => {
    expect(metricOf(line)).toEqual(metric)
  })

  test.each(['Rooms 2-8', 'Bugs above 5', 'Keeper of 2-8 keys', 'Stay below 5 open incidents'])(
    'QA7: without keep or hold, or without what is kept, “%s” is a sentence',
    (line) => {
      expect(parseQuickAdd(line, ctx)).toMatchObject({ title: line, metric: nothingSaid })
    },
  )
})

describe('steps and done or not', () => {
  const stepsOf = (line: string) => {
    const metric = metricOf(line)
    return metric.kind === 'milestone' ? metric.steps.map(({ name, weight }) => [name, weight]) : metric.kind
  }

  test.each([
    [
      'Launch steps: spec 20, build 60, done 20',
      [
        ['spec', 20],
        ['build', 60],
        ['done', 20],
      ],
    ],
    [
      'Launch steps: spec; build; ship',
      [
        ['spec', null],
        ['build', null],
        ['ship', null],
      ],
    ],
    [
      'Launch milestones: spec: 20%, build = 80 %',
      [
        ['spec', 20],
        ['build', 80],
      ],
    ],
    [
      'Launch steps: spec 12,5; build 87,5',
      [
        ['spec', 12.5],
        ['build', 87.5],
      ],
    ],
    [
      'Launch steps: , spec,, build ,',
      [
        ['spec', null],
        ['build', null],
      ],
    ],
  ])('QA7: %s', (line, steps) => {
    expect(stepsOf(line)).toEqual(steps)
    expect(titleOf(line)).toBe('Launch')
  })

  test('QA7: no step is none, and more than a hundred are a text', () => {
    const many = `Launch steps: ${Array.from({ length: 101 }, (_, at) => `s${at}`).join(', ')}`
    expect([stepsOf('Launch steps:'), stepsOf('Launch steps: ; ,'), stepsOf(many)]).toEqual(['boolean', 'boolean', 'boolean'])
    expect(titleOf(many)).toBe(many)
  })

  test.each(['Page live?', 'Page live yes/no', 'Page live (y/n)', 'Page live yes or no', 'Page live (done/not done)'])(
    'QA7: “%s” is done or not, and the mark is no part of the title',
    (line) => {
      expect(parseQuickAdd(line, ctx)).toMatchObject({ title: 'Page live', metric: nothingSaid, spans: [{ kind: 'metric' }] })
    },
  )

  test('QA7: a question mark inside the line is text', () => {
    expect(parseQuickAdd('Why? Find out', ctx)).toMatchObject({ title: 'Why? Find out', spans: [] })
  })
})

describe('what joins title and numbers', () => {
  test.each([
    ['Churn: 6% -> 4%', 'Churn'],
    ['Churn – 6% -> 4%', 'Churn'],
    ['6% -> 4%: churn', 'churn'],
    ['Churn, 6% -> 4%', 'Churn'],
    ['Churn, by 31 mar, @ana', 'Churn'],
    ['Churn: a promise, kept', 'Churn: a promise, kept'],
  ])('QA3: “%s” is titled “%s”', (line, title) => {
    expect(titleOf(line)).toBe(title)
  })

  test('QA13: a line of words alone says nothing else', () => {
    const { spans, title, ...rest } = parseQuickAdd('  Win   the market  ', ctx)
    expect([title, spans]).toEqual(['Win the market', []])
    expect(rest).toEqual({ metric: nothingSaid, dueOn: null, owner: null, node: null, weight: null, confidence: null })
  })
})

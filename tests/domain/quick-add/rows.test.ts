import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentToChanges } from '../../../lib/domain/format/to-changes.ts'
import type { QuickAddContext } from '../../../lib/domain/quick-add/draft.ts'
import { parseRows } from '../../../lib/domain/quick-add/rows.ts'
import { keyResultRows } from '../../../lib/domain/quick-add/to-rows.ts'
import { type Cell, joinRows, splitRows } from '../../../lib/domain/quick-add/tsv.ts'
import { applyChanges, listOf, makeSnapshot } from '../../../lib/domain/snapshot.ts'
import { sample } from '../../../lib/domain/template/sample/sample.ts'
import { runs } from '../../property-runs.ts'

const ctx: QuickAddContext = { today: '2027-01-20', cycle: { startsOn: '2027-01-01', endsOn: '2027-03-31' }, fiscalYearStartMonth: null }

function table(...rows: string[][]): string {
  return rows.map((row) => row.join('\t')).join('\n')
}

describe('cells', () => {
  test('QA20: tabs part cells, line ends of any kind part rows, empty rows are left out', () => {
    expect(splitRows('a\tb\r\nc\td\n\n \t\ne\rf')).toEqual([['a', 'b'], ['c', 'd'], ['e'], ['f']])
  })

  test('QA20: a cell in quotation marks holds tabs, line ends and quotation marks', () => {
    expect(splitRows('"a\tb"\t"say ""hi"""\n"two\nlines"\tx')).toEqual([
      ['a\tb', 'say "hi"'],
      ['two\nlines', 'x'],
    ])
  })

  test('QA20: a quotation mark that opens no cell is text', () => {
    expect(splitRows('5" screen\t"open\n"a" b')).toEqual([['5" screen', '"open'], ['"a" b']])
  })

  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', "'", "'=", '"', "''-"), fc.string()).map((parts) => parts.join('')),
  )
  const cell: fc.Arbitrary<Cell> = fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(null))

  test('QA26: no text is written so that a spreadsheet runs it; negative numbers stay numbers', () => {
    fc.assert(
      fc.property(text, (value) => {
        const written = joinRows([[value]])
        const content = written.startsWith('"') ? written.slice(1) : written
        expect(content).not.toMatch(/^[=+\-@\t\r]/)
      }),
    )
    expect(joinRows([[-5, '-5']])).toBe("-5\t'-5")
  })

  test('QA26: what is written is read back, sign for sign', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constant('k'), cell, cell), { minLength: 1 }), (rows) => {
        const expected = rows.map((row) => row.map((value) => (value === null ? '' : String(value))))
        expect(splitRows(joinRows(rows))).toEqual(expected)
      }),
      { numRuns: runs(500) },
    )
  })
})

describe('rows with a header', () => {
  test('QA21: names say which column is which, in any order and in other words', () => {
    const text = table(['Owner', 'Key Result', 'Start', 'Goal', 'Now', 'Deadline', 'Conf'], ['Ana', 'Churn', '6%', '4%', '5,2%', '31 mar', '7'])
    const { rows, unknownColumns } = parseRows(text, ctx)
    expect(unknownColumns).toEqual([])
    expect(rows).toEqual([
      {
        title: 'Churn',
        metric: { kind: 'decrease', baseline: 6, target: 4, current: 5.2, unit: '%', commit: null, stretch: null },
        dueOn: '2027-03-31',
        owner: 'Ana',
        node: null,
        objective: null,
        weight: null,
        confidence: 0.7,
        unread: [],
      },
    ])
  })

  test('QA21: a column that is not known is named, and its cells are left out', () => {
    const { rows, unknownColumns } = parseRows(table(['Key result', 'Target', 'Budget'], ['Churn', '4', 'secret']), ctx)
    expect(unknownColumns).toEqual(['Budget'])
    expect(JSON.stringify(rows)).not.toContain('secret')
  })

  test('QA23: a cell that cannot be read is named with its text; the row stays', () => {
    const { rows } = parseRows(table(['Title', 'Target', 'Due', 'Confidence'], ['Churn', 'lower', 'some day', 'high']), ctx)
    expect(rows[0]).toMatchObject({ title: 'Churn', dueOn: null, confidence: null })
    expect(rows[0]?.unread).toEqual([
      { column: 'target', text: 'lower' },
      { column: 'due', text: 'some day' },
      { column: 'confidence', text: 'high' },
    ])
  })

  test('QA23: dashes, n/a and the like are empty cells', () => {
    const { rows } = parseRows(table(['Title', 'Baseline', 'Target', 'Owner'], ['Churn', 'n/a', '4', '-']), ctx)
    expect(rows[0]).toMatchObject({ metric: { baseline: null, target: 4 }, owner: null, unread: [] })
  })

  test('QA24: yes and no are a metric of done or not, a band is one to stay in', () => {
    const { rows } = parseRows(
      table(
        ['Title', 'Target', 'Current', 'Unit'],
        ['Page live', 'yes', 'no', ''],
        ['Uptime', '99.5..99.9', '99.7', '%'],
        ['Incidents', '..5', '', ''],
      ),
      ctx,
    )
    expect(rows.map(({ metric }) => metric)).toEqual([
      { kind: 'boolean', current: 0 },
      { kind: 'maintain', lower: 99.5, upper: 99.9, current: 99.7, unit: '%' },
      { kind: 'maintain', lower: null, upper: 5, current: null, unit: null },
    ])
  })

  test('QA22: a row whose columns say no number is read like a line', () => {
    const { rows } = parseRows(table(['Title', 'Owner'], ['Churn 6% -> 4% by 31 mar', 'Ana']), ctx)
    expect(rows[0]).toMatchObject({ title: 'Churn', metric: { kind: 'decrease' }, dueOn: '2027-03-31', owner: 'Ana' })
  })

  test('QA22: a row whose columns say the numbers keeps its title as it is', () => {
    const { rows } = parseRows(table(['Title', 'Baseline', 'Target'], ['Move from 2 to 3 sites by rail', '2', '3']), ctx)
    expect(rows[0]?.title).toBe('Move from 2 to 3 sites by rail')
  })
})

describe('rows without a header', () => {
  test('QA22: several columns are title, baseline, target, current, unit, due, owner, confidence', () => {
    const { rows } = parseRows(table(['Churn', '6', '4', '5', '%', '2027-03-31', 'Ana López', '70%']), ctx)
    expect(rows[0]).toMatchObject({
      title: 'Churn',
      metric: { baseline: 6, target: 4, current: 5, unit: '%' },
      dueOn: '2027-03-31',
      owner: 'Ana López',
      confidence: 0.7,
    })
  })

  test('QA22: one column is read line by line', () => {
    const lines = Array.from({ length: 20 }, (_, at) => `Key result ${at + 1}: 0 -> ${at + 10} points`)
    const { rows } = parseRows(lines.join('\n'), ctx)
    expect(rows).toHaveLength(20)
    expect(rows[19]).toMatchObject({ title: 'Key result 20', metric: { baseline: 0, target: 29, unit: 'points' } })
  })

  test('QA25: any text gives rows, each with a title', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(fc.array(fc.string()), { maxLength: 6 }).map((rows) => table(...rows)),
        ),
        (text) => {
          for (const { title } of parseRows(text, ctx).rows) expect(title).not.toBe('')
        },
      ),
      { numRuns: runs(1_000) },
    )
  })
})

describe('key results as rows', () => {
  const snapshot = makeSnapshot({})
  applyChanges(snapshot, documentToChanges(sample('2027-01-20', 'Sample company')))
  const keyResults = listOf(snapshot, 'keyResult')
  const text = keyResultRows(
    snapshot,
    keyResults.map(({ id }) => id),
  )

  test('QA26: have a header and one row each', () => {
    const rows = splitRows(text)
    expect(rows[0]).toEqual(['Key result', 'Baseline', 'Target', 'Current', 'Unit', 'Due', 'Owner', 'Confidence'])
    expect(rows).toHaveLength(keyResults.length + 1)
  })

  test('QA26: come back with the same title, numbers, band, owner and confidence', () => {
    const { rows } = parseRows(text, ctx)
    expect(rows).toHaveLength(keyResults.length)
    for (const [at, { title, metric, confidence }] of keyResults.entries()) {
      expect(rows[at]?.title).toBe(title)
      expect(rows[at]?.confidence).toBe(confidence)
      if (metric.kind === 'milestone' || metric.kind === 'ordinal') continue
      expect(rows[at]?.metric).toEqual('commit' in metric ? { ...metric, commit: null, stretch: null } : metric)
    }
  })
})

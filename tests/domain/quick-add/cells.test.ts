import { describe, expect, test } from 'vitest'
import { columnKeys, columnTitles, namedColumnKeys, readHeader } from '../../../lib/domain/quick-add/columns.ts'
import type { QuickAddContext } from '../../../lib/domain/quick-add/draft.ts'
import { isBlank, parseRows } from '../../../lib/domain/quick-add/rows.ts'
import { delimiterIn, joinRows, splitRows } from '../../../lib/domain/quick-add/tsv.ts'

const ctx: QuickAddContext = { today: '2027-01-20', cycle: { startsOn: '2027-01-01', endsOn: '2027-03-31' }, fiscalYearStartMonth: null }

/** The one row below a header. */
function row(header: readonly string[], cells: readonly string[]) {
  const { rows } = parseRows(`${header.join('\t')}\n${cells.join('\t')}`, ctx)
  expect(rows).toHaveLength(1)
  return rows[0]
}

describe('headers', () => {
  test('QA21: every column is known by its own title, whatever its case', () => {
    for (const key of namedColumnKeys)
      if (key !== 'title')
        for (const name of [columnTitles[key], columnTitles[key].toUpperCase(), ` ${key} `, `${columnTitles[key]}:`])
          expect(readHeader(['Key result', name])?.columns, name).toEqual(['title', key])
  })

  test.each([
    ['KR', 'title'],
    ['Measure', 'title'],
    ['Due  date', 'due'],
    ['Deadline', 'due'],
    ['Responsible', 'owner'],
    ['Start value', 'baseline'],
    ['Goal', 'target'],
    ['Actual', 'current'],
    ['Confidence (0-10)', 'confidence'],
    ['Team', 'node'],
    ['Share', 'weight'],
  ])('QA21: “%s” is another word for the column %s', (name, key) => {
    const [title, other] = key === 'title' ? ['Unit', 'unit'] : ['Title', 'title']
    expect(readHeader([title, name])?.columns).toEqual([other, key])
  })

  test('QA21: the order of the columns does not matter', () => {
    const header = columnKeys.map((key) => columnTitles[key])
    expect(readHeader([...header].reverse())?.columns).toEqual([...columnKeys].reverse())
  })

  test('QA21: of two columns with one name the first counts, the second is named', () => {
    expect(readHeader(['Title', 'Target', 'Goal'])).toEqual({ columns: ['title', 'target', null], unknown: ['Goal'] })
  })

  test('QA21: an empty heading is no unknown column', () => {
    expect(readHeader(['Title', '', 'Target'])).toEqual({ columns: ['title', null, 'target'], unknown: [] })
  })

  test.each([[['Churn', '6', '4']], [['Title', 'Budget']], [['Baseline', 'Target']], [['Churn']], [['constructor', '__proto__']]])(
    'QA22: %j is no header',
    (cells) => {
      expect(readHeader(cells)).toBeNull()
    },
  )

  test('QA21: a title alone is the header of one column', () => {
    expect(parseRows('Key result\nChurn 6 -> 4', ctx).rows.map(({ title }) => title)).toEqual(['Churn'])
  })
})

describe('cells of a row', () => {
  test.each(['', ' ', '-', '–', '—', '?', 'n/a', 'N/A', 'na', 'tbd', ' TBD '])('QA23: “%s” says nothing', (cell) => {
    expect(isBlank(cell)).toBe(true)
    expect(row(['Title', 'Owner', 'Target', 'Due'], ['Churn', cell, cell, cell])).toMatchObject({ owner: null, dueOn: null, unread: [] })
  })

  test.each(['0', 'no', '--', 'nah', 'Nadia', '??'])('QA23: “%s” says something', (cell) => {
    expect(isBlank(cell)).toBe(false)
  })

  test('QA23: a row without a title is left out, the others stay', () => {
    expect(parseRows('Title\tTarget\n\t5\nChurn\t4\n-\t3', ctx).rows.map(({ title }) => title)).toEqual(['Churn'])
  })

  test.each([
    ['yes', 'no', 0],
    ['done', 'done', 1],
    ['✓', '', null],
    ['Ja', 'Nein', 0],
    ['true', 'FALSE', 0],
  ])('QA24: target “%s” and current “%s” are done or not', (target, current, value) => {
    expect(row(['Title', 'Target', 'Current'], ['Page', target, current])?.metric).toEqual({ kind: 'boolean', current: value })
  })

  test.each([
    ['40..60', 40, 60, null],
    ['40 … 60', 40, 60, null],
    ['99.9..', 99.9, null, null],
    ['..5 %', null, 5, '%'],
    ['2 °C..8 °C', 2, 8, '°C'],
    ['-5..5', -5, 5, null],
  ])('QA24: target “%s” is a band', (target, lower, upper, unit) => {
    expect(row(['Title', 'Target'], ['Load', target])?.metric).toEqual({ kind: 'maintain', lower, upper, current: null, unit })
  })

  test.each(['..', '1..2..3', 'a..b'])('QA23: target “%s” is no band, and named', (target) => {
    expect(row(['Title', 'Target'], ['Load', target])?.unread).toEqual([{ column: 'target', text: target }])
  })

  test.each([
    ['6', '4', '', 'decrease'],
    ['4', '6', '', 'increase'],
    ['', '4', '6', 'decrease'],
    ['', '4', '', 'increase'],
    ['$1.2M', '$2M', '', 'increase'],
    ['-5', '-8', '', 'decrease'],
  ])('QA22: baseline “%s”, target “%s”, current “%s” is a metric to %s', (baseline, target, current, kind) => {
    expect(row(['Title', 'Baseline', 'Target', 'Current'], ['Churn', baseline, target, current])?.metric.kind).toBe(kind)
  })

  test('QA22: the column of the unit wins over the units beside numbers, and is cut to what a unit may be', () => {
    expect(row(['Title', 'Target', 'Unit'], ['Churn', '4%', 'points'])?.metric).toMatchObject({ target: 4, unit: 'points' })
    expect(row(['Title', 'Target', 'Unit'], ['Churn', '4', 'x'.repeat(60)])?.metric).toMatchObject({ unit: 'x'.repeat(40) })
  })

  test('QA22: cells win over what the title says', () => {
    const draft = row(
      ['Title', 'Owner', 'Due', 'Weight', 'Node', 'Objective'],
      ['Churn 6 -> 4 @ana by 31 mar *2', '@Kofi', '28.2.', '*3', '!sales', 'Win'],
    )
    expect(draft).toMatchObject({ title: 'Churn', owner: 'Kofi', dueOn: '2027-02-28', weight: 3, node: 'sales', objective: 'Win' })
  })

  test('QA23: a weight below zero, a confidence above everything and a day that is none are named', () => {
    expect(row(['Title', 'Weight', 'Confidence', 'Due'], ['Churn', '-1', '12', '31.2.'])?.unread.map(({ column }) => column)).toEqual([
      'due',
      'confidence',
      'weight',
    ])
  })

  test('QA20: a title of two lines in quotation marks is one title', () => {
    expect(row(['Title', 'Target'], ['"Reduce ""churn""\nat last"', '4'])?.title).toBe('Reduce "churn" at last')
  })
})

describe('what a spreadsheet would run', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '=HYPERLINK("http://example.org")'])('QA26: “%s” is written as text', (text) => {
    const written = joinRows([[text]])
    expect(written.replace(/^"/, '').startsWith("'")).toBe(true)
    expect(splitRows(written)).toEqual([[text]])
  })

  test('QA26: an apostrophe that somebody wrote stays', () => {
    for (const text of ["'tis", "it's", "'=x", "''", "'"]) expect(splitRows(joinRows([[text]]))).toEqual([[text]])
  })

  test('QA26: nothing is an empty cell, numbers are bare', () => {
    expect(joinRows([[null, 0, -1.5, 'a'], ['b']])).toBe('\t0\t-1.5\ta\nb')
  })
})

describe('files', () => {
  test.each([
    ['a\tb,c;d', '\t'],
    ['a,b\nc;d;e;f', ','],
    ['a;b,5;c', ';'],
    ['\n\na;b', ';'],
    ['a', ','],
    ['', ','],
  ] as const)('TB3: the cells of %j are parted by %j', (text, delimiter) => {
    expect(delimiterIn(text)).toBe(delimiter)
  })

  test('QA20: the sign that parts cells is text inside quotation marks', () => {
    expect(splitRows('"a,b",c\n"d;e";f', ',')).toEqual([['a,b', 'c'], ['"d;e";f']])
    expect(splitRows('"a;b";c', ';')).toEqual([['a;b', 'c']])
  })
})

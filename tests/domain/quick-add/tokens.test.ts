import { describe, expect, test } from 'vitest'
import type { QuickAddContext } from '../../../lib/domain/quick-add/draft.ts'
import { parseQuickAdd } from '../../../lib/domain/quick-add/quick-add.ts'
import { readConfidence } from '../../../lib/domain/quick-add/tokens.ts'

const ctx: QuickAddContext = { today: '2027-01-20', cycle: { startsOn: '2027-01-01', endsOn: '2027-03-31' }, fiscalYearStartMonth: null }
const read = (line: string) => parseQuickAdd(line, ctx)

describe('owners and nodes', () => {
  test.each([
    ['Win @ana', 'ana'],
    ['Win @ana.lopez', 'ana.lopez'],
    ['Win @"Ana López"', 'Ana López'],
    ['Win @[Ana López]', 'Ana López'],
    ['Win @" Ana "', 'Ana'],
    ['Win @Mei-Ling', 'Mei-Ling'],
    ['Win @o’neill', 'o’neill'],
    ['Win @jürgen', 'jürgen'],
    ['Win @東京', '東京'],
    ['@ana Win', 'ana'],
    ['Win, @ana', 'ana'],
  ])('QA5: the owner in “%s” is “%s”', (line, owner) => {
    expect(read(line)).toMatchObject({ owner, title: 'Win' })
  })

  test.each([
    ['Win !identity', 'identity'],
    ['Win !"New clients"', 'New clients'],
    ['Win ![New clients]', 'New clients'],
    ['!identity Win', 'identity'],
  ])('QA5: the node in “%s” is “%s”', (line, node) => {
    expect(read(line)).toMatchObject({ node, title: 'Win' })
  })

  test('QA5: a full stop behind a name belongs to the sentence', () => {
    expect(read('Ask @ana. Then win')).toMatchObject({ owner: 'ana', title: 'Ask . Then win' })
  })

  test('QA5: the first of each counts, the second stays in the title', () => {
    expect(read('Win @ana @kofi !a !b')).toMatchObject({ owner: 'ana', node: 'a', title: 'Win @kofi !b' })
  })

  test.each(['Mail ana@example.org', 'Win @', 'Win @ ana', 'Win @""', 'Win @"ana', 'Win @7up', 'Wow!', 'Win ! now', 'a!b', 'x @-'])(
    'QA5: nobody and nowhere is named in “%s”',
    (line) => {
      expect(read(line)).toMatchObject({ owner: null, node: null, title: line, spans: [] })
    },
  )

  test('QA5: nothing inside a quoted name is read as something else', () => {
    expect(read('Win @"6 -> 4 by 31 mar" !"*2 conf 7"')).toEqual({
      title: 'Win',
      metric: { kind: 'boolean', current: null },
      dueOn: null,
      owner: '6 -> 4 by 31 mar',
      node: '*2 conf 7',
      weight: null,
      confidence: null,
      spans: [
        { kind: 'owner', start: 4, end: 23 },
        { kind: 'node', start: 24, end: 36 },
      ],
    })
  })
})

describe('weights and confidences', () => {
  test.each([
    ['Win *2', 2],
    ['Win *0.5', 0.5],
    ['Win *0,5', 0.5],
    ['Win *0', 0],
    ['*3 Win', 3],
  ])('QA11: “%s” weighs %d', (line, weight) => {
    expect(read(line)).toMatchObject({ weight, title: 'Win' })
  })

  test.each(['Win 2*3', 'Win *', 'Win *2x', 'Win * 2', 'Win *-2', 'Win **2', 'Win *1234567'])('QA11: “%s” has no weight', (line) => {
    expect(read(line)).toMatchObject({ weight: null, title: line })
  })

  test.each([
    ['Win conf 7', 0.7],
    ['Win conf. 7', 0.7],
    ['Win conf: 7', 0.7],
    ['Win conf=7', 0.7],
    ['Win conf7', 0.7],
    ['Win confidence 7/10', 0.7],
    ['Win confidence 70%', 0.7],
    ['Win confidence 70 %', 0.7],
    ['Win CONF 0.7', 0.7],
    ['Win conf 0,65', 0.65],
    ['Win conf 6,5', 0.65],
    ['Win ~7', 0.7],
    ['Win ~70%', 0.7],
    ['Win conf 0', 0],
    ['Win conf 1', 0.1],
    ['Win conf 10', 1],
  ])('QA12: the confidence of “%s” is %d', (line, confidence) => {
    expect(read(line)).toMatchObject({ confidence, title: 'Win' })
  })

  test.each(['Win conf 11', 'Win conf 120%', 'Win confident 7', 'Win ~7 clients', 'Win conf', 'Win conf high', 'Win ~'])(
    'QA12: “%s” says no confidence',
    (line) => {
      expect(read(line)).toMatchObject({ confidence: null, title: line })
    },
  )

  test('QA12: a whole number is of ten, below one it is a share, never more than everything', () => {
    expect(['0', '1', '10', '0.5', '.5', '1.5', '100%', '0%', '3/10'].map(readConfidence)).toEqual([0, 0.1, 1, 0.5, 0.5, 0.15, 1, 0, 0.3])
    expect(['', '11', '101%', '-1', '7/100', '7 of 10', '1e1', 'NaN', '∞'].map(readConfidence)).toEqual(Array(9).fill(null))
  })
})

describe('spans', () => {
  test.each([
    ['Reduce churn 6% -> 4% by 31 mar @ana !customer *2 conf 7', ['6% -> 4%', 'by 31 mar', '@ana', '!customer', '*2', 'conf 7']],
    ['@ana !customer Churn: 6% -> 4%, by 31 mar', ['@ana', '!customer', ': 6% -> 4%', ', by 31 mar']],
    ['  Churn   6 -> 4   @ana  ', ['6 -> 4', '@ana']],
    ['Zürich 😀 6 -> 4 @ana', ['6 -> 4', '@ana']],
    ['Launch @ana steps: a, b', ['@ana', 'steps: a, b']],
    ['Page live? @ana', ['?', '@ana']],
    ['Page live ~7 by 31 mar', ['~7', 'by 31 mar']],
    ['Ship it in 3 weeks @ana ~8', ['in 3 weeks', '@ana', '~8']],
  ])('QA3: the spans of “%s” are exactly its marks', (line, marks) => {
    expect(read(line).spans.map(({ start, end }) => line.slice(start, end))).toEqual(marks)
  })

  test('QA3: spans say what was understood, in the order of the line', () => {
    expect(read('*2 conf 7 6 -> 4 by 31 mar !b @a x').spans.map(({ kind }) => kind)).toEqual([
      'weight',
      'confidence',
      'metric',
      'due',
      'node',
      'owner',
    ])
  })

  test('QA14: parts may stand in any order and mean the same', () => {
    const parts = ['6% -> 4%', 'by 31 mar', '@ana', '!customer', '*2', 'conf 7']
    const { spans: _, ...expected } = read(`Churn ${parts.join(' ')}`)
    for (let turn = 1; turn < parts.length; turn += 1) {
      const turned = [...parts.slice(turn), ...parts.slice(0, turn)]
      const { spans: __, ...draft } = read(`Churn ${turned.join(' ')}`)
      expect(draft, turned.join(' ')).toEqual(expected)
    }
  })
})

describe('hostile lines', () => {
  test.each([
    '__proto__',
    'constructor toString',
    '{{7*7}} <%= 7*7 %>',
    '<img src=x onerror=alert(1)>',
    "'; drop table key_result; --",
    '=cmd|/c calc',
    '\u202Egnirts',
    '\u0000\u0001',
    '\uD800',
    '((((((((((',
    '[[[[\\\\',
    '.*+?^$',
    '@@@@@@',
    '!!!!!!',
  ])('QA2: “%s” is a title and nothing else', (line) => {
    expect(read(line)).toMatchObject({ title: line.replaceAll(/\s+/g, ' ').trim(), owner: null, node: null, dueOn: null, spans: [] })
  })

  test('QA2: a name of the language is a name of a person', () => {
    expect(read('Win @__proto__')).toMatchObject({ owner: null, title: 'Win @__proto__' })
    expect(read('Win @constructor !toString')).toMatchObject({ owner: 'constructor', node: 'toString', title: 'Win' })
  })

  test('QA4: a line of exactly 2,000 characters is still read, one more is a title', () => {
    const line = `6 -> 4 ${'x'.repeat(1_993)}`
    expect(read(line).metric.kind).toBe('decrease')
    expect(read(`${line}x`).metric.kind).toBe('boolean')
  })
})

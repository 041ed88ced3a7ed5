import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type LineContext, parseLine } from '../../../lib/domain/ritual/line.ts'
import { writtenLine, writtenName } from '../../../lib/domain/ritual/line-written.ts'
import { runs } from '../../property-runs.ts'
import { record } from '../sketch.ts'

/** A Wednesday. */
const today = '2027-02-10'
const person = (id: string, name: string, email: string | null = null) => record('person', { id, name, email })
const people = [person('lee', 'Lee Chan'), person('ana', 'Ana López'), person('bob', 'Bob Ray'), person('bob2', 'Bob Stone')]
const context: LineContext = { people, today, weekStart: null }

const read = (line: string, more: Partial<LineContext> = {}) => {
  const { text, ownerId, dueOn } = parseLine(line, { ...context, ...more })
  return [text, ownerId, dueOn]
}

describe('a line that is said in a meeting', () => {
  test.each([
    ['@lee confirm legal review by fri', ['confirm legal review', 'lee', '2027-02-12']],
    ['Confirm legal review, by Friday @lee', ['Confirm legal review', 'lee', '2027-02-12']],
    ['by 12 mar @"Ana López": ask the auditors', ['ask the auditors', 'ana', '2027-03-12']],
    ['ask the auditors', ['ask the auditors', null, null]],
    ['  spaces   go ', ['spaces go', null, null]],
    ['@lee', ['', 'lee', null]],
  ])('WA60: %s', (line, expected) => {
    expect(read(line)).toEqual(expected)
  })

  test.each([
    ['Send it today', '2027-02-10'],
    ['Send it tomorrow @lee', '2027-02-11'],
    ['Send it by tomorrow, all of it', '2027-02-11'],
    ['Send it next week.', '2027-02-19'],
    ['Send it eow', '2027-02-12'],
    ['Send it by end of the week', '2027-02-12'],
    ['Send it, eom', '2027-02-28'],
    ['Send it next fri', '2027-02-19'],
    ['Send it by mon', '2027-02-15'],
  ])('WA61: %s', (line, day) => {
    const [text, , dueOn] = read(line)
    expect([String(text).startsWith('Send it'), dueOn]).toEqual([true, day])
  })

  test('WA61: a word for a day in the middle of a line is a word', () => {
    expect(read('Tell them what today is about')).toEqual(['Tell them what today is about', null, null])
    expect(read('The next week review is ours')).toEqual(['The next week review is ours', null, null])
  })

  test('WA62: the week ends on its Friday, and begins where the network lets it', () => {
    const on = (day: string, weekStart: LineContext['weekStart']) => ['x eow', 'x next week'].map((line) => read(line, { today: day, weekStart })[2])
    expect(on('2027-02-12', 'monday')).toEqual(['2027-02-12', '2027-02-19'])
    expect(on('2027-02-13', 'monday')).toEqual(['2027-02-19', '2027-02-19'])
    expect(on('2027-02-14', 1)).toEqual(['2027-02-19', '2027-02-19'])
    expect(on('2027-02-14', 'sunday')).toEqual(['2027-02-19', '2027-02-26'])
    expect(on('2027-02-13', 'saturday')).toEqual(['2027-02-19', '2027-02-26'])
  })

  test('WA63: dates as in a quick add; without a year the next one that fits', () => {
    expect(read('x by 2027-03-01')[2]).toBe('2027-03-01')
    expect(read('x by 1 feb')[2]).toBe('2028-02-01')
    expect(read('x in 2 weeks')[2]).toBe('2027-02-24')
  })

  test('WA64: a name that fits several people is offered, and one that fits nobody stays', () => {
    const several = parseLine('@bob call them by fri', context)
    expect(several).toMatchObject({ text: '@bob call them', ownerId: null, dueOn: '2027-02-12' })
    expect(several.chips[0]).toMatchObject({ kind: 'owner', personId: null, candidateIds: ['bob', 'bob2'] })
    expect(parseLine('@nobody call them', context)).toEqual({ text: '@nobody call them', ownerId: null, dueOn: null, chips: [] })
    expect(read('talk with @nobody eow')).toEqual(['talk with @nobody', null, '2027-02-12'])
  })

  test('WA65: a day or a name behind “to”, “for” or “from” belongs to the words', () => {
    for (const line of ['Move the launch to 3 March 2027', 'Plan for next week', 'Hand the keys over to @lee', 'Take it from @ana'])
      expect(read(line)).toEqual([line, null, null])
  })

  test('WA66: a line of more than 4,600 signs is left alone', () => {
    const long = `@lee ${'x'.repeat(4_600)} by fri`
    expect(parseLine(long, context)).toEqual({ text: long, ownerId: null, dueOn: null, chips: [] })
  })

  const words = fc.constantFrom(
    '@lee',
    '@bob',
    '@"Ana López"',
    'by fri',
    'tomorrow',
    'next week',
    'by 12 mar',
    'to',
    ',',
    '.',
    'report',
    'É',
    '👍',
    '@',
    '"',
  )
  const anyLine = fc.oneof(
    fc.array(words, { maxLength: 8 }).map((parts) => parts.join(' ')),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
  )

  test('WA66: parts have their place in the line, in order, and do not overlap; nothing that was not understood is lost', () => {
    fc.assert(
      fc.property(anyLine, (line) => {
        const { chips, text, ownerId, dueOn } = parseLine(line, context)
        let end = 0
        for (const chip of chips) {
          expect(chip.start).toBeGreaterThanOrEqual(end)
          expect(chip.end).toBeGreaterThan(chip.start)
          end = chip.end
        }
        expect(end).toBeLessThanOrEqual(line.length)
        expect(chips.some((chip) => chip.kind === 'owner' && chip.personId !== null)).toBe(ownerId !== null)
        expect(chips.some(({ kind }) => kind === 'due')).toBe(dueOn !== null)
        const taken = chips.filter((chip) => chip.kind === 'due' || chip.personId !== null)
        const rest = taken.reduce((left, chip) => left.slice(0, chip.start) + ' '.repeat(chip.end - chip.start) + left.slice(chip.end), line)
        expect(text.replaceAll(/[\s,;:]/gu, '')).toBe(rest.replaceAll(/[\s,;:]/gu, ''))
      }),
      { numRuns: runs(300) },
    )
  })
})

describe('names of several words, of any script, of people who share one', () => {
  const names: Readonly<Record<string, string>> = {
    zanele: 'Zanele Dlamini',
    fatima: 'Fatima Zahra Benali',
    leeAnn: 'Lee Ann',
    leeChan: 'Lee Chan',
    lee: 'Lee',
    sean: 'Seán O’Brien',
    bill: 'William "Bill" Grant',
    wei: '王伟',
    meera: 'मीरा शर्मा',
    umar: 'عُمر الفاروق',
    sam: 'Sammy Davis Jr.',
    fox: '🦊',
  }
  const everybody = Object.entries(names).map(([id, name]) => person(id, name))
  const among = (line: string, more: Partial<LineContext> = {}) => read(line, { people: everybody, ...more })

  test.each([
    ['@Zanele Dlamini Call the third client by 2026-12-01', ['Call the third client', 'zanele', '2026-12-01']],
    ['@Fatima Zahra Benali Ask the ward by fri', ['Ask the ward', 'fatima', '2027-02-12']],
    ['@fatima zahra ask the ward', ['ask the ward', 'fatima', null]],
    ['@Lee Ann confirm by fri', ['confirm', 'leeAnn', '2027-02-12']],
    ['@lee chan: confirm', ['confirm', 'leeChan', null]],
    ['@lee chandler is there', ['chandler is there', 'lee', null]],
    ['Ask the ward, @Zanele Dlamini.', ['Ask the ward.', 'zanele', null]],
    ["@sean o'brien call", ['call', 'sean', null]],
    ['@O’Brien call', ['call', 'sean', null]],
    ['@William "Bill" Grant call', ['call', 'bill', null]],
    ['@王伟 call', ['call', 'wei', null]],
    ['@王伟确认合同', ['确认合同', 'wei', null]],
    ['@मीरा call', ['call', 'meera', null]],
    ['@मीरा शर्मा call', ['call', 'meera', null]],
    ['@عُمر call', ['call', 'umar', null]],
    ['@Sammy Davis Jr. call', ['call', 'sam', null]],
    ['@🦊 call', ['call', 'fox', null]],
    ['@Lee Ann 👍 call', ['👍 call', 'leeAnn', null]],
    ['@1 and @Zanele Dlamini call', ['@1 and @Zanele Dlamini call', null, null]],
    ['@1 : @Zanele Dlamini call', ['@1 : call', 'zanele', null]],
    ['write to x by fri@example.org', ['write to x by fri@example.org', null, null]],
  ])('WA67: %s', (line, expected) => {
    expect(among(line)).toEqual(expected)
  })

  test('WA67: of two people with one name it is the one who was chosen; nobody is guessed', () => {
    const two = [person('a', 'Lee Ann', 'a@example.org'), person('b', 'Lee Ann'), person('c', 'Lee Chan')]
    const line = '@"Lee Ann" confirm by fri'
    expect(parseLine(line, { ...context, people: two }).chips[0]).toMatchObject({ personId: null, candidateIds: ['a', 'b'] })
    expect(read(line, { people: two, chosenId: 'b' })).toEqual(['confirm', 'b', '2027-02-12'])
    expect(read('@Lee confirm', { people: two, chosenId: 'b' })).toEqual(['@Lee confirm', null, null])
  })

  test('WA67: a name is written so that what follows is not read as a part of it', () => {
    const written = (id: string) => writtenName(person(id, String(names[id])), everybody)
    expect(['wei', 'lee', 'zanele', 'bill'].map(written)).toEqual(['@王伟', '@"Lee"', '@"Zanele Dlamini"', '@"William ”Bill” Grant"'])
    expect(among(`${written('lee')} Chan has to sign`)).toEqual(['Chan has to sign', 'lee', null])
  })

  const anyName = fc.oneof(
    fc.constantFrom(...Object.values(names)),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).map((name) => `${name.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim()}x`),
    fc
      .array(fc.constantFrom('Lee', 'Ann', "O'Neil", 'by', 'Ben-Ami', 'É', 'José', 'Jose', '李', 'ж', 'Dr.'), { minLength: 1, maxLength: 4 })
      .map((parts) => parts.join(' ')),
  )
  const anyText = fc.oneof(
    fc
      .array(
        fc.constantFrom('@lee', '@"Lee Ann"', '@Lee', 'Ann', 'by fri', 'by', 'fri', 'to', 'tomorrow', '3 March', 'call', '.', '@', '"', '王伟'),
        { maxLength: 7 },
      )
      .map((parts) => parts.join(' ')),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
  )
  const anyDay = fc.option(fc.integer({ min: 0, max: 40_000 }).map((days) => new Date(Date.UTC(2000, 0, 1 + days)).toISOString().slice(0, 10)))

  test('WA67: an entry that is opened to be corrected and left as it is stays as it is', () => {
    fc.assert(
      fc.property(fc.array(anyName, { minLength: 1, maxLength: 6 }), anyText, anyDay, fc.nat(6), (all, said, dueOn, at) => {
        const staff = all.map((name, place) => person(`p${place}`, name))
        const ownerId = staff[at]?.id ?? null
        const there: LineContext = { people: staff, today, weekStart: null, chosenId: ownerId }
        const { text } = parseLine(said, there)
        // such words are those of an entry: nothing in them is read as somebody or a day
        const again = parseLine(text, there)
        fc.pre(text !== '' && again.text === text && again.ownerId === null && again.dueOn === null)
        const line = writtenLine({ text, ownerId, dueOn }, staff)
        expect(parseLine(line, there)).toMatchObject({ text, ownerId, dueOn })
      }),
      { numRuns: runs(300) },
    )
  })
})

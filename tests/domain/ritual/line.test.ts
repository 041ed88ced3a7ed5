import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type LineContext, parseLine } from '../../../lib/domain/ritual/line.ts'
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

  test('WA66: a line of more than 4,000 signs is left alone', () => {
    const long = `@lee ${'x'.repeat(4_000)} by fri`
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

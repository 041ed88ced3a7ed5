import { describe, expect, test } from 'vitest'
import { assess } from '../../../../lib/domain/okr/assess.ts'
import { toCard } from '../../../../lib/domain/ritual/output/card.ts'
import { toHtml } from '../../../../lib/domain/ritual/output/html.ts'
import { toMarkdown } from '../../../../lib/domain/ritual/output/markdown.ts'
import { minutesOf } from '../../../../lib/domain/ritual/output/minutes.ts'
import { outputOf } from '../../../../lib/domain/ritual/output/of.ts'
import type { OutputEntry, RitualOutput } from '../../../../lib/domain/ritual/output/output.ts'
import { toText } from '../../../../lib/domain/ritual/output/text.ts'
import { get, type Snapshot } from '../../../../lib/domain/snapshot.ts'
import { ritualKinds } from '../../../../lib/domain/vocabulary.ts'
import { needsNetwork } from '../../sketch.ts'

const stop = (id: string, sentence: string, more: object = {}) => ({
  id,
  section: 'promises',
  subject: 'dependency',
  about: 'gone',
  sentence,
  ...more,
})
const seen = (seconds: number) => ({ seenAt: '2027-02-08T09:10:00Z', seconds })
const item = (id: string, kind: string, more: object = {}) => ({ id, ritualId: 'walk', kind, text: id, at: '2027-02-08T09:10:00Z', ...more })
const action = (id: string, more: object = {}) => item(id, 'action', { status: 'open', ...more })

const walk = {
  id: 'walk',
  title: 'Walk 2027-02-08',
  state: 'closed',
  at: '2027-02-08T09:00:00Z',
  closedAt: '2027-02-08T09:27:10Z',
  facilitatorId: 'ana',
  attendeeIds: ['ana', 'lee'],
  guests: 2,
  expected: 31,
  agenda: [
    stop('s1', 'SSO is 12 days late.', seen(95)),
    stop('s2', 'Nobody has spoken of it.', { section: 'stale' }),
    stop('s3', 'It fell.', { section: 'fell', ...seen(60) }),
    stop('s4', 'It rose.', { section: 'wins' }),
  ],
}
const last = { id: 'last', state: 'closed', at: '2027-02-01T09:00:00Z', closedAt: '2027-02-01T09:30:00Z' }

function network(more: Parameters<typeof needsNetwork>[2] = {}): Snapshot {
  return needsNetwork({ a: {} }, [], {
    person: [
      { id: 'ana', name: 'Ana' },
      { id: 'lee', name: 'Lee' },
    ],
    ritual: [last, walk],
    ritualItem: [
      item('Release SSO', 'decision', { dueOn: '2027-02-22' }),
      action('Call legal', { ownerId: 'lee', dueOn: '2027-02-09' }),
      action('Nobody’s'),
      action('Finished', { ownerId: 'ana', dueOn: '2027-02-09', status: 'done', settledAt: '2027-02-09T09:00:00Z' }),
      item('Offices', 'parked', { status: 'open' }),
      item('Well said', 'note'),
      { ...action('Was late'), ritualId: 'last', dueOn: '2027-02-05', status: 'done', settledAt: '2027-02-08T10:00:00Z' },
      { ...action('Was done'), ritualId: 'last', status: 'done', settledAt: '2027-02-08T09:01:00Z' },
    ],
    ...more,
  })
}

function minutes(snapshot = network(), today = '2027-02-10'): RitualOutput {
  return minutesOf(snapshot, get(snapshot, 'ritual', 'walk'), assess(snapshot, { today, cycleId: 'q' }))
}

const reading = (snapshot: Snapshot) => ({ assessment: assess(snapshot, { today: '2027-02-10', cycleId: 'q' }), now: '2027-02-10T09:00:00Z' })

function entriesOf({ sections }: RitualOutput, id: string): readonly OutputEntry[] {
  return sections.find((section) => section.id === id)?.entries ?? []
}

const titles = (list: readonly OutputEntry[]) => list.map(({ mark, text }) => (mark ? `${mark}: ${text}` : text))

describe('the minutes of a walk', () => {
  test('MN1: one sentence counts stops that were looked at, decisions, actions, and what is parked', () => {
    expect(minutes()).toMatchObject({ title: 'Walk 2027-02-08', day: '2027-02-08', lead: '2 stops, 1 decision, 3 actions, 1 parked.' })
  })

  test('MN2: decisions, notes and what is parked, with owner and day where they were given', () => {
    const all = minutes()
    expect(entriesOf(all, 'decisions')).toEqual([{ text: 'Release SSO', due: '2027-02-22', about: null }])
    expect([entriesOf(all, 'notes'), entriesOf(all, 'parked')].map(titles)).toEqual([['Well said'], ['Offices']])
  })

  test('MN3: an action says who and by when, or that this is missing; late ones and done ones are marked as they are now', () => {
    expect(entriesOf(minutes(), 'actions')).toEqual([
      { text: 'Call legal', mark: 'late', owner: 'lee', due: '2027-02-09', about: null },
      { text: 'Nobody’s', owner: null, due: null, about: null },
      { text: 'Finished', mark: 'done', owner: 'ana', due: '2027-02-09', about: null },
    ])
    expect(titles(entriesOf(minutes(network(), '2027-02-09'), 'actions'))).toEqual(['Call legal', 'Nobody’s', 'done: Finished'])
  })

  test('MN4: actions of last time as they stood at the close', () => {
    expect(titles(entriesOf(minutes(), 'reviewed'))).toEqual(['late: Was late', 'done: Was done'])
  })

  test('MN5: stops in their frozen order with their time, whatever became of what they speak of', () => {
    expect(titles(entriesOf(minutes(), 'stops'))).toEqual(['Broken or late: SSO is 12 days late. (1:35)', 'Confidence fell: It fell. (1:00)'])
  })

  test('WA36: a past walk is told in the order in which it was walked', () => {
    const agenda = ['c', 'a', 'b'].map((id) => stop(id, `${id}.`, seen(10)))
    const snapshot = network({ ritual: [{ ...walk, agenda }] })
    expect(entriesOf(minutes(snapshot), 'stops').map(({ text }) => text)).toEqual(['c. (0:10)', 'a. (0:10)', 'b. (0:10)'])
  })

  test('MN6: what was not reached, and whether there was more', () => {
    const section = (all: RitualOutput) => all.sections.find(({ id }) => id === 'notReached')
    expect(section(minutes())).toMatchObject({ title: 'Not reached (1)', entries: [{ text: 'Nobody has spoken of it.' }] })
    expect(section(minutes())?.note).toBeUndefined()
    const agenda = Array.from({ length: 24 }, (_, at) => stop(`s${at}`, `${at}.`, at < 20 ? seen(5) : {}))
    expect(section(minutes(network({ ritual: [{ ...walk, agenda }] })))).toMatchObject({
      title: 'Not reached (4)',
      note: expect.stringContaining('more'),
    })
  })

  test('MN7-MN8: wins, and how much needed no word', () => {
    const all = minutes()
    expect(titles(entriesOf(all, 'wins'))).toEqual(['It rose.'])
    expect(all.sections.at(-1)).toMatchObject({
      title: 'Not discussed, as expected (31)',
      note: '31 key results went as expected and needed no word.',
    })
  })

  test('MN9: who was there, who led, how long', () => {
    expect(minutes().facts).toEqual([
      { label: 'Attendance', value: '{person:ana}, {person:lee}, 2 guests' },
      { label: 'Led by', value: '{person:ana}' },
      { label: 'Time', value: '27 minutes' },
    ])
  })

  test('MN13: the calendar holds open actions with a day', () => {
    expect(minutes().calendar).toEqual([{ id: 'Call legal', on: '2027-02-09', title: 'Call legal', text: '{person:lee} does it.\nWalk 2027-02-08' }])
  })

  test('MN8: a walk in which nothing was said says so', () => {
    const snapshot = network({ ritual: [{ ...walk, agenda: [], expected: 1 }], ritualItem: [] })
    expect(minutes(snapshot).sections.map(({ note }) => note)).toEqual([
      'Nothing was decided.',
      'Nobody took anything on.',
      '1 key result went as expected and needed no word.',
    ])
  })

  test('MN12: each kind of ritual has an output with the same parts', () => {
    for (const kind of ritualKinds) {
      const phase = { plan: 'lobby', walk: 'close', check: 'done', coffee: 'questions' }[kind]
      const snapshot = network({ ritual: [{ ...walk, kind, phase, cycleId: 'q', nodeId: 'node_a', agenda: [] }] })
      const output = outputOf(snapshot, get(snapshot, 'ritual', 'walk'), reading(snapshot))
      expect([output.kind, output.title, output.day]).toEqual([kind, walk.title, '2027-02-08'])
      expect(output.lead).not.toBe('')
    }
  })

  test('MN14: what had changed since the walk before, where both moments are known', () => {
    const at = (current: number) => needsNetwork({ a: { metric: { kind: 'increase', baseline: 0, target: 100, current } } }, [])
    const snapshot = network()
    const told = (past: object) => outputOf(snapshot, get(snapshot, 'ritual', 'walk'), { ...reading(snapshot), ...past }).facts[0]
    expect(told({ base: at(10), closed: at(30) })).toEqual({ label: 'Since the last walk', value: '1 key result up' })
    expect(told({ base: at(10) })).toMatchObject({ label: 'Attendance' })
  })

  test('MN15: a coffee tells its answers in the order in which they are asked', () => {
    const said = (key: string, text: string) => item(key, 'answer', { key, text })
    const snapshot = network({
      ritual: [{ ...walk, kind: 'coffee', phase: 'questions', nodeId: 'node_a', agenda: [] }],
      ritualItem: [said('commitment', 'Two slots'), said('job', 'Nurses find a bed'), item('later', 'note')],
    })
    const { lead, sections } = outputOf(snapshot, get(snapshot, 'ritual', 'walk'), reading(snapshot))
    expect([lead, sections[0]?.entries]).toEqual([
      'What was agreed with node_a.',
      [
        { mark: 'The job to be done', text: 'Nurses find a bed' },
        { mark: 'Promised first', text: 'Two slots' },
      ],
    ])
  })

  test('MN15: with the day of the first promise, who gives it, and that day for the calendar', () => {
    const promise = { key: 'commitment', subject: 'dependency', about: 'd1', nodeId: 'node_a', dueOn: '2027-02-20' }
    const told = (more: object) => {
      const coffee = { ...walk, kind: 'coffee', phase: 'questions', nodeId: 'node_a', agenda: [] }
      const tables = { ritual: [coffee], ritualItem: [item('Two slots', 'answer', { ...promise, ...more })] }
      const snapshot = needsNetwork({ a: {}, b: {} }, [{ supplier: 'a', consumer: 'b', what: 'Two slots' }], tables)
      const { sections, calendar } = outputOf(snapshot, get(snapshot, 'ritual', 'walk'), reading(snapshot))
      return [sections[0]?.entries?.[0], calendar]
    }
    const about = { entity: 'dependency', id: 'd1' }
    expect(told({})).toEqual([
      { mark: 'Promised first', text: 'Two slots (asked of node_a)', due: '2027-02-20', about },
      [{ id: 'd1', on: '2027-02-20', title: 'Two slots', text: 'Two slots (asked of node_a)\nWalk 2027-02-08' }],
    ])
    expect(told({ nodeId: 'node_b' })[0]).toMatchObject({ text: 'Two slots (offered by node_b)' })
    expect(told({ about: 'gone' })[1]).toEqual([])
  })

  test('MN16: each entry says what it is about, by its name of now, or of the agenda where it is gone', () => {
    const on = (subject: string, about: string) => ({ subject, about })
    const tables = {
      ritual: [{ ...walk, agenda: [stop('s1', 'Ops declined “Night rota”, which “Beds” needs.', { about: 'away', ...seen(60) })] }],
      ritualItem: [
        item('Accept a slip', 'decision', on('keyResult', 'b')),
        item('Ask again for SSO', 'decision', on('dependency', 'd1')),
        item('Ask the ward', 'decision', on('dependency', 'd1')),
        item('Leave it', 'decision', on('dependency', 'away')),
        item('Nothing of it', 'decision', on('keyResult', 'gone')),
        action('Call legal', { ...on('dependency', 'd2'), dueOn: '2027-02-12' }),
        { ...action('Was late'), ritualId: 'last', dueOn: '2027-02-05', ...on('keyResult', 'b') },
      ],
    }
    const needs = [
      { supplier: 'a', consumer: 'b', what: 'SSO' },
      { supplier: 'a', consumer: 'b', what: '' },
    ]
    const snapshot = needsNetwork({ a: {}, b: { title: 'Days to go live' } }, needs, { ...tables, ritual: [last, ...tables.ritual] })
    const output = outputOf(snapshot, get(snapshot, 'ritual', 'walk'), reading(snapshot))
    expect(entriesOf(output, 'decisions').map((entry) => entry.on)).toEqual(['Days to go live', undefined, 'SSO', 'Night rota', undefined])
    expect(entriesOf(output, 'actions')[0]?.on).toBe('Days to go live')
    expect(entriesOf(output, 'reviewed')[0]?.on).toBe('Days to go live')
    expect(output.calendar[0]?.text).toMatch(/^On “Days to go live”\.\n/)
    const rendering = { nameOf: () => null }
    const card = (shape: 'slack' | 'teams') => JSON.stringify(toCard(output, shape, rendering))
    expect(toMarkdown(output, rendering)).toContain('- Accept a slip (on “Days to go live”)')
    expect(toText(output, rendering)).toContain('* Call legal (on “Days to go live”, nobody yet, by 12 Feb)')
    expect(toHtml(output, rendering)).toContain('(on “Night rota”)')
    for (const shape of ['slack', 'teams'] as const) expect(card(shape)).toContain('Ask the ward (on “SSO”)')
  })
})

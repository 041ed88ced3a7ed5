import { describe, expect, test } from 'vitest'
import type { Change } from '../../../lib/domain/change.ts'
import type { EntityName } from '../../../lib/domain/ids.ts'
import { type Digest, digestMail } from '../../../lib/domain/notify/digest.ts'
import { lastDue } from '../../../lib/domain/notify/digest-time.ts'
import { eventSentence } from '../../../lib/domain/notify/event-words.ts'
import { eventsOf, type WebhookEvent } from '../../../lib/domain/notify/events.ts'
import { notificationKinds } from '../../../lib/domain/notify/kinds.ts'
import { type Kept, tellingOf } from '../../../lib/domain/notify/telling.ts'
import { applyChanges, find, type Snapshot } from '../../../lib/domain/snapshot.ts'
import { promiseMoves } from '../../../lib/domain/vocabulary.ts'
import { needsNetwork, record } from '../sketch.ts'

type Loose = Readonly<Record<string, unknown>>

function network(): Snapshot {
  return needsNetwork(
    { give: { title: 'Leads' }, take: { title: 'Clients', node: 'node_care' } },
    [{ supplier: 'give', consumer: 'take', what: 'Good leads', state: 'requested', neededOn: '2027-03-01' }],
    {
      person: [{ id: 'ana', name: 'Ana', email: 'ana@example.org' }],
      comment: [{ id: 'c', subject: 'keyResult', subjectId: 'give', personId: 'ana', text: 'A private text', at: '2027-02-01T09:00:00Z' }],
      proposal: [{ id: 'prop', title: 'Add “Events”', personId: 'ana', state: 'accepted' }],
      participation: [{ id: 'p', nodeId: 'node_care', personId: 'ana', tier: 'lead' }],
    },
  )
}

function kept(kind: Kept['kind']): Kept {
  const common = { actor: 'ana/token_1', gone: null, role: 'editor', at: '2027-02-10T09:00:00Z' } as const
  if (kind.startsWith('promise.')) return { kind, ...common, subject: 'dependency', subjectId: 'd1' }
  if (kind.startsWith('comment.')) return { kind, ...common, subject: 'comment', subjectId: 'c' }
  if (kind === 'owner.became') return { kind, ...common, subject: 'keyResult', subjectId: 'give' }
  if (kind.startsWith('proposal.')) return { kind, ...common, subject: 'proposal', subjectId: 'prop' }
  if (kind === 'node.joined') return { kind, ...common, subject: 'participation', subjectId: 'p' }
  if (kind === 'webhook.disabled') return { kind, ...common, actor: 'weft', subject: 'webhook', subjectId: 'hook', title: 'Warehouse' }
  return { kind, ...common, subject: 'person', subjectId: 'ana' }
}

describe('notifications', () => {
  test('NO13: every kind is one sentence of its own, with names and without an id', () => {
    const sentences = notificationKinds.map((kind) => tellingOf(network(), kept(kind)).sentence)
    expect(new Set(sentences).size).toBe(notificationKinds.length)
    for (const sentence of sentences) {
      expect(sentence).toMatch(/^[A-Z“].*\.$/)
      expect(sentence).not.toMatch(/undefined|null|d1|ana\/|token|A private text/)
      expect(sentence).toMatch(/Ana|Warehouse|your key results/)
    }
    expect(notificationKinds).toHaveLength(promiseMoves.length + 22)
  })

  test('NO13: sentences word by word', () => {
    const say = (kind: Kept['kind']) => tellingOf(network(), kept(kind)).sentence
    expect(say('promise.request')).toBe('Ana asks node_give for “Good leads”, which node_care needs.')
    expect(say('comment.mention')).toBe('Ana mentioned you at key result “Leads”.')
    expect(say('owner.became')).toBe('Ana made you the owner of key result “Leads”.')
    expect(say('role.changed')).toBe('Ana gave you the role editor.')
    expect(say('proposal.made')).toBe('Ana proposes something about your node: Add “Events”.')
    expect(say('proposal.decided')).toBe('Ana accepted the proposal “Add “Events””.')
    expect(say('webhook.disabled')).toBe('The webhook “Warehouse” was switched off, because it did not answer. Its deliveries can be sent again.')
  })

  test('NO14: what is gone is told by its last name and leads nowhere; what nobody knows is told all the same', () => {
    const snapshot = network()
    const gone = find(snapshot, 'dependency', 'd1') ?? null
    snapshot.tables.dependency.clear()
    expect(tellingOf(snapshot, { ...kept('promise.deleted'), gone })).toEqual({ sentence: expect.stringContaining('“Good leads”'), path: null })
    expect(tellingOf(snapshot, kept('promise.deleted'))).toEqual({ sentence: expect.stringContaining('“a promise that is gone”'), path: null })
    for (const kind of notificationKinds) expect(tellingOf(network(), { ...kept(kind), subjectId: 'nobody' }).sentence).toMatch(/\.$/)
  })

  test('NO15: what is there leads to a page of the network', () => {
    const path = (kind: Kept['kind']) => tellingOf(network(), kept(kind)).path
    expect([path('promise.counter'), path('comment.reply'), path('node.joined')]).toEqual([
      'inbox?sel=need%3Ad1',
      'outline?sel=kr%3Agive',
      'map?sel=node%3Anode_care',
    ])
    expect(path('proposal.made')).toBe('review?proposal=prop')
    expect([path('webhook.disabled'), path('role.changed'), path('member.joined')]).toEqual(['settings', 'people', 'people?sel=person%3Aana'])
  })
})

const made = (entity: EntityName, given: Loose): Change => ({ entity, id: String(given['id']), before: null, after: record(entity, given) })

function events(changes: readonly Change[], snapshot = network()): readonly WebhookEvent[] {
  applyChanges(snapshot, changes)
  return eventsOf(snapshot, changes)
}

const move = (name: string) =>
  made('promiseMove', { id: 'm', dependencyId: 'd1', move: name, to: 'promised', side: 'supplier', at: '2027-02-10T09:00:00Z' })

describe('events', () => {
  test('NO20: a request and an offer ask, every other move moves', () => {
    for (const name of promiseMoves) {
      const [event] = events([move(name)])
      expect([name, event?.type]).toEqual([name, name === 'request' || name === 'offer' ? 'promise.asked' : 'promise.moved'])
      expect(event?.data).toMatchObject({ move: name, dependency: { id: 'd1', name: 'Good leads' }, consumer: { keyResult: { name: 'Clients' } } })
    }
    const snapshot = network()
    const need = find(snapshot, 'dependency', 'd1')
    const [gone] = events([{ entity: 'dependency', id: 'd1', before: need ?? null, after: null }], snapshot)
    expect(gone).toMatchObject({ type: 'promise.moved', data: { move: null, dependency: { name: 'Good leads' } } })
  })

  test('NO21: each new comment and check-in is an event; an edited comment is none', () => {
    const comment = made('comment', { id: 'n', subject: 'node', subjectId: 'node_care', text: 'x', at: '2027-02-10T09:00:00Z' })
    const checkIn = made('checkIn', { id: 'k', keyResultId: 'give', value: 3, confidence: 0.75, at: '2027-02-10T09:00:00Z' })
    expect(events([comment, checkIn]).map(({ type }) => type)).toEqual(['comment.added', 'checkin.added'])
    expect(events([{ entity: 'comment', id: 'c', before: { text: 'A private text' }, after: { text: 'y' } }])).toEqual([])
  })

  test('NO22: structure is one event with its counts and at most 50 records', () => {
    const nodes = Array.from({ length: 60 }, (_, at) => made('node', { id: `n${at}`, areaId: 'area', name: `Node ${at}` }))
    const renamed: Change = { entity: 'node', id: 'node_care', before: { name: 'node_care' }, after: { name: 'Care' } }
    const [event, ...rest] = events([renamed, ...nodes])
    expect(rest).toEqual([])
    expect(event).toMatchObject({ type: 'structure.changed', data: { added: 60, changed: 1, deleted: 0, left: 11 } })
    expect(event?.type === 'structure.changed' && event.data.records.length).toBe(50)
  })

  test('NO23: a check-in, a place and a move are no change of structure', () => {
    expect(
      events([
        { entity: 'keyResult', id: 'give', before: { 'metric.current': 0, confidence: null }, after: { 'metric.current': 1, confidence: 0.5 } },
      ]),
    ).toEqual([])
    expect(events([{ entity: 'node', id: 'node_care', before: { rank: 1, position: null }, after: { rank: 2, position: { x: 1, y: 1 } } }])).toEqual(
      [],
    )
    expect(events([{ entity: 'dependency', id: 'd1', before: { state: 'requested' }, after: { state: 'promised' } }, move('promise')])).toHaveLength(
      1,
    )
  })

  test('NO24: no name of a person, no address and no text of a comment is in an event', () => {
    const comment = made('comment', {
      id: 'n',
      subject: 'node',
      subjectId: 'node_care',
      text: 'A private text @[ana]',
      mentionIds: ['ana'],
      personId: 'ana',
      at: '2027-02-10T09:00:00Z',
    })
    const person = made('person', { id: 'bo', name: 'Bo Secret', email: 'bo@example.org' })
    const participation = made('participation', { id: 'p9', nodeId: 'node_care', personId: 'bo', tier: 'core' })
    const text = JSON.stringify(events([comment, person, participation, move('decline')]))
    expect(text).not.toMatch(/Bo Secret|@|Ana|private/)
    expect(text).toContain('p9')
  })

  test('NO25: for a channel each event is a sentence', () => {
    const checkIn = made('checkIn', { id: 'k', keyResultId: 'give', value: 3, confidence: 0.75, at: '2027-02-10T09:00:00Z' })
    const [first] = events([checkIn])
    expect(first && eventSentence(first, 'Ana')).toMatch(/^Ana checked in on “Leads” of .+: 3, confidence 7\.5 of 10\.$/)
    const [asked] = events([move('request')])
    expect(asked && eventSentence(asked, 'Ana')).toMatch(/^Ana asks .+ for “Good leads”, which .+ needs\. Needed by 2027-03-01\.$/)
    const [added] = events([made('node', { id: 'n', areaId: 'area', name: 'New' })])
    expect(added && eventSentence(added, 'Ana')).toBe('Ana changed the structure, one record (1 added): node “New”.')
  })
})

const at = (text: string) => Date.parse(text)
const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString())

describe('the digest', () => {
  test('NO30: is due at 07:00 of the network, on the days when the clocks change, too', () => {
    const due = (timeZone: string | null, now: string) => iso(lastDue({ timeZone, weekStart: null }, 'daily', at(now)))
    expect(due('Europe/Berlin', '2027-02-10T05:59:59Z')).toBe('2027-02-09T06:00:00.000Z')
    expect(due('Europe/Berlin', '2027-02-10T06:00:00Z')).toBe('2027-02-10T06:00:00.000Z')
    expect(due('Europe/Berlin', '2027-03-28T12:00:00Z')).toBe('2027-03-28T05:00:00.000Z')
    expect(due('Europe/Berlin', '2027-10-31T12:00:00Z')).toBe('2027-10-31T06:00:00.000Z')
    expect(due('Pacific/Kiritimati', '2027-02-09T17:00:00Z')).toBe('2027-02-09T17:00:00.000Z')
    expect(due('America/St_Johns', '2027-07-01T09:29:59Z')).toBe('2027-06-30T09:30:00.000Z')
    expect(due(null, '2027-02-10T07:00:00Z')).toBe('2027-02-10T07:00:00.000Z')
  })

  test('NO31: a weekly one is due on the day on which the week starts', () => {
    const due = (weekStart: Parameters<typeof lastDue>[0]['weekStart']) =>
      iso(lastDue({ timeZone: null, weekStart }, 'weekly', at('2027-02-10T12:00:00Z')))?.slice(0, 10)
    expect([due(null), due('monday'), due(1)]).toEqual(['2027-02-08', '2027-02-08', '2027-02-08'])
    expect([due('sunday'), due(0), due(7)]).toEqual(['2027-02-07', '2027-02-07', '2027-02-07'])
    expect([due('wednesday'), due(3), due('thursday'), due('saturday')]).toEqual(['2027-02-10', '2027-02-10', '2027-02-04', '2027-02-06'])
  })

  test('NO32: nothing is due where it is off', () => {
    expect(lastDue({ timeZone: null, weekStart: null }, 'off', at('2027-02-10T12:00:00Z'))).toBeNull()
  })

  const digest: Digest = {
    networkName: 'Bright',
    choice: 'daily',
    waiting: [{ sentence: 'Care waits', link: 'https://w/inbox', answers: [{ label: 'Promise', link: 'https://w/answer/a?x=1&y=2' }] }],
    left: 0,
    happened: [{ sentence: 'Ana commented', link: null }],
    session: null,
    inboxLink: 'https://w/inbox',
    settingsLink: 'https://w/settings',
  }

  test('NO33: there is no mail where nothing waits', () => {
    expect(digestMail({ ...digest, waiting: [] })).toBeNull()
  })

  test('NO34: text and HTML say the same', () => {
    const mail = digestMail(digest)
    expect(mail?.subject).toBe('One thing waits for you in Bright')
    for (const text of ['Care waits', 'Promise', 'Ana commented', 'every day', 'https://w/inbox', 'https://w/settings']) {
      expect(mail?.text).toContain(text)
      expect(mail?.html).toContain(text)
    }
    expect([mail?.text.includes('https://w/answer/a?x=1&y=2'), mail?.html.includes('href="https://w/answer/a?x=1&amp;y=2"')]).toEqual([true, true])
  })

  test('NO67: at once it says which session waits, in both forms', () => {
    const mail = digestMail({ ...digest, choice: 'atOnce', happened: [], session: { title: 'Planning <Q1>', link: 'https://w/plan' } })
    expect(mail?.subject).toBe('One ask waits for your answer in Bright')
    expect(mail?.text).toContain('“Planning <Q1>” is under way')
    expect(mail?.html).toContain('“Planning &lt;Q1&gt;” is under way')
    for (const part of [mail?.text, mail?.html]) expect(part).toContain('https://w/plan')
  })

  test('NO35: names are text', () => {
    const hostile = `"><script>alert('1')</script>\r\nBcc: eve@example.org`
    const mail = digestMail({ ...digest, networkName: hostile, waiting: [{ sentence: hostile, link: null, answers: [] }] })
    expect(mail?.html).not.toMatch(/<script|alert\('/)
    expect(mail?.subject).not.toMatch(/[\r\n]/)
    expect(mail?.text.split('\n').filter((line) => line.startsWith('Bcc'))).toEqual([])
  })

  test('NO36: what is not listed is counted', () => {
    const mail = digestMail({ ...digest, left: 5 })
    expect([mail?.subject, mail?.text.includes('… and 5 more.'), mail?.html.includes('… and 5 more.')]).toEqual([
      '6 things wait for you in Bright',
      true,
      true,
    ])
  })
})

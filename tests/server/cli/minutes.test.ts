import { expect, test } from 'vitest'
import { call } from '../../../lib/domain/command/call.ts'
import { asId } from '../../../lib/domain/ids.ts'
import type { Store } from '../../../lib/server/store.ts'
import { describeOnEachDatabase } from '../describe-on-each-database.ts'
import { commit, emptyNetwork, planCalls } from '../network-kit.ts'
import { weft } from './command-line.ts'

const walk = asId<'ritual'>('walk')

/** A network in which a number moved, and then a walk was held: a decision, an action with and one without an owner. */
async function walkedNetwork(store: Store): Promise<string> {
  const ctx = await emptyNetwork(store)
  const at = (now: string) => ({ ...ctx, now })
  await commit(store, ctx, planCalls)
  const { revision } = await store.read(ctx.networkId)
  await commit(store, ctx, [call('checkIn.create', { id: asId<'checkIn'>('moved'), keyResultId: asId<'keyResult'>('kr-a'), value: 3 })])
  const agenda = [{ id: 's1', section: 'stale' as const, sentence: 'Nobody has checked in on “Answer in 1 h” for 12 days.' }]
  const stop = { subject: null, about: null, nodeId: null, areaId: null, seenAt: null, seconds: null }
  await commit(store, at('2027-02-08T09:00:00Z'), [
    call('ritual.open', { id: walk, kind: 'walk', agenda: agenda.map((each) => ({ ...stop, ...each })), expected: 1, baseRevision: revision }),
    call('ritual.move', { id: walk, phase: 'stops', seen: { stopId: 's1', seconds: 95 } }),
    call('ritualItem.create', { id: asId<'ritualItem'>('i1'), ritualId: walk, kind: 'decision', text: 'Release <SSO>' }),
    call('ritualItem.create', {
      id: asId<'ritualItem'>('i2'),
      ritualId: walk,
      kind: 'action',
      text: 'Call *legal*',
      ownerId: asId<'person'>('ana'),
      dueOn: '2027-02-12',
    }),
    call('ritualItem.create', { id: asId<'ritualItem'>('i3'), ritualId: walk, kind: 'action', text: 'Count the doors' }),
  ])
  await commit(store, at('2027-02-08T09:27:00Z'), [call('ritual.close', { id: walk, attendeeIds: [asId<'person'>('ana')], guests: 1 })])
  return ctx.networkId
}

const page = [
  '# Walk 2027-02-08',
  '',
  '8 Feb 2027. 1 stop, 1 decision, 2 actions, 0 parked.',
  '',
  '- Since the last walk: 1 key result up',
  '- Attendance: Ana, 1 guest',
  '- Time: 27 minutes',
  '',
  '## Decisions',
  '',
  '- Release &lt;SSO&gt;',
  '',
  '## Actions',
  '',
  '- Call \\*legal\\* (Ana, by 12 Feb)',
  '- Count the doors (nobody yet, no date yet)',
  '',
  '## Looked at',
  '',
  '- **Silent:** Nobody has checked in on “Answer in 1 h” for 12 days. (1:35)',
  '',
  '## Not discussed, as expected (1)',
  '',
  '1 key result went as expected and needed no word.',
  '',
]

describeOnEachDatabase('minutes', ({ url, store }) => {
  test('MN24: the minutes of the last walk, with what had changed, as a page of Markdown', async () => {
    const networkId = await walkedNetwork(store())
    const { code, out, err } = await weft(['minutes', networkId], { databaseUrl: url() })
    expect([code, err]).toEqual([0, ''])
    expect(out.split('\n')).toEqual(page)
  })

  test('MN24: in each form, and as one value', async () => {
    const networkId = await walkedNetwork(store())
    const as = async (form: string, ...more: string[]) => (await weft(['minutes', networkId, '--as', form, ...more], { databaseUrl: url() })).out
    expect(await as('html')).toContain('<li style="margin:0 0 6px">Release &lt;SSO&gt;</li>')
    const lines = (await as('ics')).replaceAll('\r\n ', '').split('\r\n')
    expect(lines).toEqual(expect.arrayContaining([`UID:i2@${networkId}.weft`, 'DTSTART;VALUE=DATE:20270212', 'END:VCALENDAR', '']))
    expect(JSON.parse(await as('card'))).toHaveProperty('blocks')
    expect(JSON.parse(await as('teams'))).toHaveProperty('attachments')
    expect(JSON.parse(await as('md', '--json'))).toMatchObject({ ritual: 'walk', form: 'md', text: page.join('\n') })
  })

  test('CK65: a check that was closed long ago is told of its closing', async () => {
    const ctx = await emptyNetwork(store())
    const at = (now: string) => ({ ...ctx, now })
    const check = asId<'ritual'>('check')
    const told = (id: string, value: number) => call('checkIn.create', { id: asId<'checkIn'>(id), keyResultId: asId<'keyResult'>('kr-a'), value })
    await commit(store(), ctx, planCalls)
    await commit(store(), at('2027-02-08T09:00:00Z'), [call('ritual.open', { id: check, kind: 'check', nodeId: asId<'node'>('node-a') })])
    await commit(store(), at('2027-02-08T09:05:00Z'), [told('in', 4)])
    await commit(store(), at('2027-02-08T09:10:00Z'), [call('ritual.close', { id: check, attendeeIds: [] })])
    const read = async () => (await weft(['minutes', ctx.networkId, '--ritual', 'check'], { databaseUrl: url() })).out
    const then = await read()
    expect(then).toMatch(/Answer in 1 h \| 4 → 1 h \| .* \| told/)
    await commit(store(), at('2027-02-15T09:00:00Z'), [told('later', 2)])
    expect(await read()).toBe(then)
  })

  test('MN24: a session that is named; without one that was closed, and with a form that is not there, it says so', async () => {
    const networkId = await walkedNetwork(store())
    expect((await weft(['minutes', networkId, '--ritual', 'walk'], { databaseUrl: url() })).out).toContain('# Walk 2027-02-08')
    expect(await weft(['minutes', networkId, '--ritual', 'none'], { databaseUrl: url() })).toMatchObject({ code: 1, out: '' })
    expect(await weft(['minutes', networkId, '--as', 'toString'], { databaseUrl: url() })).toMatchObject({
      code: 2,
      err: expect.stringContaining('md, html, ics, card, teams'),
    })
    const { networkId: quiet } = await emptyNetwork(store())
    expect(await weft(['minutes', quiet], { databaseUrl: url() })).toMatchObject({ code: 1, err: expect.stringContaining('--ritual') })
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asId } from '../../../../lib/domain/ids.ts'
import { toHtml } from '../../../../lib/domain/ritual/output/html.ts'
import { ownCalendar } from '../../../../lib/domain/ritual/output/own-calendar.ts'
import { type Calling, type SessionDate, sessionFile, sessionIcs } from '../../../../lib/domain/ritual/output/session-ics.ts'
import { toText } from '../../../../lib/domain/ritual/output/text.ts'
import { sessionPath } from '../../../../lib/domain/ritual/session-path.ts'
import { sketch } from '../../sketch.ts'

const date: SessionDate = {
  id: 'rit',
  networkId: 'net_1',
  kind: 'plan',
  title: 'Planning; Q2, all',
  startsAt: '2027-02-11T08:00:00Z',
  text: 'Olga invites you.',
  link: 'https://weft.example.org/bright/plan',
}
const calling: Calling = {
  method: 'REQUEST',
  sequence: 41,
  now: '2027-02-10T09:00:00.250Z',
  organizer: { name: 'Olga by Weft', address: 'weft@example.org' },
  attendee: { name: 'Bea "B" Okafor', address: 'bea@example.org' },
}

const unfolded = (file: string) => file.replaceAll('\r\n ', '').split('\r\n')

describe('an invitation', () => {
  test('MN27: is a meeting request with a stable id, a sequence, and nobody who has to answer', () => {
    expect(unfolded(sessionIcs(date, calling))).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Weft//Weft//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:REQUEST',
      'BEGIN:VEVENT',
      'UID:rit@net_1.weft',
      'SEQUENCE:41',
      'DTSTAMP:20270210T090000Z',
      'DTSTART:20270211T080000Z',
      'DTEND:20270211T110000Z',
      'SUMMARY:Planning\\; Q2\\, all',
      'DESCRIPTION:Olga invites you.\\nhttps://weft.example.org/bright/plan',
      'URL:https://weft.example.org/bright/plan',
      'ORGANIZER;CN="Olga by Weft":mailto:weft@example.org',
      'ATTENDEE;CN="Bea ’B’ Okafor";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:bea@example.org',
      'STATUS:CONFIRMED',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ])
  })

  test('MN27: its end has the same id and says so', () => {
    const lines = unfolded(sessionIcs({ ...date, link: null }, { ...calling, method: 'CANCEL', sequence: 42 }))
    for (const line of ['METHOD:CANCEL', 'UID:rit@net_1.weft', 'SEQUENCE:42', 'STATUS:CANCELLED']) expect(lines).toContain(line)
    expect(lines.some((line) => line.startsWith('URL'))).toBe(false)
  })

  test('MN31: the file of the screen is the same event at the same hours, and asks nobody', () => {
    const [mail, file] = [unfolded(sessionIcs(date, calling)), unfolded(sessionFile(date, calling))]
    const event = (lines: readonly string[]) => lines.filter((line) => !/^(METHOD|ORGANIZER|ATTENDEE)/.test(line))
    expect(event(file)).toEqual(event(mail))
    expect(file).toContain('METHOD:PUBLISH')
    expect(file.join(' ')).not.toContain('mailto')
  })

  test('MN27: whatever people are called, no line is added and none is longer than 75 octets', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), (title, name) => {
        const file = sessionIcs({ ...date, title, text: name }, { ...calling, attendee: { name, address: 'bea@example.org' } })
        expect(file.split('\r\n').every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true)
        expect(unfolded(file)).toHaveLength(20)
      }),
    )
  })
})

describe('the address of a session', () => {
  test('MN26: what it left where it is closed, else where it takes place', () => {
    const paths = (state: 'open' | 'closed' | 'cancelled') =>
      (['plan', 'walk', 'check', 'coffee'] as const).map((kind) => sessionPath({ id: asId<'ritual'>('r 1'), kind, state }))
    expect(paths('open')).toEqual(['plan', 'walk', 'check?session=r%201', 'coffee'])
    expect(paths('closed')).toEqual(['plan?held=r%201', 'walk?walk=r%201', 'check?held=r%201', 'coffee?held=r%201'])
    expect(paths('cancelled')).toEqual(paths('open'))
  })
})

describe('what a mail holds', () => {
  const output = {
    kind: 'plan',
    title: 'Planning Q2',
    day: '2027-02-10',
    lead: 'Two promises.',
    facts: [{ label: 'Promised', value: '2 of 2' }],
    sections: [
      { id: 'actions', title: 'Actions', entries: [{ text: 'Call <b>', mark: 'late', owner: 'bea', due: '2027-02-12' }] },
      { id: 'promises', title: 'Promises', note: 'Both agreed.', table: { columns: ['What', 'From', 'By'], rows: [['Ledger', 'Billing', '']] } },
    ],
    calendar: ['d-own', 'd-other', 'act-own', 'act-other'].map((id) => ({ id, on: '2027-03-01', title: id, text: '' })),
  } as const

  const rendering = {
    nameOf: () => 'Bea',
    link: 'https://weft.example.org/bright/plan?held=rit',
    footer: { text: 'You get this mail as a member.', link: 'https://weft.example.org/bright/settings/digest' },
  }

  test('MN28: the same in lines of plain text', () => {
    expect(toText(output, rendering).split('\n')).toEqual([
      'Planning Q2',
      '10 Feb 2027',
      '',
      'Two promises.',
      '',
      'Promised: 2 of 2',
      '',
      'Actions',
      '',
      '* late: Call <b> (Bea, by 12 Feb)',
      '',
      'Promises',
      '',
      'Both agreed.',
      '* Ledger (From: Billing)',
      '',
      'Open in Weft: https://weft.example.org/bright/plan?held=rit',
      '',
      '--',
      'You get this mail as a member.',
      'Change it here: https://weft.example.org/bright/settings/digest',
      '',
    ])
    expect(toHtml(output, rendering)).toContain('href="https://weft.example.org/bright/settings/digest"')
  })

  test('MN29: the days that are the reader’s own: of their nodes on either side, and their actions', () => {
    const snapshot = sketch({
      area: [{ id: 'area' }],
      node: ['care', 'billing', 'data'].map((id) => ({ id, areaId: 'area' })),
      person: [{ id: 'bea' }, { id: 'ana' }],
      participation: [{ id: 'p', nodeId: 'billing', personId: 'bea', tier: 'lead' }],
      cycle: [{ id: 'q' }],
      objective: ['care', 'billing', 'data'].map((id) => ({ id: `o-${id}`, nodeId: id, cycleId: 'q' })),
      keyResult: ['care', 'billing', 'data'].map((id) => ({ id: `k-${id}`, objectiveId: `o-${id}` })),
      dependency: [
        { id: 'd-own', consumerKeyResultId: 'k-care', supplierNodeId: 'billing' },
        { id: 'd-other', consumerKeyResultId: 'k-care', supplierKeyResultId: 'k-data' },
      ],
      ritual: [{ id: 'rit', kind: 'plan', phase: 'commit', cycleId: 'q' }],
      ritualItem: [
        { id: 'act-own', ritualId: 'rit', kind: 'action', ownerId: 'bea' },
        { id: 'act-other', ritualId: 'rit', kind: 'action', ownerId: 'ana' },
      ],
    })
    const own = (personId: string) => ownCalendar(snapshot, personId, output).map(({ id }) => id)
    expect([own('bea'), own('ana')]).toEqual([['d-own', 'act-own'], ['act-other']])
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toCard } from '../../../../lib/domain/ritual/output/card.ts'
import { htmlText, toHtml } from '../../../../lib/domain/ritual/output/html.ts'
import { icsText, toIcs } from '../../../../lib/domain/ritual/output/ics.ts'
import { markdownText, toMarkdown } from '../../../../lib/domain/ritual/output/markdown.ts'
import { withNames } from '../../../../lib/domain/ritual/output/named.ts'
import { plainLine } from '../../../../lib/domain/ritual/output/plain.ts'
import { runs } from '../../../property-runs.ts'
import { nameOf, output, outputs, text } from './output-kit.ts'
import { inlineText, parseMarkdown } from './read-markdown.ts'

const rendering = { nameOf, link: 'https://weft.example/acme/walk?id=1&x="<y>' }
const many = { numRuns: runs(200) }

describe('names and lines', () => {
  test('MN10: people are ids until they are read; who is gone is somebody', () => {
    const entries = [
      { text: 'Asked {person:p1} and {person:gone}', owner: 'p1', due: null },
      { text: 'x', owner: null, due: '2028-01-02' },
    ]
    const { sections, facts } = withNames(
      output({ facts: [{ label: 'Led by', value: '{person:p1}' }], sections: [{ id: 's', title: 'S', entries }] }),
      { nameOf: () => 'Ana' },
    )
    expect(sections[0]?.entries.map((entry) => [entry.text, entry.tail])).toEqual([
      ['Asked Ana and Ana', 'Ana, no date yet'],
      ['x', 'nobody yet, by 2 Jan 2028'],
    ])
    expect(facts[0]?.value).toBe('Ana')
    const unknown = withNames(output({ lead: '{person:gone} left.' }), { nameOf: () => null })
    expect(unknown.lead).toBe('somebody left.')
  })

  test('MN10: sections that say nothing are left out', () => {
    const { sections } = withNames(
      output({
        sections: [
          { id: 'a', title: 'A', entries: [] },
          { id: 'b', title: 'B', note: 'None.' },
        ],
      }),
      { nameOf },
    )
    expect(sections.map(({ title }) => title)).toEqual(['B'])
  })

  test('MN11: a line has no breaks, no control signs, and nothing that turns it', () => {
    expect(plainLine(' a\r\nb\u2028c\u0000d \u202Ee\u2066f\t')).toBe('a b c d ef')
    fc.assert(
      fc.property(text, (given) => {
        expect(plainLine(given)).not.toMatch(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]|^\s|\s$|\s\s/u)
      }),
      many,
    )
  })
})

describe('Markdown', () => {
  test('MN20: a page with a list and a table', () => {
    const page = toMarkdown(
      output({
        title: 'Walk *now*',
        sections: [
          { id: 'a', title: 'Actions', entries: [{ text: '1. Call #2', owner: 'p2', due: '2027-02-12', mark: 'late' }] },
          { id: 't', title: 'Promises', table: { columns: ['Giver', 'What'], rows: [['R&D', 'a|b']] } },
        ],
      }),
      { nameOf: () => 'Ana', link: 'https://weft.example/(x y)' },
    )
    expect(page.split('\n')).toEqual([
      '# Walk \\*now\\*',
      '',
      '8 Feb 2027. 2 stops, 1 decision.',
      '',
      '## Actions',
      '',
      '- **late:** 1\\. Call #2 (Ana, by 12 Feb)',
      '',
      '## Promises',
      '',
      '| Giver | What |',
      '| --- | --- |',
      '| R&D | a\\|b |',
      '',
      '[Open in Weft](https://weft.example/%28x%20y%29)',
      '',
    ])
  })

  test('MN20: whatever people wrote, an independent reader reads it back as text', () => {
    fc.assert(
      fc.property(text, (given) => {
        const line = plainLine(given)
        expect(inlineText(markdownText(line))).toBe(line)
      }),
      many,
    )
  })

  test('MN20: whatever people wrote, the page has the headings, entries and rows that it should have, and no other', () => {
    fc.assert(
      fc.property(outputs, (given) => {
        const { title, sections } = withNames(given, rendering)
        const page = parseMarkdown(toMarkdown(given, rendering))
        expect(page.headings).toEqual([title, ...sections.map((section) => section.title)])
        expect(page.items).toBe(given.facts.length + sections.reduce((sum, { entries }) => sum + entries.length, 0))
        expect(page.rows).toBe(sections.reduce((sum, { table }) => sum + (table ? table.rows.length + 2 : 0), 0))
        expect(page.cells.every((count) => count === 2)).toBe(true)
        expect(page.links).toEqual(['https://weft.example/acme/walk?id=1&x="%3Cy%3E'])
      }),
      many,
    )
  })
})

describe('HTML', () => {
  test('MN21: every tag is ours, and every text is the text that was given', () => {
    const tags =
      /<(\/?)(!doctype|html|head|meta|title|body|div|h1|h2|p|a|ul|li|strong|span|table|thead|tbody|tr|th|td)((?: [a-z-]+="[^"<>]*")*| html)>/g
    fc.assert(
      fc.property(outputs, (given) => {
        const page = toHtml(given, rendering)
        const rest = page.replace(tags, '')
        expect(rest).not.toMatch(/[<>]/)
        const attributes = new Set(
          Array.from(page.matchAll(tags), ([, , , list = '']) => list).flatMap((list) =>
            Array.from(list.matchAll(/ ([a-z-]+)=/g), ([, name]) => name),
          ),
        )
        expect([...attributes].filter((name) => !['lang', 'charset', 'name', 'content', 'style', 'scope', 'href'].includes(String(name)))).toEqual([])
        expect(Array.from(page.matchAll(/href="([^"]*)"/g), ([, href]) => href)).toEqual([htmlText(rendering.link)])
      }),
      many,
    )
  })

  test('MN21: a text comes back as it was', () => {
    const signs: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }
    fc.assert(
      fc.property(text, (given) => {
        const written = htmlText(given)
        expect(written).not.toMatch(/[<>"']/)
        expect(written.replace(/&(?:amp|lt|gt|quot|#39);/g, (sign) => signs[sign] ?? '')).toBe(given)
      }),
      many,
    )
  })

  test('MN21: nothing is loaded, and nothing runs', () => {
    const page = toHtml(output({ sections: [{ id: 'a', title: 'A', entries: [{ text: 'x', owner: 'p1' }] }] }), rendering)
    expect(page).not.toMatch(/<(?:script|link|img|style|iframe|form)|url\(|@import|\bon[a-z]+=/i)
    expect(page).toContain('<li style="margin:0 0 6px">x <span style="color:#4a5361">(Ana *López* &lt;b&gt;)</span></li>')
  })
})

/** Every value in a tree under one of the keys. */
function valuesAt(tree: unknown, keys: readonly string[]): unknown[] {
  if (typeof tree !== 'object' || tree === null) return []
  return Object.entries(tree).flatMap(([key, value]) => [...(keys.includes(key) ? [value] : []), ...valuesAt(value, keys)])
}

describe('cards', () => {
  test('MN22: in a card for Slack no text is read as markup, and nobody is called', () => {
    fc.assert(
      fc.property(outputs, (given) => {
        const card = toCard(given, 'slack', rendering)
        expect(valuesAt(card, ['type'])).not.toContain('mrkdwn')
        expect(String(Reflect.get(card, 'text'))).not.toMatch(/[<>]/)
        expect(valuesAt(card, ['url'])).toEqual([rendering.link])
        const texts = valuesAt(card, ['text']).filter((value) => typeof value === 'string')
        expect(texts.every((value) => value.length > 0 && value.length <= 3_000)).toBe(true)
      }),
      many,
    )
  })

  test('MN22: in a card for Teams every sign of Markdown is escaped', () => {
    fc.assert(
      fc.property(outputs, (given) => {
        const body: unknown = valuesAt(toCard(given, 'teams', rendering), ['body'])[0]
        const texts = valuesAt(body, ['text', 'value', 'title']).map(String)
        for (const each of texts) {
          const bare = each.replace(/^• \*\*(.*?)(?<!\\)(?:\\\\)*:\*\* /, '• $1').replaceAll(/\\[^\n]/g, '')
          expect(bare.replace(/^• (?:\*\*:\*\* )?/, '')).not.toMatch(/[[\]`~#]|\{\{/)
        }
      }),
      many,
    )
  })

  test('MN22: eight entries of a section, the rest counted', () => {
    const entries = Array.from({ length: 11 }, (_, at) => ({ text: `Entry ${at}` }))
    for (const shape of ['slack', 'teams'] as const) {
      const told = JSON.stringify(toCard(output({ sections: [{ id: 'a', title: 'A', entries }] }), shape, { nameOf }))
      expect([told.includes('Entry 7'), told.includes('Entry 8'), told.includes('… and 3 more')]).toEqual([true, false, true])
    }
  })
})

/** Lines of a calendar as RFC 5545 unfolds them. */
function unfolded(file: string): string[] {
  return file.replaceAll('\r\n ', '').split('\r\n')
}

describe('the calendar', () => {
  test('MN23: one event a day, all day', () => {
    const file = toIcs(output({ calendar: [{ id: 'i1', on: '2027-02-28', title: 'Ask; then, act', text: '{person:p2} does it.\nWalk' }] }), {
      networkId: 'net_1',
      nameOf: () => 'Ana',
      sequence: 12,
    })
    expect(unfolded(file)).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Weft//Weft//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'X-WR-CALNAME:Walk 2027-02-08',
      'BEGIN:VEVENT',
      'UID:i1@net_1.weft',
      'SEQUENCE:12',
      'DTSTAMP:20270208T000000Z',
      'DTSTART;VALUE=DATE:20270228',
      'DTEND;VALUE=DATE:20270301',
      'SUMMARY:Ask\\; then\\, act',
      'DESCRIPTION:Ana does it.\\nWalk',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ])
  })

  test('MN23: whatever people wrote, no line is added, and none is longer than 75 octets', () => {
    fc.assert(
      fc.property(outputs, (given) => {
        const file = toIcs(given, { ...rendering, networkId: 'net' })
        const lines = file.split('\r\n')
        expect(lines.every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true)
        expect(file.replaceAll('\r\n', '')).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
        const names = unfolded(file).map((line) => line.split(/[:;]/)[0])
        expect(names.filter((name) => name === 'BEGIN').length).toBe(given.calendar.length + 1)
        expect(names.length).toBe(8 + 10 * given.calendar.length)
      }),
      many,
    )
  })

  test('MN30: one entry has one id in its network, whatever becomes of it; the same entry of another network has another one', () => {
    const uid = (networkId: string, on: string, sequence: number) =>
      unfolded(toIcs(output({ calendar: [{ id: 'i1', on, title: 'A', text: 'B' }] }), { networkId, nameOf, sequence })).find((line) =>
        line.startsWith('UID'),
      )
    expect([uid('net_1', '2027-02-28', 1), uid('net_1', '2027-03-01', 2)]).toEqual(Array(2).fill('UID:i1@net_1.weft'))
    expect(uid('net_2', '2027-02-28', 1)).toBe('UID:i1@net_2.weft')
  })

  test('MN23: a text comes back as it was', () => {
    const signs: Record<string, string> = { '\\n': '\n' }
    fc.assert(
      fc.property(text, (given) => {
        const back = icsText(given).replace(/\\[\\;,n]/g, (sign) => signs[sign] ?? sign.slice(1))
        expect(back.split('\n').map(plainLine)).toEqual(given.split(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/).map(plainLine))
      }),
      many,
    )
  })

  test('MN23: without days it is a calendar that holds none', () => {
    expect(unfolded(toIcs(output(), { networkId: 'net', nameOf })).filter((line) => line.startsWith('BEGIN'))).toEqual(['BEGIN:VCALENDAR'])
  })
})

import fc from 'fast-check'
import type { RitualOutput } from '../../../../lib/domain/ritual/output/output.ts'

/** What people write that some reader takes for markup, for a line, or for another field. */
const nasty = fc.constantFrom(
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><b>',
  "' onload='",
  '&lt;',
  '&amp;#60;',
  '<!channel>',
  '<@U123>',
  '<https://evil.example|click>',
  '[click](javascript:alert(1))',
  '![x](https://evil.example/x.png)',
  '[a]: https://evil.example',
  '# heading',
  '- item',
  '1. item',
  '2) item',
  '> quote',
  '---',
  '===',
  '```',
  '`code`',
  '*bold*',
  '__bold__',
  '~~gone~~',
  '| a | b |',
  '\\',
  '\\*',
  '$x$',
  '{{DATE(2027-01-01T00:00:00Z)}}',
  'BEGIN:VEVENT',
  '\r\nATTENDEE:mailto:evil@evil.example',
  '\nEND:VCALENDAR',
  ';VALUE=x,y:z',
  '\u2028next',
  '\u202Eturned',
  '\u0000\u0007',
  '\t\t',
  'ünïcödé 👩‍👩‍👧',
)
const plainWords = fc.constantFrom('Move', 'the', 'date', 'R&D', '4.5%', 'a_b', 'Ana')
const piece = fc.oneof({ weight: 3, arbitrary: nasty }, plainWords, fc.string({ unit: 'grapheme', maxLength: 12 }))
export const text = fc.array(piece, { maxLength: 5 }).map((parts) => parts.join(' '))

const day = fc.constantFrom('2027-02-08', '2027-12-31')
const entry = fc.record({
  text,
  mark: fc.option(text, { nil: undefined }),
  owner: fc.option(fc.constantFrom('p1', 'gone'), { nil: undefined }),
  due: fc.option(day),
})

/** Outputs in which every text is hostile. */
export const outputs: fc.Arbitrary<RitualOutput> = fc.record({
  kind: fc.constantFrom('plan' as const, 'walk' as const),
  title: text,
  day,
  lead: text,
  facts: fc.array(fc.record({ label: text, value: text }), { maxLength: 2 }),
  sections: fc.array(
    fc.record({
      id: fc.constant('s'),
      title: text,
      note: text,
      entries: fc.array(entry, { maxLength: 3 }),
      table: fc.record({ columns: fc.tuple(text, text), rows: fc.array(fc.tuple(text, text), { maxLength: 2 }) }),
    }),
    { maxLength: 2 },
  ),
  calendar: fc.array(fc.record({ id: text, on: day, title: text, text }), { maxLength: 3 }),
})

/** A small output with known words, for examples. */
export function output(more: Partial<RitualOutput> = {}): RitualOutput {
  return { kind: 'walk', title: 'Walk 2027-02-08', day: '2027-02-08', lead: '2 stops, 1 decision.', facts: [], sections: [], calendar: [], ...more }
}

export const nameOf = (id: string): string | null => (id === 'p1' ? 'Ana *López* <b>' : null)

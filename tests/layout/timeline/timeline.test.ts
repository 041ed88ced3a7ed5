import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../../lib/domain/time.ts'
import { contains, overlap } from '../../../lib/layout/geometry.ts'
import { needStyles } from '../../../lib/layout/input.ts'
import { sceneToSvg } from '../../../lib/layout/scene-to-svg.ts'
import { textWidth } from '../../../lib/layout/text.ts'
import { dayAt, placeOfDay, spanOf } from '../../../lib/layout/timeline/days.ts'
import type { TimelineInput, TimelineRowInput } from '../../../lib/layout/timeline/input.ts'
import { spread } from '../../../lib/layout/timeline/row.ts'
import type { TimelineMark, TimelineScene } from '../../../lib/layout/timeline/scene.ts'
import { layoutTimeline } from '../../../lib/layout/timeline/timeline.ts'

const today = '2026-11-21'
const day = fc.integer({ min: -200, max: 200 }).map((days) => addDays(today, days))
const maybe = fc.option(day, { nil: null })

const row: fc.Arbitrary<Omit<TimelineRowInput, 'id'>> = fc.record({
  title: fc.string({ maxLength: 80 }),
  other: fc.string({ maxLength: 60 }),
  words: fc.string({ maxLength: 60 }),
  style: fc.constantFrom(...needStyles),
  isTroubled: fc.boolean(),
  askedOn: maybe,
  neededOn: day,
  promisedOn: maybe,
  proposedOn: maybe,
  deliveredOn: maybe,
  acceptedOn: maybe,
})

const input: fc.Arbitrary<TimelineInput> = fc
  .record({
    width: fc.integer({ min: 560, max: 2600 }),
    hasCycle: fc.boolean(),
    lanes: fc.array(fc.array(row, { minLength: 1, maxLength: 6 }), { maxLength: 12 }),
  })
  .map(({ width, hasCycle, lanes }) => ({
    today,
    width,
    cycle: hasCycle ? { name: '2026 Q4', startsOn: '2026-10-01', endsOn: '2026-12-31' } : null,
    lanes: lanes.map((rows, lane) => ({
      id: `n${lane}`,
      name: `Node ${lane}`,
      areaName: 'Area',
      tone: 'brand' as const,
      letter: 'B',
      words: `${rows.length} promises`,
      rows: rows.map((each, at) => ({ ...each, id: `d${lane}-${at}` })),
    })),
  }))

function boxOf({ centre, size }: TimelineMark) {
  return { x: centre.x - size / 2, y: centre.y - size / 2, width: size, height: size }
}

function pairs<T>(list: readonly T[]): [T, T][] {
  return list.flatMap((a, at) => list.slice(at + 1).map((b): [T, T] => [a, b]))
}

function holdsFor(check: (scene: TimelineScene, given: TimelineInput) => void): void {
  fc.assert(
    fc.property(input, (given) => {
      check(layoutTimeline(given), given)
    }),
  )
}

describe('timeline', () => {
  test('LT1: the same input gives the same scene', () => {
    holdsFor((scene, given) => expect(scene).toEqual(layoutTimeline(structuredClone(given))))
  })

  test('LT2: the days shown hold all of the cycle and every day of every promise', () => {
    fc.assert(
      fc.property(input, (given) => {
        const { from, to } = spanOf(given)
        const days = given.lanes.flatMap(({ rows }) => rows.flatMap((each) => [each.neededOn, each.promisedOn, each.deliveredOn, each.askedOn]))
        const known = [...days, given.cycle?.startsOn ?? null, given.cycle?.endsOn ?? null].filter((each) => each !== null)
        expect(known.filter((each) => each < from || each > to)).toEqual([])
      }),
    )
  })

  test('LT2: a promise years away does not draw today in beside it, a late one does', () => {
    const far: TimelineRowInput = {
      id: 'a',
      title: '',
      other: '',
      words: '',
      style: 'promised',
      isTroubled: false,
      askedOn: null,
      neededOn: '2031-05-01',
      promisedOn: null,
      proposedOn: null,
      deliveredOn: null,
      acceptedOn: null,
    }
    const lane = { id: 'n', name: 'n', areaName: 'a', tone: 'teal' as const, letter: 'N', words: '' }
    expect(spanOf({ today, cycle: null, lanes: [{ ...lane, rows: [far] }] }).from > '2031-03-01').toBe(true)
    const late = { ...far, neededOn: '2020-01-01', style: 'late' as const }
    expect(spanOf({ today, cycle: null, lanes: [{ ...lane, rows: [late] }] }).to > today).toBe(true)
  })

  test('LT3: labels of weeks do not meet, nor do those of months', () => {
    holdsFor(({ ticks }) => {
      for (const kind of ['week', 'month'] as const) {
        const places = ticks.flatMap(({ kind: each, label }) => {
          const line = label?.lines[0]
          if (each !== kind || !label || !line) return []
          const width = textWidth(line.text, label.size, label.weight)
          return [label.anchor === 'middle' ? [line.x - width / 2, line.x + width / 2] : [line.x, line.x + width]]
        })
        const sorted = places.toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0))
        for (let at = 1; at < sorted.length; at += 1) expect(sorted[at]?.[0] ?? 0).toBeGreaterThanOrEqual(sorted[at - 1]?.[1] ?? 0)
      }
    })
  })

  test('LT4: today and both ends of the cycle stand inside the plot, and today always has its words', () => {
    holdsFor(({ lines, plot, days }, { cycle }) => {
      for (const { x } of lines) expect(x >= plot.x && x <= plot.x + plot.width).toBe(true)
      if (cycle) expect(lines.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['cycle-start', 'cycle-end']))
      if (days.from <= today && today <= days.to) expect(lines.find(({ kind }) => kind === 'today')?.label.lines).toHaveLength(1)
    })
  })

  test('LT5: the bars of the load count every promised day once and stay in their strip', () => {
    holdsFor(({ load, plot }, { lanes }) => {
      const promised = lanes.flatMap(({ rows }) => rows.filter(({ promisedOn }) => promisedOn !== null)).length
      expect(load.reduce((sum, { count }) => sum + count, 0)).toBe(promised)
      for (const { box } of load) expect(box.x >= plot.x && box.x + box.width <= plot.x + plot.width + 1e-6).toBe(true)
    })
  })

  test('LT6: no two marks of a row overlap, and those of a track stand in the order of their days', () => {
    holdsFor(({ rows }) => {
      for (const { marks } of rows) {
        for (const [a, b] of pairs(marks)) expect(overlap(boxOf(a), boxOf(b))).toBe(false)
        const lower = marks.filter(({ kind }) => kind !== 'needed').toSorted((a, b) => a.centre.x - b.centre.x)
        expect(lower.map((mark) => mark.day)).toEqual(lower.map((mark) => mark.day).toSorted())
      }
    })
  })

  test('LT6: a mark that has its day to itself stands on it', () => {
    expect(spread([10, 40, 90], 12, 200)).toEqual([10, 40, 90])
    expect(spread([10, 12, 90], 12, 200)).toEqual([10, 23, 90])
    expect(spread([190, 195, 198], 12, 200)).toEqual([174, 187, 200])
  })

  test('LT7: every known day of a promise has its mark, and the needed one a track of its own', () => {
    holdsFor(({ rows }, { lanes }) => {
      for (const given of lanes.flatMap(({ rows: held }) => held)) {
        const drawn = rows.find(({ id }) => id === given.id)
        const kinds = drawn?.marks.map(({ kind }) => kind) ?? []
        expect(kinds.includes('needed')).toBe(given.neededOn !== null)
        expect(kinds.includes('proposed')).toBe(given.proposedOn !== null)
        expect(kinds.includes('asked')).toBe(given.askedOn !== null)
        if (given.style !== 'broken') expect(kinds.includes('promised') || kinds.includes('kept')).toBe(given.promisedOn !== null)
        const level = drawn?.marks.find(({ kind }) => kind === 'needed')?.centre.y ?? 0
        for (const mark of drawn?.marks ?? []) if (mark.kind !== 'needed') expect(mark.centre.y).toBeGreaterThan(level)
      }
    })
  })

  test('LT7: a promise for a day after the needed one is a saw, one for a day before it is slack, one that is over is late', () => {
    const base = {
      id: 'a',
      title: 't',
      other: 'o',
      words: 'w',
      isTroubled: true,
      askedOn: null,
      proposedOn: null,
      deliveredOn: null,
      acceptedOn: null,
    }
    const kindsOf = (each: Pick<TimelineRowInput, 'style' | 'neededOn' | 'promisedOn' | 'deliveredOn'>) =>
      layoutTimeline({
        today,
        cycle: null,
        width: 1200,
        lanes: [{ id: 'n', name: 'n', areaName: 'a', tone: 'teal', letter: 'N', words: '', rows: [{ ...base, ...each }] }],
      }).rows[0]?.spans.map(({ kind }) => kind)
    expect(kindsOf({ style: 'promised', neededOn: '2026-12-01', promisedOn: '2026-12-20', deliveredOn: null })).toEqual(['backwards'])
    expect(kindsOf({ style: 'promised', neededOn: '2026-12-20', promisedOn: '2026-12-01', deliveredOn: null })).toEqual(['slack'])
    expect(kindsOf({ style: 'late', neededOn: '2026-12-20', promisedOn: '2026-11-01', deliveredOn: null })).toEqual(['slack', 'late'])
    expect(kindsOf({ style: 'overdue', neededOn: '2026-11-01', promisedOn: null, deliveredOn: null })).toEqual(['late'])
    expect(kindsOf({ style: 'delivered', neededOn: '2026-11-01', promisedOn: '2026-11-05', deliveredOn: '2026-11-19' })).toEqual(['wait'])
  })

  test('LT7: what is promised to the day is no saw, also where its mark had to stand beside that of the ask', () => {
    const day = '2026-11-21'
    const row = {
      id: 'a',
      title: 't',
      other: 'o',
      words: 'w',
      isTroubled: false,
      style: 'promised' as const,
      askedOn: day,
      neededOn: day,
      promisedOn: day,
    }
    const rows = [{ ...row, proposedOn: null, deliveredOn: null, acceptedOn: null }]
    const scene = layoutTimeline({
      today,
      cycle: null,
      width: 1200,
      lanes: [{ id: 'n', name: 'n', areaName: 'a', tone: 'teal', letter: 'N', words: '', rows }],
    })
    expect(scene.rows[0]?.spans.map(({ kind }) => kind).filter((kind) => kind !== 'wait')).toEqual([])
  })

  test('LT8: rows do not overlap and follow each other as given, everything lies in its column and in the picture', () => {
    holdsFor(({ rows, lanes, plot, view }, given) => {
      expect(rows.map(({ id }) => id)).toEqual(given.lanes.flatMap(({ rows: held }) => held.map(({ id }) => id)))
      for (let at = 1; at < rows.length; at += 1) {
        const [before, here] = [rows[at - 1], rows[at]]
        if (before && here) expect(here.box.y).toBeGreaterThanOrEqual(before.box.y + before.box.height)
      }
      for (const [a, b] of pairs(lanes)) expect(overlap(a.box, b.box)).toBe(false)
      for (const each of rows) {
        const lane = lanes.find(({ id }) => id === each.laneId)
        expect(lane && contains(lane.box, each.box)).toBe(true)
        expect(contains(view, each.box)).toBe(true)
        for (const mark of each.marks) expect(contains({ ...plot, y: each.box.y, height: each.box.height }, boxOf(mark))).toBe(true)
        for (const { from, to } of each.spans) expect(from.x >= plot.x && to.x <= plot.x + plot.width && from.x < to.x).toBe(true)
        const ends = [each.title, ...(each.other ? [each.other] : [])].flatMap((block) =>
          block.lines.map(({ text, x }) => x + textWidth(text, block.size, block.weight)),
        )
        for (const end of ends) expect(end).toBeLessThanOrEqual(plot.x)
        for (const line of each.words.lines) {
          expect(line.x).toBeGreaterThanOrEqual(plot.x + plot.width)
          expect(line.x + textWidth(line.text, each.words.size, each.words.weight)).toBeLessThanOrEqual(view.width)
        }
      }
    })
  })

  test('LT9: the day under a place and the place of a day are each other’s reverse', () => {
    holdsFor((scene) => {
      const { from, to } = scene.days
      for (const each of [from, to, addDays(from, 9)]) expect(dayAt(scene, placeOfDay(scene, each))).toBe(each)
      expect(dayAt(scene, -5_000)).toBe(from)
      expect(dayAt(scene, 50_000)).toBe(to)
    })
  })

  test('LS1: the written timeline names every row and is free of markup from its words', () => {
    const scene = layoutTimeline({
      today,
      cycle: null,
      width: 900,
      lanes: [
        {
          id: 'n',
          name: '<b>',
          areaName: 'a',
          tone: 'teal',
          letter: 'N',
          words: '"&\'',
          rows: [
            {
              id: '"><script>',
              title: '<script>',
              other: '',
              words: 'x',
              style: 'asked',
              isTroubled: false,
              askedOn: null,
              neededOn: today,
              promisedOn: null,
              proposedOn: null,
              deliveredOn: null,
              acceptedOn: null,
            },
          ],
        },
      ],
    })
    const svg = sceneToSvg(scene, { title: '<title>' })
    expect(svg).not.toMatch(/<script|<b>/)
    expect(svg).toContain('&lt;script&gt;')
  })
})

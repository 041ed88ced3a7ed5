import { describe, expect, test } from 'vitest'
import { canonical } from '../../../lib/domain/format/canonical.ts'
import type { WeftDocument } from '../../../lib/domain/format/document.ts'
import { parseDocument } from '../../../lib/domain/format/parse.ts'
import { templateKeys } from '../../../lib/domain/template/choice.ts'
import { templateOf, templates } from '../../../lib/domain/template/template.ts'

const days = ['2026-11-21', '2027-01-01', '2027-03-31', '2028-02-29', '2027-07-04']

/** The ids of nodes that can be reached from a node along exchanges in either direction. */
function reachedFrom(start: string, exchanges: WeftDocument['exchanges'] = []): Set<string> {
  const reached = new Set([start])
  for (const id of reached) {
    for (const { fromNodeId, toNodeId } of exchanges) {
      if (fromNodeId === id) reached.add(toNodeId)
      if (toNodeId === id) reached.add(fromNodeId)
    }
  }
  return reached
}

describe.each(templates)('template $key', ({ key, title, contents, audience, make }) => {
  test.each(days)('is a valid document on %s and the same each time', (today) => {
    const document = make(today, 'Example')
    expect(parseDocument(JSON.parse(JSON.stringify(document)))).toMatchObject({ ok: true })
    expect(document.network.name).toBe('Example')
    expect(canonical(make(today, 'Example'))).toEqual(canonical(document))
  })

  test('can be chosen by its words', () => {
    for (const text of [title, contents, audience]) expect(text.length).toBeGreaterThan(4)
    expect(templateOf(key)?.make).toBe(make)
  })

  test('has four areas of value, each with no node or with 2 to 10', () => {
    const { areas = [], nodes = [] } = make('2026-11-21', 'Example')
    expect(areas.map(({ kind }) => kind)).toEqual(['customer', 'brand', 'innovation', 'operational'])
    for (const { id } of areas) {
      const count = nodes.filter(({ areaId }) => areaId === id).length
      expect(key === 'blank' ? [0] : [2, 3, 4, 5, 6, 7, 8, 9, 10]).toContain(count)
    }
  })

  test.each(days)('on %s exactly one cycle is active and runs that day', (today) => {
    const active = (make(today, 'Example').cycles ?? []).filter(({ phase }) => phase === 'active')
    expect(active).toHaveLength(1)
    for (const { startsOn, endsOn } of active) expect([startsOn <= today, today <= endsOn]).toEqual([true, true])
  })
})

describe.each(templates.filter(({ key }) => key !== 'blank'))('the network of $key', ({ make }) => {
  test('every node gives and receives, in one connected network, both ways of giving', () => {
    const { nodes = [], exchanges = [] } = make('2026-11-21', 'Example')
    for (const { id, activities = [] } of nodes) {
      expect(activities.length, id).toBeGreaterThan(0)
      expect(exchanges.some(({ fromNodeId }) => fromNodeId === id) || exchanges.some(({ toNodeId }) => toNodeId === id), id).toBe(true)
    }
    expect(reachedFrom(nodes[0]?.id ?? '', exchanges).size).toBe(nodes.length)
    expect(new Set(exchanges.map(({ kind }) => kind))).toEqual(new Set(['tangible', 'intangible']))
    expect(new Set(nodes.map(({ closeness }) => closeness))).toEqual(new Set(['core', 'contributing', 'peripheral']))
  })
})

describe('the chooser', () => {
  test('lists every template once, in its order', () => {
    expect(templates.map(({ key }) => key)).toEqual(templateKeys)
  })

  test('knows no other', () => {
    expect(templateOf('constructor')).toBeUndefined()
  })
})

describe('the quarter of a new network', () => {
  const cyclesOn = (today: string) =>
    (templateOf('blank')?.make(today, 'Example').cycles ?? []).map(({ name, startsOn, endsOn, phase }) => [name, startsOn, endsOn, phase])

  test('is the calendar quarter of the day', () => {
    expect(cyclesOn('2026-11-21')).toEqual([['Q4 2026', '2026-10-01', '2026-12-31', 'active']])
    expect(cyclesOn('2027-01-01')).toEqual([['Q1 2027', '2027-01-01', '2027-03-31', 'active']])
  })

  test('is followed by the next one, in planning, where it ends within four weeks', () => {
    expect(cyclesOn('2026-12-20')).toEqual([
      ['Q4 2026', '2026-10-01', '2026-12-31', 'active'],
      ['Q1 2027', '2027-01-01', '2027-03-31', 'planning'],
    ])
  })
})

import { describe, expect, test } from 'vitest'
import { listedEntities, listIn, type WeftDocument } from '../../../lib/domain/format/document.ts'
import { nameKey } from '../../../lib/domain/table/name.ts'
import { templateChoices, templateKeys } from '../../../lib/domain/template/choice.ts'
import { fourAreas } from '../../../lib/domain/template/sketch.ts'
import { templateOf } from '../../../lib/domain/template/template.ts'
import { valueNetworkNodes } from '../../../lib/domain/template/value-network.ts'
import { closenesses } from '../../../lib/domain/vocabulary.ts'

const today = '2027-01-20'

function made(key: string, name = 'Example'): WeftDocument {
  const template = templateOf(key)
  if (!template) throw new Error(`there is no template ${key}`)
  return template.make(today, name)
}

/** Every text of a value that a person reads: all but ids, references, dates and closed words, which have no space. */
function sentencesIn(value: unknown): string[] {
  if (typeof value === 'string') return /\s/.test(value) ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(sentencesIn) : []
}

const withNodes = templateKeys.filter((key) => key !== 'blank')

describe('the words of the chooser', () => {
  test('are unlike each other, and keys fit into addresses', () => {
    for (const field of ['key', 'title', 'contents', 'audience'] as const)
      expect(new Set(templateChoices.map((choice) => choice[field])).size, field).toBe(templateKeys.length)
    for (const key of templateKeys) expect(key).toMatch(/^[a-z]+(-[a-z]+)*$/)
  })

  test('say what a template contains and who starts like this in a sentence each', () => {
    for (const { key, title, contents, audience } of templateChoices) {
      expect(title.endsWith('.'), key).toBe(false)
      for (const sentence of [contents, audience]) expect(sentence, key).toMatch(/^[A-Z].{15,160}\.$/)
    }
  })

  test('the value network has the four areas and fourteen groups that are announced', () => {
    const { areas = [], nodes = [] } = made('value-network')
    expect([areas.length, nodes.length]).toEqual([4, 14])
    expect(templateOf('value-network')?.contents).toContain('fourteen groups')
  })

  test('the value streams have three streams that reach the customers, behind platforms', () => {
    const { nodes = [], exchanges = [] } = made('value-streams')
    const streams = nodes.filter(({ name }) => name.endsWith('stream')).map(({ id }) => id)
    expect(streams).toHaveLength(3)
    const platforms = new Set<string>(nodes.filter(({ kind }) => kind === 'platform').map(({ id }) => id))
    for (const stream of streams) {
      expect(
        exchanges.some(({ fromNodeId, toNodeId }) => fromNodeId === stream && toNodeId === 'node_customers'),
        stream,
      ).toBe(true)
      expect(
        exchanges.some(({ fromNodeId, toNodeId }) => toNodeId === stream && platforms.has(fromNodeId)),
        stream,
      ).toBe(true)
    }
  })

  test('the blank network has areas and a quarter, and nothing else', () => {
    const filled = listedEntities.filter((entity) => listIn(made('blank'), entity).length > 0)
    expect(filled).toEqual(['area', 'cycle'])
  })
})

describe.each(withNodes)('names in %s', (key) => {
  const { nodes = [], areas = [], exchanges = [] } = made(key)

  test('of nodes and areas are unique, whatever their case and signs', () => {
    for (const names of [nodes.map(({ name }) => name), areas.map(({ name }) => name)]) expect(new Set(names.map(nameKey)).size).toBe(names.length)
  })

  test('fit onto the map: 28 characters at most, without spaces at the ends', () => {
    for (const { name } of nodes) expect([name.length <= 28, name.trim() === name], name).toEqual([true, true])
  })

  test('are never those of people or departments with a head: nodes are activities', () => {
    for (const { name } of nodes) expect(name).not.toMatch(/\b(department|division|head of|manager|director)\b/i)
  })

  test('of activities are unique in their node, and two to five', () => {
    for (const { name, activities = [] } of nodes) {
      expect(new Set(activities.map(nameKey)).size, name).toBe(activities.length)
      expect([2, 3, 4, 5], name).toContain(activities.length)
    }
  })

  test('nobody gives the same thing to the same node twice, or to itself', () => {
    const flows = exchanges.map(({ fromNodeId, toNodeId, deliverable }) => `${fromNodeId} ${toNodeId} ${nameKey(deliverable)}`)
    expect(new Set(flows).size).toBe(flows.length)
    for (const { id, fromNodeId, toNodeId } of exchanges) expect(fromNodeId, id).not.toBe(toNodeId)
  })

  test('every node has a closeness, and each area at most ten nodes', () => {
    for (const { name, closeness } of nodes) expect(closenesses, name).toContain(closeness)
    for (const { id } of areas) expect(nodes.filter(({ areaId }) => areaId === id).length, id).toBeLessThanOrEqual(10)
  })
})

describe.each(templateKeys)('texts in %s', (key) => {
  const sentences = sentencesIn(made(key))

  test('are never filled with what stands for something else', () => {
    expect(sentences.length).toBeGreaterThan(3)
    for (const sentence of sentences)
      expect(sentence).not.toMatch(/lorem|ipsum|foo|placeholder|untitled|example\.(com|org)|\bundefined\b|\bnull\b|\bNaN\b/i)
  })

  test('have no double spaces, no spaces at their ends, and plain apostrophes nowhere', () => {
    for (const sentence of sentences) expect([sentence.trim(), sentence.includes('  '), sentence.includes("'")]).toEqual([sentence, false, false])
  })

  test('are short enough to be read on a card: 160 characters at most', () => {
    for (const sentence of sentences) expect(sentence.length, sentence).toBeLessThanOrEqual(160)
  })

  test.each(['Ünïcode & <b>signs</b>', 'a'.repeat(200), '東京'])(
    'the network bears the name “%s” as it is, and its records do not change',
    (name) => {
      const [one, other] = [made(key), made(key, name)]
      expect(other.network.name).toBe(name)
      expect({ ...other, network: one.network }).toEqual(one)
    },
  )

  test('what one person changes in it is not there for the next', () => {
    const first = made(key)
    for (const area of first.areas ?? []) area.name = 'changed'
    for (const node of first.nodes ?? []) node.activities?.push('changed')
    for (const { metric } of first.keyResults ?? []) if (metric.kind === 'milestone') for (const step of metric.steps ?? []) step.name = 'changed'
    expect(JSON.stringify(first)).toContain('changed')
    expect(JSON.stringify(made(key))).not.toContain('changed')
  })
})

test('the four areas are those of the value network, in the order of the map', () => {
  expect(fourAreas.map(({ id }) => id)).toEqual([...new Set(Object.values(valueNetworkNodes).map(({ area }) => `area_${area}`))])
})

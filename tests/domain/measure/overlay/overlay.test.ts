import { describe, expect, test } from 'vitest'
import { figureFrom } from '../../../../lib/domain/measure/figure/figures.ts'
import { look } from '../../../../lib/domain/measure/figure/looked.ts'
import { type OverlayKind, overlayKinds } from '../../../../lib/domain/measure/overlay/kinds.ts'
import { overlayOf } from '../../../../lib/domain/measure/overlay/overlay.ts'
import { shortText } from '../../../../lib/domain/measure/overlay/result-numbers.ts'
import { tellingFigure } from '../../../../lib/domain/measure/overlay/telling.ts'
import { sentenceText } from '../../../../lib/domain/plan/sentence.ts'
import { goldenAnswer, goldenNetwork, needsNetwork, sketch } from '../../sketch.ts'
import { measured } from '../figure/measured.ts'

const { input, results } = measured(goldenNetwork())
const looked = look(input, results)

function numbers(kind: OverlayKind) {
  const overlay = overlayOf(looked, kind)
  if (!overlay) throw new Error(`no numbers of ${kind}`)
  return { ...overlay, at: (id: string) => (overlay.keyResults.get(id) ?? overlay.nodes.get(id))?.value }
}

/** What is gained or lost of the chance of the goal, as the difference of the two ends as they are told. */
function differences(sign: 1 | -1, ...path: string[]): [string, string][] {
  const whole = Number(goldenAnswer('krNetwork', 'vAll'))
  const points = (part: number) => sign * (Math.round((whole + sign * part) * 100) - Math.round(whole * 100))
  return Object.entries(Object(goldenAnswer('krNetwork', ...path))).map(([id, part]) => [id, String(points(Number(part)))])
}

/** Numbers of the worked example as whole hundredths, by id. */
function hundredths(...path: string[]): [string, string][] {
  return Object.entries(Object(goldenAnswer(...path))).map(([id, value]) => [id, String(Math.round(Number(value) * 100))])
}

describe('numbers on drawings', () => {
  test('OV1, IN25: of key results they are those of the analysis', () => {
    for (const [id, value] of hundredths('krNetwork', 'chanceSoftExact')) expect(numbers('chance').at(id), id).toBe(value)
    for (const [id, value] of differences(1, 'gainIfCertain')) expect(numbers('help').at(id), id).toBe(value)
    for (const [id, value] of differences(-1, 'lossIfMissed')) expect(numbers('slip').at(id), id).toBe(value)
    for (const [id, value] of Object.entries(Object(goldenAnswer('krNetwork', 'neededByCount'))))
      expect(numbers('needed').at(id), id).toBe(String(value))
    expect(numbers('needed').keyResults.get('K10')?.count).toBe('of 10 results')
  })
  test('OV2: a node carries its least likely result, and the best one to help', () => {
    // Brand has K1 (57 in 100) and K2 (42 in 100)
    expect(numbers('chance').nodes.get('node_brand')).toMatchObject({ value: '42', count: '2 results' })
    expect(numbers('help').at('node_brand')).toBe('7')
  })
  test('OV3: hundredths are whole, a range is a range, unknown is no number', () => {
    const of = (value: number | null, low: number, high: number) => shortText({ value, low, high, standardError: null })
    expect([of(0.254, 0.254, 0.254), of(0.004, 0.004, 0.004), of(0.999, 0.999, 0.999)]).toEqual(['25', '<1', '>99'])
    expect([of(0, 0, 0), of(1, 1, 1), of(null, 0.08, 0.31), shortText(null)]).toEqual(['0', '100', '8–31', '–'])
  })
  test('OV4: what a node costs is what all of its results cost together', () => {
    for (const [id, value] of differences(-1, 'contributionCounterfactual'))
      expect(numbers('slip').at(`node_${id}`) ?? numbers('slip').at(id), id).toBe(value)
  })
  test('OV5: who waits for a node is counted once, without its own', () => {
    // Delivery has K4 and K5; K5, K6, K1, K2, K7 wait for K4, of which K5 is its own
    expect(numbers('needed').at('node_delivery')).toBe('4')
  })
  test('OV6: exchanges are of nodes', () => {
    for (const [id, value] of hundredths('valueNetwork', 'flowLossIfRemoved'))
      expect(numbers('flow').at(`node_${id}`) ?? numbers('flow').at(id), id).toBe(value)
    expect(numbers('starfish').nodes.get('node_client')).toMatchObject({ value: '4', count: 'of 7 others' })
    expect(numbers('starfish').legend).toContain('81 of 100')
    expect([numbers('flow').keyResults.size, numbers('starfish').keyResults.size]).toEqual([0, 0])
  })
  test('OV8: each kind has the number that tells most, with its sentence, its count, and how it is worked out for nodes too', () => {
    const told = (kind: OverlayKind) => {
      const figure = tellingFigure(looked, kind)
      return figure && { id: figure.id, reading: sentenceText(figure.reading), count: figure.count }
    }
    expect(told('chance')).toMatchObject({ id: 'chance:K7', count: 'rests on 10 results; exact' })
    expect(told('help')).toMatchObject({ id: 'help:K3', count: 'as planned the goal has a chance of 25 in 100' })
    // K2 and K3 cost all of it; the first in the document is told
    expect(told('slip')).toMatchObject({ id: 'slip:K2', count: 'as planned the goal has a chance of 25 in 100' })
    expect(told('needed')).toEqual({
      id: 'needed:K10',
      reading: '9 results wait for “Capacity funding live for 3 value streams”, directly or through others.',
      count: 'of 10 results',
    })
    expect(told('flow')).toMatchObject({ id: 'leans:node_client' })
    expect(told('starfish')?.reading).toContain('81 of 100')
    for (const kind of overlayKinds) expect(tellingFigure(looked, kind)?.how, kind).toMatch(/Source: /)
    expect(tellingFigure(looked, 'slip')?.how).toMatch(/^For a node all of its results are taken as missed together/)
    expect(tellingFigure(looked, 'needed')?.shown).toMatchObject({ keyResultIds: expect.arrayContaining(['K10', 'K7']) })
    expect(tellingFigure(looked, 'needed')?.shown?.keyResultIds).toHaveLength(10)
  })
  test('OV8: where nobody waits and nothing is exchanged, no number tells most, and there is no score', () => {
    const { looked: apart } = measured(needsNetwork({ a: { confidence: 0.5 }, b: {}, c: {} }, []))
    expect(overlayOf(apart, 'needed')?.keyResults.get('a')?.value).toBe('0')
    expect([tellingFigure(apart, 'needed'), tellingFigure(apart, 'flow')]).toEqual([null, null])
    expect(apart.results.valueNetwork?.degreeCentralization).not.toBeNull()
    expect(overlayOf(apart, 'starfish')?.legend).toContain('The starfish score is unknown')
    expect(sentenceText(tellingFigure(apart, 'starfish')?.reading ?? [])).toBe('Nothing is exchanged yet.')
  })
  test('OV8: what is missed already costs nothing if it slips', () => {
    const { looked: missed } = measured(
      needsNetwork({ part: { confidence: 0 }, G: { confidence: 0.9 } }, [{ supplier: 'part', consumer: 'G' }], {
        goal: [{ id: 'g', keyResultId: 'G' }],
      }),
    )
    expect([tellingFigure(missed, 'help')?.id, tellingFigure(missed, 'slip')]).toEqual(['help:part', null])
  })
  test('IN22: who waits for nobody is not shown as waited for; what is not measured tells nothing', () => {
    const last = figureFrom(looked, 'needed:K7')
    expect(last).toMatchObject({ value: '0 results', shown: null })
    expect(figureFrom(looked, 'needed:gone')).toBeNull()
    for (const kind of overlayKinds) expect(tellingFigure(look(input, {}), kind), kind).toBeNull()
    const empty = measured(sketch({}))
    for (const kind of ['chance', 'help', 'slip', 'needed', 'flow'] as const) expect(tellingFigure(empty.looked, kind), kind).toBeNull()
  })
  test('OV1: what is not measured yet has no numbers, and an empty network none to carry', () => {
    for (const kind of overlayKinds) expect(overlayOf(look(input, {}), kind)).toBeNull()
    const empty = measured(sketch({}))
    for (const kind of overlayKinds) {
      const overlay = overlayOf(look(empty.input, empty.results), kind)
      expect([overlay?.nodes.size ?? 0, overlay?.keyResults.size ?? 0], kind).toEqual([0, 0])
    }
  })
})

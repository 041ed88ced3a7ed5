import { describe, expect, test } from 'vitest'
import { look } from '../../../../lib/domain/measure/figure/looked.ts'
import { type OverlayKind, overlayKinds } from '../../../../lib/domain/measure/overlay/kinds.ts'
import { overlayOf } from '../../../../lib/domain/measure/overlay/overlay.ts'
import { shortText } from '../../../../lib/domain/measure/overlay/result-numbers.ts'
import { goldenAnswer, goldenNetwork, sketch } from '../../sketch.ts'
import { measured } from '../figure/measured.ts'

const { input, results } = measured(goldenNetwork())
const looked = look(input, results)

function numbers(kind: OverlayKind) {
  const overlay = overlayOf(looked, kind)
  if (!overlay) throw new Error(`no numbers of ${kind}`)
  return { ...overlay, at: (id: string) => (overlay.keyResults.get(id) ?? overlay.nodes.get(id))?.value }
}

/** Numbers of the worked example as whole hundredths, by id. */
function hundredths(...path: string[]): [string, string][] {
  return Object.entries(Object(goldenAnswer(...path))).map(([id, value]) => [id, String(Math.round(Number(value) * 100))])
}

describe('numbers on drawings', () => {
  test('OV1: of key results they are those of the analysis', () => {
    for (const [id, value] of hundredths('krNetwork', 'chanceSoftExact')) expect(numbers('chance').at(id), id).toBe(value)
    for (const [id, value] of hundredths('krNetwork', 'gainIfCertain')) expect(numbers('help').at(id), id).toBe(value)
    for (const [id, value] of hundredths('krNetwork', 'lossIfMissed')) expect(numbers('slip').at(id), id).toBe(value)
    for (const [id, value] of Object.entries(Object(goldenAnswer('krNetwork', 'neededByCount'))))
      expect(numbers('needed').at(id), id).toBe(String(value))
    expect(numbers('needed').keyResults.get('K10')?.count).toBe('of 10 results')
  })
  test('OV2: a node carries its least likely result, and the best one to help', () => {
    // Brand has K1 (57 in 100) and K2 (42 in 100)
    expect(numbers('chance').nodes.get('node_brand')).toMatchObject({ value: '42', count: '2 results' })
    expect(numbers('help').at('node_brand')).toBe('6')
  })
  test('OV3: hundredths are whole, a range is a range, unknown is no number', () => {
    const of = (value: number | null, low: number, high: number) => shortText({ value, low, high, standardError: null })
    expect([of(0.254, 0.254, 0.254), of(0.004, 0.004, 0.004), of(0.999, 0.999, 0.999)]).toEqual(['25', '<1', '>99'])
    expect([of(0, 0, 0), of(1, 1, 1), of(null, 0.08, 0.31), shortText(null)]).toEqual(['0', '100', '8–31', '–'])
  })
  test('OV4: what a node costs is what all of its results cost together', () => {
    for (const [id, value] of hundredths('krNetwork', 'contributionCounterfactual'))
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
  test('OV1: what is not measured yet has no numbers, and an empty network none to carry', () => {
    for (const kind of overlayKinds) expect(overlayOf(look(input, {}), kind)).toBeNull()
    const empty = measured(sketch({}))
    for (const kind of overlayKinds) {
      const overlay = overlayOf(look(empty.input, empty.results), kind)
      expect([overlay?.nodes.size ?? 0, overlay?.keyResults.size ?? 0], kind).toEqual([0, 0])
    }
  })
})

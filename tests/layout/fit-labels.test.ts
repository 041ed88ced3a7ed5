import { describe, expect, test } from 'vitest'
import { chainInput } from '../../lib/client/scene-input/chain.ts'
import { mapInput } from '../../lib/client/scene-input/map.ts'
import { layoutChain } from '../../lib/layout/chain/chain.ts'
import { fitChainLabels } from '../../lib/layout/chain/fit-labels.ts'
import { type Box, overlap } from '../../lib/layout/geometry.ts'
import { fitMapLabels } from '../../lib/layout/map/fit-labels.ts'
import { layoutMap } from '../../lib/layout/map/map.ts'
import type { EdgeLabel } from '../../lib/layout/scene.ts'
import { textWidth, wrapWholeWords } from '../../lib/layout/text.ts'
import { exampleNetworks } from './networks.ts'

const scales = [0.45, 0.5, 0.58, 0.65, 0.8, 0.95, 1, 2]

/** No two labels on each other, none on a box, and all at 12 pixels or more on the screen. */
function expectFree(labels: ReadonlyMap<string, EdgeLabel>, boxes: readonly Box[], scale: number): void {
  const placed = [...labels.values()]
  placed.forEach(({ box, text }, at) => {
    expect(text.size * scale).toBeGreaterThanOrEqual(12 - 1e-9)
    for (const other of [...placed.slice(at + 1).map((label) => label.box), ...boxes]) expect(overlap(box, other)).toBe(false)
  })
}

describe.each(exampleNetworks())('labels at the scale of the drawing: $name', ({ snapshot, assessment }) => {
  const map = layoutMap(mapInput(snapshot, assessment))
  const chain = layoutChain(chainInput(snapshot, assessment, { level: 'key-result' }))

  test.each(scales)('LM13: at %s those of a map lie on no card, core or other label', (scale) => {
    const { centre, radius } = map.core
    const core = { x: centre.x - radius, y: centre.y - radius, width: 2 * radius, height: 2 * radius }
    expectFree(fitMapLabels(map, scale), [...map.nodes.map(({ box }) => box), core], scale)
  })

  test.each(scales)('LC15: at %s those of a chain lie on no card or other label', (scale) => {
    expectFree(
      fitChainLabels(chain, scale),
      chain.cards.map(({ box }) => box),
      scale,
    )
  })

  test('LM13: only the lines that are asked for have a label', () => {
    const [first] = map.exchanges
    if (first) expect([first.id]).toEqual(expect.arrayContaining([...fitMapLabels(map, 1, new Set([first.id])).keys()]))
  })

  test('LM13: far out there is none', () => {
    expect(fitMapLabels(map, 0.3).size).toBe(0)
    expect(fitChainLabels(chain, 0.3).size).toBe(0)
  })
})

describe('names over a drawing', () => {
  const style = { size: 12, weight: 650 }

  test('LM14: a name is cut between words, a long word ends with an ellipsis, and every line fits', () => {
    expect(wrapWholeWords('Partnerships', 60, 2, style).lines).toHaveLength(1)
    expect(wrapWholeWords('Partnerships', 60, 2, style).lines[0]).toMatch(/^Par\p{L}*…$/u)
    expect(wrapWholeWords('Publish 6 client stories', 70, 2, style).lines.join(' ')).toBe('Publish 6 client…')
    for (const width of [40, 70, 120])
      for (const text of ['External awareness', 'Net revenue retention of all clients', 'Responsibilities of everybody', 'cold-chain proof'])
        for (const line of wrapWholeWords(text, width, 2, style).lines) expect(textWidth(line, 12, 650)).toBeLessThanOrEqual(width)
  })
})

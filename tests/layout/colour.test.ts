import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { colourOf, coloursOf, contrastOf, cssOf } from '../../lib/layout/colour.ts'
import { dark, light } from '../../lib/layout/tokens.ts'
import { toneFrom, tonesOf } from '../../lib/layout/tone.ts'
import { runs } from '../property-runs.ts'

const hex = fc.integer({ min: 0, max: 0xff_ff_ff }).map((value) => `#${value.toString(16).padStart(6, '0')}` as const)

describe('LS3: a colour that somebody chose', () => {
  test.each([
    ['light', light],
    ['dark', dark],
  ] as const)('can be read in the %s theme, on all surfaces and on its own ground, and so can words on that ground', (_, palette) => {
    fc.assert(
      fc.property(hex, (tone) => {
        const { ink, tint } = coloursOf(tone, palette)
        for (const ground of [palette.bg, palette.canvas, palette.raised, tint]) expect(contrastOf(ink, ground)).toBeGreaterThanOrEqual(4.5)
        expect(contrastOf(palette.text, tint)).toBeGreaterThanOrEqual(4.5)
        expect(contrastOf(palette['text-2'], tint)).toBeGreaterThanOrEqual(4.5)
      }),
      { numRuns: runs(300) },
    )
  })

  test('stays as it is where it can be read', () => {
    expect(coloursOf('#0f5dc4', light).ink).toBe('#0f5dc4')
    expect(coloursOf('#32a1fd', dark).ink).toBe('#32a1fd')
  })

  test('is drawn in each theme by its own colour, named ones by their variable', () => {
    expect(cssOf('teal')).toBe('var(--teal)')
    expect(cssOf('#ffcc00')).toBe(`light-dark(${coloursOf('#ffcc00', light).ink}, ${coloursOf('#ffcc00', dark).ink})`)
    expect(colourOf('#ffcc00-t', light)).toBe(coloursOf('#ffcc00', light).tint)
  })

  test('is read as people write it, and words that are no colour are as none', () => {
    expect(toneFrom(' #FC0 ')).toBe('#ffcc00')
    expect(toneFrom('Teal')).toBe('teal')
    expect(toneFrom('reddish')).toBeNull()
    const areas = [
      { id: 'a', name: 'A', kind: 'customer', colour: '#ffcc00' },
      { id: 'b', name: 'B', kind: 'brand', colour: 'reddish' },
    ]
    expect([...tonesOf(areas)].map(([, { tone }]) => tone)).toEqual(['#ffcc00', 'brand'])
  })
})

import { describe, expect, test } from 'vitest'
import { layoutChain } from '../../lib/layout/chain/chain.ts'
import { colourOf } from '../../lib/layout/colour.ts'
import { layoutMap } from '../../lib/layout/map/map.ts'
import { escapeXml, sceneToSvg } from '../../lib/layout/scene-to-svg.ts'
import { textWidth, wrapText } from '../../lib/layout/text.ts'
import { dark, type Ink, light, type Palette } from '../../lib/layout/tokens.ts'
import { tones } from '../../lib/layout/tone.ts'
import { chainOf, mapOf } from './generated.ts'

const nasty = `<script>&"'\u0000\u0008\ufffe${String.fromCharCode(0xd800)} name`

describe('writing SVG', () => {
  test('LS1: names are escaped and signs that XML forbids left out', () => {
    expect(escapeXml(nasty)).toBe('&lt;script&gt;&amp;&quot;&#39; name')
    const input = mapOf({ areas: 2, nodes: 3, exchanges: 2, needs: 0, seed: 4 })
    const svg = sceneToSvg(layoutMap({ ...input, nodes: input.nodes.map((node) => ({ ...node, id: `${node.id}${nasty}`, name: nasty })) }), {
      title: nasty,
    })
    expect(svg).not.toContain('<script')
    expect(svg.match(/<g[ >]/g)?.length).toBe(svg.match(/<\/g>/g)?.length)
    expect(svg).not.toMatch(/NaN|undefined|Infinity/)
  })

  test('LS1: it holds no link, style sheet or variable unless asked for', () => {
    const scene = layoutChain(chainOf({ areas: 3, nodes: 6, cards: 20, needs: 20, seed: 6 }))
    expect(sceneToSvg(scene, { title: 'x' })).not.toMatch(/href|url\(|var\(|<style/)
    expect(sceneToSvg(scene, { title: 'x', palette: 'variables' })).toContain('var(--text, #14181F)')
    expect(sceneToSvg(scene, { title: 'x', width: 800 })).toContain('width="800"')
  })
})

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [dim = 0, bright = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (bright + 0.05) / (dim + 0.05)
}

describe.each([
  ['light', light],
  ['dark', dark],
] as const)('the %s theme', (_, palette: Palette) => {
  const surfaces: Ink[] = ['bg', 'canvas', 'raised']
  const inkOn = (inks: readonly Ink[], grounds: readonly Ink[]) =>
    Math.min(...inks.flatMap((ink) => grounds.map((ground) => contrast(colourOf(ink, palette), colourOf(ground, palette)))))

  test('LS2: text and names of areas have 4.5, lines and glyphs 3', () => {
    expect(inkOn(['text', 'text-2', 'text-3', 'added', 'removed', 'changed', ...tones], surfaces)).toBeGreaterThanOrEqual(4.5)
    expect(
      inkOn(['border', 'edge', 'focus', 'not-started', 'on-track', 'at-risk', 'off-track', 'blocked', 'done', 'late', 'stale', 'unknown'], surfaces),
    ).toBeGreaterThanOrEqual(3)
    expect(
      inkOn(['on-badge'], ['on-track', 'at-risk', 'off-track', 'blocked', 'done', 'late', 'added', 'removed', 'changed']),
    ).toBeGreaterThanOrEqual(4.5)
    for (const tone of tones) expect(inkOn(['text', 'text-2', tone], [`${tone}-t`])).toBeGreaterThanOrEqual(4.5)
  })
})

describe('text', () => {
  test('LM10: lines fit the width, words that are too long are broken, nothing is lost unless it is cut', () => {
    const style = { size: 13, weight: 600 }
    for (const text of [
      'Short',
      'A longer name of a node',
      'Donaudampfschifffahrtsgesellschaftskapitän und mehr',
      '名前の長いノードです、とても長い',
    ]) {
      for (const width of [20, 60, 140]) {
        const { lines, isCut } = wrapText(text, width, 2, style)
        expect(lines.length).toBeLessThanOrEqual(2)
        for (const line of lines) expect(textWidth(line, 13, 600)).toBeLessThanOrEqual(width)
        if (isCut) expect(lines.at(-1)).toMatch(/…$/)
        else expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
      }
    }
    expect(wrapText('', 100, 2, style)).toEqual({ lines: [], isCut: false })
  })
})

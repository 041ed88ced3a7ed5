import { colourOf, cssOf } from './colour.ts'
import { drawChain } from './draw/chain.ts'
import { drawMap } from './draw/map.ts'
import type { Mark, Paint } from './draw/mark.ts'
import { drawMatrix } from './draw/matrix.ts'
import { drawTimeline } from './draw/timeline.ts'
import { round1 } from './geometry.ts'
import type { Scene } from './scene.ts'
import { type Ink, light, type Palette } from './tokens.ts'

export type SvgOptions = {
  /** colours to write; `variables` writes `var(--ink)` with the light colour as fallback */
  readonly palette?: Palette | 'variables'
  readonly title: string
  /** pixels; by default those of the scene */
  readonly width?: number
}

const fontStack = "Inter, system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif"
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/**
 * Makes a text safe inside XML text and attribute values; signs that XML does not allow are left out.
 *
 * Cost O(length).
 */
export function escapeXml(text: string): string {
  const allowed = [...text].filter(isXmlSign).join('')
  return allowed.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
}

function isXmlSign(sign: string): boolean {
  const code = sign.codePointAt(0) ?? 0
  if (code < 32) return code === 9 || code === 10 || code === 13
  return (code < 0xd800 || code > 0xdfff) && code !== 0xfffe && code !== 0xffff
}

type Colour = (ink: Ink) => string

function colourFrom(palette: SvgOptions['palette']): Colour {
  if (palette === 'variables') return (ink) => (ink.startsWith('#') ? cssOf(ink) : `var(--${ink}, ${colourOf(ink, light)})`)
  const colours = palette ?? light
  return (ink) => colourOf(ink, colours)
}

function paintText(paint: Paint, colour: Colour): string {
  const attributes: [string, string | number | undefined][] = [
    ['fill', paint.fill ? colour(paint.fill) : 'none'],
    ['fill-opacity', paint.fillOpacity],
    ['stroke', paint.stroke ? colour(paint.stroke) : undefined],
    ['stroke-opacity', paint.strokeOpacity],
    ['stroke-width', paint.strokeWidth],
    ['stroke-dasharray', paint.dash],
    ['stroke-linecap', paint.cap],
    ['stroke-linejoin', paint.stroke ? 'round' : undefined],
  ]
  return attributes.map(([name, value]) => (value === undefined ? '' : ` ${name}="${escapeXml(String(value))}"`)).join('')
}

function markText(mark: Mark, colour: Colour): string {
  switch (mark.shape) {
    case 'group':
      return `<g data-part="${mark.part}" data-id="${escapeXml(mark.id)}">${mark.children.map((child) => markText(child, colour)).join('')}</g>`
    case 'rect': {
      const { x, y, width, height } = mark.box
      return `<rect x="${round1(x)}" y="${round1(y)}" width="${round1(width)}" height="${round1(height)}" rx="${round1(mark.radius)}"${paintText(mark.paint, colour)}/>`
    }
    case 'path':
      return `<path d="${mark.d}"${paintText(mark.paint, colour)}/>`
    case 'text': {
      const { lines, size, weight, anchor, isUpward } = mark.block
      const [first] = lines
      const turn = isUpward && first ? ` transform="rotate(-90 ${round1(first.x)} ${round1(first.y)})"` : ''
      const spans = lines.map((line) => `<tspan x="${round1(line.x)}" y="${round1(line.y)}">${escapeXml(line.text)}</tspan>`)
      return `<text font-size="${size}" font-weight="${weight}" text-anchor="${anchor}" fill="${colour(mark.ink)}"${turn}>${spans.join('')}</text>`
    }
  }
}

/** The marks of a scene, in the order in which they are painted. Cost O(size of the scene). */
export function drawScene(scene: Scene): Mark[] {
  switch (scene.kind) {
    case 'map':
      return drawMap(scene)
    case 'chain':
      return drawChain(scene)
    case 'timeline':
      return drawTimeline(scene)
    case 'matrix':
      return drawMatrix(scene)
  }
}

/**
 * Writes a scene as an SVG document that stands alone: no style sheet, no font, no link.
 *
 * @param options.title the document's name, read by screen readers; it is escaped
 * @returns SVG text
 * Cost O(size of the scene).
 */
export function sceneToSvg(scene: Scene, options: SvgOptions): string {
  const colour = colourFrom(options.palette)
  const { x, y, width, height } = scene.view
  const size = options.width
    ? `width="${options.width}" height="${round1((options.width * height) / width)}"`
    : `width="${round1(width)}" height="${round1(height)}"`
  const ground = `<rect x="${round1(x)}" y="${round1(y)}" width="${round1(width)}" height="${round1(height)}" fill="${colour('canvas')}"/>`
  const body = drawScene(scene).map((mark) => markText(mark, colour))
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${round1(x)} ${round1(y)} ${round1(width)} ${round1(height)}" ${size} font-family="${fontStack}" role="img"><title>${escapeXml(options.title)}</title>${ground}${body.join('')}</svg>`
}

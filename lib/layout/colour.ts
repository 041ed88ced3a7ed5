import { dark, type Ink, light, type NamedInk, type Palette } from './tokens.ts'
import type { CustomTone } from './tone.ts'

type Rgb = readonly [number, number, number]

/** what words need on every ground, with a little to spare for rounding */
const leastContrast = 4.55
const steps = 200
const tintShare = { light: 0.11, dark: 0.2 } as const

function rgbOf(hex: string): Rgb {
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16)
  return [part(1), part(3), part(5)]
}

function hexOf(rgb: Rgb): string {
  return `#${rgb.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`
}

function mix(from: string, to: string, share: number): string {
  const [a, b] = [rgbOf(from), rgbOf(to)]
  const at = (index: 0 | 1 | 2) => a[index] + (b[index] - a[index]) * share
  return hexOf([at(0), at(1), at(2)])
}

/**
 * Relative luminance of a colour `#rrggbb`, 0 to 1.
 *
 * Cost O(1). Source: WCAG 2.2, relative luminance.
 */
function luminanceOf(hex: string): number {
  const [r, g, b] = rgbOf(hex).map((value) => {
    const share = value / 255
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0)
}

/** Contrast ratio of two colours `#rrggbb`, 1 to 21. Cost O(1). Source: WCAG 2.2. */
export function contrastOf(a: string, b: string): number {
  const [dim = 0, bright = 0] = [luminanceOf(a), luminanceOf(b)].sort((x, y) => x - y)
  return (bright + 0.05) / (dim + 0.05)
}

type ToneColours = { readonly ink: string; readonly tint: string }

function tintFor(tone: string, palette: Palette): string {
  return mix(palette.bg, tone, palette === dark ? tintShare.dark : tintShare.light)
}

/**
 * A chosen colour as a theme can draw it: moved towards black or white only as far as words in it can be read (4.5 to 1) on all
 * surfaces and on its own pale ground.
 *
 * @param palette of the theme
 * @returns colours `#rrggbb` of lines and words, and of the ground
 * Cost O(1).
 */
export function coloursOf(tone: CustomTone, palette: Palette): ToneColours {
  const towards = luminanceOf(palette.bg) > 0.5 ? '#000000' : '#ffffff'
  const tint = tintFor(tone, palette)
  const grounds = [palette.bg, palette.canvas, palette.raised, tint]
  for (let step = 0; step < steps; step += 1) {
    const ink = mix(tone, towards, step / steps)
    if (grounds.every((ground) => contrastOf(ink, ground) >= leastContrast)) return { ink, tint }
  }
  return { ink: towards, tint }
}

/** Guaranteed by the form of a tint: without its ending it is the tone. */
function toneOfTint(ink: `${CustomTone}-t`): CustomTone {
  return ink.slice(0, -2) as CustomTone
}

function isTint(ink: CustomTone | `${CustomTone}-t`): ink is `${CustomTone}-t` {
  return ink.endsWith('-t')
}

function isChosen(ink: Ink): ink is CustomTone | `${CustomTone}-t` {
  return ink.startsWith('#')
}

function namedInk(ink: Exclude<Ink, `#${string}`>): NamedInk {
  return ink
}

/** The colour of an ink in a theme, `#rrggbb`. Cost O(1). */
export function colourOf(ink: Ink, palette: Palette): string {
  if (!isChosen(ink)) return palette[namedInk(ink)]
  return isTint(ink) ? coloursOf(toneOfTint(ink), palette).tint : coloursOf(ink, palette).ink
}

/** An ink for a style sheet: the variable of its name, or the chosen colour of the theme that is on. Cost O(1). */
export function cssOf(ink: Ink): string {
  if (!isChosen(ink)) return `var(--${ink})`
  const both = `light-dark(${colourOf(ink, light)}, ${colourOf(ink, dark)})`
  return isTint(ink) ? `var(--no-tint, ${both})` : both
}

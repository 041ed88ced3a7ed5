import type { CustomTone, NamedTone, Tone } from './tone.ts'

/** Names of the colours that a drawing uses; each is a CSS variable of the same name. */
export const inks = [
  'bg',
  'canvas',
  'raised',
  'text',
  'text-2',
  'text-3',
  'border',
  'edge',
  'focus',
  'on-badge',
  'not-started',
  'on-track',
  'at-risk',
  'off-track',
  'blocked',
  'done',
  'late',
  'stale',
  'unknown',
  'added',
  'removed',
  'changed',
] as const
export type NamedInk = (typeof inks)[number] | NamedTone | `${NamedTone}-t`
/** A colour of a drawing by its name, or one that somebody chose, as ink or as pale ground. */
export type Ink = NamedInk | CustomTone | `${CustomTone}-t`

/** Colours by ink, `#RRGGBB`. */
export type Palette = Readonly<Record<NamedInk, string>>

/** Light theme; contrasts as stated in docs/spec/layout.md, checked by a test. */
export const light: Palette = {
  bg: '#FFFFFF',
  canvas: '#F7F8FA',
  raised: '#EEF0F4',
  text: '#14181F',
  'text-2': '#4A5361',
  'text-3': '#5F6977',
  border: '#7A8494',
  edge: '#6B7686',
  focus: '#0B57D0',
  'on-badge': '#FFFFFF',
  customer: '#0F5DC4',
  brand: '#A20578',
  innovation: '#84672E',
  operational: '#114A2D',
  teal: '#0B6E75',
  violet: '#5B3FB0',
  rust: '#9C3D10',
  slate: '#3F4A5A',
  'customer-t': '#E6EEFC',
  'brand-t': '#FBE8F5',
  'innovation-t': '#F8F0DE',
  'operational-t': '#E2F2E9',
  'teal-t': '#DFF2F3',
  'violet-t': '#ECE8FA',
  'rust-t': '#FBEAE0',
  'slate-t': '#E8ECF2',
  'not-started': '#5B6573',
  'on-track': '#2A776D',
  'at-risk': '#A15B10',
  'off-track': '#8E2812',
  blocked: '#8D3BDE',
  done: '#164091',
  late: '#8E2812',
  stale: '#5B6573',
  unknown: '#5B6573',
  added: '#0B6B3A',
  removed: '#8A1C1C',
  changed: '#6B4E00',
}

/** Dark theme. */
export const dark: Palette = {
  bg: '#0F1216',
  canvas: '#171B21',
  raised: '#20262E',
  text: '#F2F4F7',
  'text-2': '#B6C0CC',
  'text-3': '#97A2B0',
  border: '#76828F',
  edge: '#97A2B0',
  focus: '#8AB8FF',
  'on-badge': '#0F1216',
  customer: '#32A1FD',
  brand: '#FD429C',
  innovation: '#F1A636',
  operational: '#89EED9',
  teal: '#4CC4CC',
  violet: '#A897FF',
  rust: '#FF8A5C',
  slate: '#B4C0CF',
  'customer-t': '#14294A',
  'brand-t': '#43162F',
  'innovation-t': '#3B2E0C',
  'operational-t': '#11382E',
  'teal-t': '#0E363A',
  'violet-t': '#2A2350',
  'rust-t': '#44200F',
  'slate-t': '#283240',
  'not-started': '#8D98A3',
  'on-track': '#BEF5DB',
  'at-risk': '#FABD40',
  'off-track': '#EF6849',
  blocked: '#C860ED',
  done: '#88C4FC',
  late: '#EF6849',
  stale: '#8D98A3',
  unknown: '#8D98A3',
  added: '#7EE2A8',
  removed: '#FF9C94',
  changed: '#F5CE6B',
}

/** The token of an area's pale ground. Cost O(1). */
export function tintOf(tone: Tone): Ink {
  return `${tone}-t`
}

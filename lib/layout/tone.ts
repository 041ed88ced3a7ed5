/** The colours of areas, by the names of the tokens: four of the preset, four more for further areas. */
export const tones = ['customer', 'brand', 'innovation', 'operational', 'teal', 'violet', 'rust', 'slate'] as const
export type NamedTone = (typeof tones)[number]
/** A colour that somebody chose, `#rrggbb`; each theme draws the nearest that can be read on it (colour.ts). */
export type CustomTone = `#${string}`
export type Tone = NamedTone | CustomTone

export type ToneOf = { readonly tone: Tone; readonly letter: string }

type AreaWord = { readonly id: string; readonly name: string; readonly kind: string | null; readonly colour?: string | null }

function toneOfKind(kind: string | null): NamedTone | null {
  return tones.find((tone) => tone === kind) ?? null
}

/** Whether a tone is a colour of its own and no name. Cost O(1). */
export function isCustom(tone: string): tone is CustomTone {
  return /^#[0-9a-f]{6}$/.test(tone)
}

/** A colour as people write it: the name of a tone, `#rgb` or `#rrggbb`; null where it is neither. Cost O(1). */
export function toneFrom(words: string | null): Tone | null {
  const text = (words ?? '').trim().toLowerCase()
  const long = text.replace(/^#([0-9a-f])([0-9a-f])([0-9a-f])$/, '#$1$1$2$2$3$3')
  return isCustom(long) ? long : toneOfKind(text)
}

/**
 * Gives each area a colour and a letter, so that areas differ as long as there are not more than colours. An area has the
 * colour chosen for it, else that of its kind, others take the first that is free, in document order.
 *
 * @returns tone and capital letter by area id
 * Cost O(areas).
 */
export function tonesOf(areas: readonly AreaWord[]): Map<string, ToneOf> {
  const taken = new Set<Tone>()
  const toneById = new Map<string, Tone>()
  for (const { id, kind, colour } of areas) {
    const tone = toneFrom(colour ?? null) ?? toneOfKind(kind)
    if (!tone || taken.has(tone)) continue
    taken.add(tone)
    toneById.set(id, tone)
  }
  areas.forEach(({ id }, index) => {
    if (toneById.has(id)) return
    const tone = tones.find((candidate) => !taken.has(candidate)) ?? tones[index % tones.length] ?? 'slate'
    taken.add(tone)
    toneById.set(id, tone)
  })
  const letters = new Set<string>()
  return new Map(areas.map(({ id, name }) => [id, { tone: toneById.get(id) ?? 'slate', letter: letterFor(name, letters) }]))
}

function letterFor(name: string, taken: Set<string>): string {
  const candidates = [...name.toUpperCase()].filter((sign) => /\p{L}|\p{N}/u.test(sign))
  const letter = candidates.find((sign) => !taken.has(sign)) ?? candidates[0] ?? '·'
  taken.add(letter)
  return letter
}

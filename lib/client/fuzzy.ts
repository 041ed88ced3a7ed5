/**
 * How well a text matches what was typed: all typed letters occur in order. Letters at word starts and in a row count more.
 *
 * @returns null where it does not match; higher is better
 */
export function fuzzyScore(text: string, typed: string): number | null {
  const [hay, needle] = [text.toLowerCase(), typed.toLowerCase().trim()]
  if (needle === '') return 0
  const whole = hay.indexOf(needle)
  if (whole >= 0) return 100 + (whole === 0 ? 50 : isWordStart(hay, whole) ? 30 : 0) - hay.length / 100
  let [at, score, last] = [0, 0, -2]
  for (const letter of needle.replace(/\s+/g, '')) {
    const found = hay.indexOf(letter, at)
    if (found < 0) return null
    score += found === last + 1 ? 3 : isWordStart(hay, found) ? 2 : 0
    last = found
    at = found + 1
  }
  return score - hay.length / 100
}

function isWordStart(text: string, at: number): boolean {
  return at === 0 || /[\s\-_/(“"]/.test(text[at - 1] ?? '')
}

/** The items that match, best first; in their own order where nothing was typed. */
export function fuzzyFilter<T>(items: readonly T[], typed: string, textOf: (item: T) => string): T[] {
  if (typed.trim() === '') return [...items]
  return items
    .map((item) => ({ item, score: fuzzyScore(textOf(item), typed) }))
    .filter(({ score }) => score !== null)
    .sort((a, b) => (b.score ?? 0) - (a.score ?? 0))
    .map(({ item }) => item)
}

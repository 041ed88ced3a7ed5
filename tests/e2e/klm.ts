/** What a person does, as the keystroke-level model counts it; of a text and of a chord, how many keys. */
export type Operator =
  | { readonly kind: 'text'; readonly keys: number }
  | { readonly kind: 'chord'; readonly keys: number }
  | { readonly kind: 'pointing' }

/** Seconds: a key or a button pressed, the pointer brought to its target, a hand moved between keyboard and pointer, a decision. */
export const klmSeconds = { key: 0.28, pointing: 1.1, homing: 0.4, decision: 1.35 } as const

/** How many keys a chord such as `Control+Shift+z` takes. */
export function keysOf(chord: string): number {
  return chord.split(/\+(?=.)/).length
}

/**
 * How many seconds a practised person needs for these, in this order, without reading and thinking about the matter. Each text, chord and
 * press is a decision; the hand lies where it is needed first. Source: Card, Moran, Newell 1980 (keystroke-level model).
 */
export function klmOf(operators: readonly Operator[]): number {
  const { key, pointing, homing, decision } = klmSeconds
  return operators.reduce((sum, operator, at) => {
    const before = operators[at - 1]
    const moves = before !== undefined && (before.kind === 'pointing') !== (operator.kind === 'pointing')
    const own = operator.kind === 'pointing' ? pointing + key : operator.keys * key
    return sum + decision + own + (moves ? homing : 0)
  }, 0)
}

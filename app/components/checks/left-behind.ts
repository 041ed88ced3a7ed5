/** What narrowed a drawing, or lit something up on it, by the names in its address. */
type Narrowed = { readonly [key in 'show' | 'lit' | 'q' | 'area' | 'status' | 'owner']: string | null }

/** In an address: nothing is narrowed. */
export const nothingNarrowed: Narrowed = { show: null, lit: null, q: null, area: null, status: null, owner: null }

/** What was there when the walk began: its end brings it back. */
let before: Narrowed | null = null

/** A walk begins: what was there stays behind it. */
export function leaveBehind(now: Narrowed): void {
  before = now
}

/** What the end of a walk brings back; what the reader has narrowed since stays. */
export function broughtBack(now: Narrowed): Narrowed {
  const isNarrowed = Object.values(now).some((value) => value !== null)
  return isNarrowed || before === null ? now : before
}

/** No walk goes on, so that nothing is left behind. */
export function forgetBehind(): void {
  before = null
}

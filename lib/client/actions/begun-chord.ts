/** So long a chord such as `g m` waits for its next key. */
const waitMs = 1_200

let begun: { readonly text: string; readonly at: number } | null = null

/** Keeps the first keys of a chord, typed at a time of the page in milliseconds; null ends it. */
export function beginChord(text: string | null, at: number): void {
  begun = text === null ? null : { text, at }
}

/** The first keys of a chord that still waits at this time; null where none does. */
export function begunChord(at: number): string | null {
  return begun && at - begun.at < waitMs ? begun.text : null
}

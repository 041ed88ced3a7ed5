import type { Sentence } from '../../plan/sentence.ts'

/** What a number is about, so that a drawing can light it up. Each list is in document order, or in the order of a chain. */
export type Shown = {
  readonly nodeIds: readonly string[]
  readonly keyResultIds: readonly string[]
  readonly dependencyIds: readonly string[]
  readonly exchangeIds: readonly string[]
}

/**
 * A number as a screen shows it. Whoever shows one shows all of it: its name, what it says, the count behind it, how it is worked out, and
 * where that is to be seen.
 */
export type Figure = {
  /**
   * The same for the same question about the same network: `promised`, `chance:KEY_RESULT`, `help:KEY_RESULT`, `slip:KEY_RESULT`, `needed:KEY_RESULT`,
   * `share:NODE`, `chain`, `ring:FIRST_KEY_RESULT`, `capacity:NODE`, `reliability:NODE`, `leans:NODE`, `starfish`, `informal`,
   * `loops:NODE`, `loop:RANK@NODE`, `gap:EXCHANGE`, `missing:DEPENDENCY`, `unused`, `links`, `robust`,
   * `flow:AREA>AREA`, `sides:NODE`, `coverage`.
   */
  readonly id: string
  /** the plain name, without a subject: “Help here first” */
  readonly name: string
  /** the number in words, “25 in 100”, “8 of 12”; “unknown” where it is not known */
  readonly value: string
  /** one sentence, whose names a screen makes links of; `sentenceText` gives it as text */
  readonly reading: Sentence
  /** the count behind it: “12 needs”, “simulated 16,384 times, ± 1” */
  readonly count: string
  /** how it is worked out, in plain words, with its source */
  readonly how: string
  /** null where there is nothing to light up */
  readonly shown: Shown | null
}

/** What is lit up; what is left out is nothing. Cost O(1). */
export function shownOf(some: Partial<Shown>): Shown {
  return { nodeIds: [], keyResultIds: [], dependencyIds: [], exchangeIds: [], ...some }
}

import type { Snapshot } from '../../snapshot.ts'
import type { Chosen } from '../report/chosen.ts'
import type { Measures } from '../report/parts.ts'
import type { Figure } from './figure.ts'

/** What the numbers are of: a network, what was asked about it (`choose`), and the day in its time zone. */
export type FigureInput = { readonly snapshot: Snapshot; readonly chosen: Chosen; readonly today: string }

/** The measures that are there already; those of a part that is missing have no figure yet. */
export type FigureResults = Partial<Measures>

/**
 * Every number that a screen may show of a network, each with its name, its sentence, its count, how it is worked out and what it is about.
 *
 * Cost O(records). Spec: IN1.
 */
export function figuresOf(_input: FigureInput, _results: FigureResults): readonly Figure[] {
  return []
}

/** The figure with this id; null where there is none, as of a record that is gone. Cost O(figures). */
export function figureIn(figures: readonly Figure[], id: string): Figure | null {
  return figures.find((figure) => figure.id === id) ?? null
}

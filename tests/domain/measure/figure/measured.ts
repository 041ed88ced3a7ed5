import { type FigureInput, type FigureResults, figureOf } from '../../../../lib/domain/measure/figure/figures.ts'
import { type Looked, look } from '../../../../lib/domain/measure/figure/looked.ts'
import { choose } from '../../../../lib/domain/measure/report/chosen.ts'
import { measureParts } from '../../../../lib/domain/measure/report/parts.ts'
import { sentenceText } from '../../../../lib/domain/plan/sentence.ts'
import type { Snapshot } from '../../../../lib/domain/snapshot.ts'

/** The day on which the worked example is read. */
export const readOn = '2027-02-10'

type Measured = { readonly input: FigureInput; readonly results: FigureResults; readonly looked: Looked }

/** A network with all its measures, as a screen has them in the end. */
export function measured(snapshot: Snapshot, goal?: string): Measured {
  const input = { snapshot, chosen: choose(snapshot, { goal }, readOn), today: readOn }
  const parts = Array.from(measureParts(snapshot, input.chosen)).flatMap((event) => (event.kind === 'part' ? [event.part] : []))
  const results: FigureResults = Object.fromEntries(parts.map(({ key, value }) => [key, value]))
  return { input, results, looked: look(input, results) }
}

/** What a figure says, as text; null where there is none. */
export function told({ input, results }: Measured, id: string): { value: string; reading: string; count: string } | null {
  const figure = figureOf(input, results, id)
  return figure && { value: figure.value, reading: sentenceText(figure.reading), count: figure.count }
}

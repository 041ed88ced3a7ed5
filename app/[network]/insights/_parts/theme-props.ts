import type { MeasureState } from '../../../../lib/client/measure/measures.ts'
import type { Figure } from '../../../../lib/domain/measure/figure/figure.ts'
import type { Looked } from '../../../../lib/domain/measure/figure/looked.ts'

/** What every theme is drawn from. A measure that is not there yet is missing in `looked.results`, and so are its figures. */
export type ThemeProps = {
  readonly looked: Looked
  /** the figure with this id; null until it is known, and where there is none */
  readonly figure: (id: string) => Figure | null
  readonly state: MeasureState
  /** whether drawings are shown as tables */
  readonly isTable: boolean
}

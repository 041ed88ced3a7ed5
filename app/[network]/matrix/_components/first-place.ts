import type { GridPlace } from '../../../../lib/layout/matrix/move.ts'
import type { MatrixScene } from '../../../../lib/layout/matrix/scene.ts'

/** Where Tab leads at first: to the need that is selected, else to what is blocked, else to the first cell in which something stands. */
export function firstPlace({ cells }: Pick<MatrixScene, 'cells'>, needId: string | null): GridPlace {
  const found =
    cells.find(({ dependencyIds }) => needId !== null && dependencyIds.includes(needId)) ?? cells.find(({ glyph }) => glyph === 'blocked') ?? cells[0]
  return { row: found?.row ?? 0, column: found?.column ?? 0 }
}

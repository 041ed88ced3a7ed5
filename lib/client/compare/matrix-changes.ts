import type { ChangeKind, ItemChange } from '../../layout/input.ts'
import type { MatrixInput, MatrixMarkInput } from '../../layout/matrix/input.ts'
import { changesOf } from './scene-changes.ts'
import type { Compared } from './use-compared.ts'

/** What became of a cell: it came or went where all that stands in it did, else it changed; null where all is the same. */
function changeOfMark({ dependencyIds }: MatrixMarkInput, changes: Readonly<Record<string, ItemChange>>): ItemChange | null {
  const kinds = dependencyIds.map((id): ChangeKind | null => changes[`dependency:${id}`]?.kind ?? null)
  const count = kinds.filter((kind) => kind !== null).length
  const [first = null] = kinds
  if (count === 0) return null
  return { kind: first !== null && kinds.every((kind) => kind === first) ? first : 'changed', count }
}

/** The input of a matrix of both moments, with what became of each cell. Cost O(marks + differences). */
export function comparedMatrix(input: MatrixInput, compared: Pick<Compared, 'comparison' | 'union'>): MatrixInput {
  const changes = changesOf(compared)
  const marks = input.marks.map((mark) => {
    const change = changeOfMark(mark, changes)
    return change ? { ...mark, change } : mark
  })
  return { ...input, marks }
}

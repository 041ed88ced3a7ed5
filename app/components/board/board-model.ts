import type { Assessment } from '../../../lib/domain/okr/assessment.ts'
import type { AskCell } from '../../../lib/domain/promise/board.ts'
import { listOf, referring, type Snapshot } from '../../../lib/domain/snapshot.ts'

/** What stands in one cell of the board, or in a sum over several: late and refused ones are trouble, and nothing else. */
export type Tally = { readonly open: number; readonly promised: number; readonly trouble: number; readonly ids: readonly string[] }

export const nothing: Tally = { open: 0, promised: 0, trouble: 0, ids: [] }

/** A row or column: a node, or an area that stands for those of its nodes that are on the board. */
export type Line = {
  readonly id: string
  readonly name: string
  readonly areaId: string
  readonly isArea: boolean
  readonly nodeIds: readonly string[]
}

export type Board = {
  readonly givers: readonly Line[]
  readonly takers: readonly Line[]
  readonly cell: (giver: Line, taker: Line) => Tally
  readonly ofGiver: (giver: Line) => Tally
  readonly ofTaker: (taker: Line) => Tally
  readonly all: Tally
  /** the areas that have a node on the board */
  readonly areaIds: readonly string[]
  readonly unfolded: readonly string[]
}

function add(a: Tally, b: Tally): Tally {
  return { open: a.open + b.open, promised: a.promised + b.promised, trouble: a.trouble + b.trouble, ids: [...a.ids, ...b.ids] }
}

/** How many needs there are in a cell; drafts were asked of nobody and are in none. */
export function total({ open, promised, trouble }: Tally): number {
  return open + promised + trouble
}

function tallyOf({ dependencies }: Assessment, { counts, late, dependencyIds }: AskCell): Tally {
  const ids = dependencyIds.filter((id) => dependencies.get(id)?.state !== 'draft')
  return { open: counts.open, promised: counts.promised - late, trouble: counts.refused + late, ids }
}

/** The lines of one side in document order: only nodes that have something there; folded areas stand for theirs. */
function linesOf(snapshot: Snapshot, nodes: ReadonlySet<string>, unfolded: readonly string[]): Line[] {
  return listOf(snapshot, 'area').flatMap((area): Line[] => {
    const own = referring(snapshot, 'node', 'areaId', area.id).filter(({ id }) => nodes.has(id))
    if (own.length === 0) return []
    if (unfolded.includes(area.id)) return own.map(({ id, name }) => ({ id, name, areaId: area.id, isArea: false, nodeIds: [id] }))
    return [{ id: area.id, name: area.name, areaId: area.id, isArea: true, nodeIds: own.map(({ id }) => id) }]
  })
}

type Options = { readonly cells: readonly AskCell[]; readonly unfolded: readonly string[] }

/** The cells as a table of givers and takers, with the sums of every line. */
export function boardOf(snapshot: Snapshot, assessment: Assessment, { cells, unfolded }: Options): Board {
  const filled = cells.map((cell) => ({ ...cell, tally: tallyOf(assessment, cell) })).filter(({ tally }) => tally.ids.length > 0)
  const givers = linesOf(snapshot, new Set(filled.map((cell) => cell.supplierNodeId)), unfolded)
  const takers = linesOf(snapshot, new Set(filled.map((cell) => cell.consumerNodeId)), unfolded)
  const lineOf = (lines: readonly Line[]) => new Map(lines.flatMap((line) => line.nodeIds.map((nodeId) => [nodeId, line.id])))
  const [giverOf, takerOf] = [lineOf(givers), lineOf(takers)]
  const sums = new Map<string, Tally>()
  const put = (key: string, tally: Tally) => void sums.set(key, add(sums.get(key) ?? nothing, tally))
  for (const { supplierNodeId, consumerNodeId, tally } of filled) {
    const [giver, taker] = [giverOf.get(supplierNodeId) ?? '', takerOf.get(consumerNodeId) ?? '']
    for (const key of [`${giver}~${taker}`, `${giver}~`, `~${taker}`, '~']) put(key, tally)
  }
  const sum = (giver: string, taker: string) => sums.get(`${giver}~${taker}`) ?? nothing
  return {
    givers,
    takers,
    cell: (giver, taker) => sum(giver.id, taker.id),
    ofGiver: (giver) => sum(giver.id, ''),
    ofTaker: (taker) => sum('', taker.id),
    all: sum('', ''),
    areaIds: [...new Set([...givers, ...takers].map(({ areaId }) => areaId))],
    unfolded,
  }
}

import { shareOf } from './counts.ts'
import { ratingOf, type ValueGraph } from './graph.ts'

/** What one area gives another, or itself. */
export type AreaFlow = {
  readonly fromAreaId: string
  readonly toAreaId: string
  readonly exchanges: number
  /** of those, how many their receivers have rated */
  readonly rated: number
  /** what the rated ones are worth to their receivers; null where none is rated */
  readonly receivedValue: number | null
}

/**
 * What flows between areas: one cell for each pair of areas, givers by row in the order of areas, every row whole. Where nothing flows the
 * cell counts 0 and its value is null.
 *
 * Cost O(areas² + m). Spec: VN26.
 */
export function areaFlows({ areaIds, areaOf, from, to, byReceiver }: ValueGraph): AreaFlow[] {
  const size = areaIds.length
  const [exchanges, rated, value] = [new Int32Array(size * size), new Int32Array(size * size), new Float64Array(size * size)]
  for (let exchange = 0; exchange < from.length; exchange += 1) {
    const cell = (areaOf[from[exchange] ?? 0] ?? 0) * size + (areaOf[to[exchange] ?? 0] ?? 0)
    exchanges[cell] = (exchanges[cell] ?? 0) + 1
    const rating = ratingOf(byReceiver, exchange)
    if (rating === null) continue
    rated[cell] = (rated[cell] ?? 0) + 1
    value[cell] = (value[cell] ?? 0) + rating
  }
  return areaIds.flatMap((fromAreaId, row) =>
    areaIds.map((toAreaId, column) => {
      const cell = row * size + column
      const count = rated[cell] ?? 0
      return { fromAreaId, toAreaId, exchanges: exchanges[cell] ?? 0, rated: count, receivedValue: count === 0 ? null : (value[cell] ?? 0) }
    }),
  )
}

/** Exchanges between different areas ÷ all, 0 to 1; null where nothing is exchanged. Cost O(m). Spec: VN25. */
export function crossAreaShare({ areaOf, from, to }: ValueGraph): number | null {
  let crossing = 0
  for (let exchange = 0; exchange < from.length; exchange += 1) if (areaOf[from[exchange] ?? 0] !== areaOf[to[exchange] ?? 0]) crossing += 1
  return shareOf(crossing, from.length)
}

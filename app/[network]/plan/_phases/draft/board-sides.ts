import type { Area } from '../../../../../lib/domain/entity.ts'
import { directionOf, sectorsOf } from '../../../../../lib/layout/map/sector.ts'

/** On which side of the core each area lies on the map, on each side from top to bottom. */
export function sidesOf(areas: readonly Area[]): { readonly left: readonly Area[]; readonly right: readonly Area[] } {
  const sectors = sectorsOf(areas.length)
  const placed = areas.map((area, at) => ({ area, towards: directionOf(sectors[at]?.mid ?? 0) })).toSorted((a, b) => a.towards.y - b.towards.y)
  const on = (isRight: boolean) => placed.filter(({ towards }) => towards.x > 1e-9 === isRight).map(({ area }) => area)
  return { left: on(false), right: on(true) }
}

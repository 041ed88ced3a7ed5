import type { EntityName } from '../ids.ts'
import { say } from '../ritual/plan/fit/words.ts'
import { networkOf } from '../snapshot.ts'
import type { DraftScope, Found } from './rule.ts'

/** From so many records on, what all of them lack is one finding and not one for each. */
export const gatherFrom = 8

type Record = { readonly id: string }

type Lacking<R extends Record> = {
  readonly entity: EntityName
  readonly all: readonly R[]
  readonly lacks: (record: R) => boolean
  readonly each: (record: R) => Found
  /** says it of all, such as “None of the 12 key results has an owner.” */
  readonly together: (count: number) => string
}

/**
 * The records that lack something. Where every one of many lacks it, the network has not begun to say it: that is one finding.
 *
 * @returns in the order of `all`
 * Cost O(records). Spec: AL9.
 */
export function lacking<R extends Record>(scope: DraftScope, { entity, all, lacks, each, together }: Lacking<R>): Found[] {
  const found = all.filter(lacks)
  if (scope.isPart || found.length < all.length || all.length < gatherFrom) return found.map(each)
  const subjects = all.map(({ id }) => ({ entity, id }))
  const network = { entity: 'network', id: networkOf(scope.snapshot).id } as const
  return [{ subjects: [network, ...subjects], nodeIds: [], sentence: say(together(all.length)), own: [] }]
}

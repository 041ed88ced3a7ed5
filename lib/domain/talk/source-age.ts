import type { Source } from '../entity.ts'
import { madeAtMs } from '../ids.ts'
import { daysBetween, formatInstant } from '../time.ts'

/** A source of which the last word is older than this is old. */
export const oldAfterDays = 180

export type SourceAge = {
  /** whole days; null where nobody knows, because the source has no day and came with a document */
  readonly days: number | null
  /** what it is counted from: the day of which the source tells, or the day on which it was noted */
  readonly since: 'on' | 'made' | null
  readonly isOld: boolean
}

/**
 * How old a source is: from the day of which it tells, else from the day on which it was noted.
 *
 * @param today `YYYY-MM-DD`; a day to come counts as 0
 * Cost O(1). Spec: SO1-SO3.
 */
export function sourceAge({ id, on }: Pick<Source, 'id' | 'on'>, today: string): SourceAge {
  const madeAt = on === null ? madeAtMs(id) : null
  const from = on ?? (madeAt === null ? null : formatInstant(madeAt).slice(0, 10))
  if (from === null) return { days: null, since: null, isOld: false }
  const days = Math.max(0, daysBetween(from, today))
  return { days, since: on === null ? 'made' : 'on', isOld: days > oldAfterDays }
}

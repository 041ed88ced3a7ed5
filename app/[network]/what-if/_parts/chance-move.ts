import { chanceText } from '../../../../lib/domain/measure/figure/told.ts'
import type { BeforeAfter } from '../../../../lib/domain/measure/what-if/compare.ts'
import type { ChanceChange } from '../../../../lib/domain/measure/what-if/losses.ts'

/** The two chances of a key result that stand side by side, and what has to be said of them. */
export type ChanceMove = Pick<ChanceChange, 'keyResultId' | 'before' | 'after'> & { readonly note: string }

function differs({ before, after }: BeforeAfter<ChanceChange['before']>): boolean {
  return chanceText(before) !== chanceText(after)
}

/** Whether a change is as large as it can be told, with the rings or without. Spec: WI10, WI18. */
export function isTold(change: ChanceChange): boolean {
  return differs(change) || (change.withoutRings !== undefined && differs(change.withoutRings))
}

/** Where both sides wait for a ring those without it stand there instead; where one does, that one is told beside. Spec: WI18. */
export function chanceMove({ keyResultId, before, after, withoutRings }: ChanceChange): ChanceMove {
  if (!withoutRings) return { keyResultId, before, after, note: '' }
  if (!before && !after) return { keyResultId, ...withoutRings, note: ' without the rings' }
  const [word, free] = before ? ['', withoutRings.after] : [' today', withoutRings.before]
  return { keyResultId, before, after, note: `, ${chanceText(free)} without the rings${word}` }
}

import type { CheckFix, CheckGiven } from './rule.ts'

/** Nothing is suggested. */
const nothing: CheckGiven = { ownerId: null, dueOn: null, text: null }

type Ask = Pick<CheckFix, 'id' | 'key' | 'label'> & { readonly asks?: CheckFix['asks']; readonly suggested?: Partial<CheckGiven> }

/** A fix by its parts: what it asks for and suggests is nothing unless it is said. Cost O(1). Spec: AL6. */
export function fixOf({ suggested = {}, asks = [], ...ask }: Ask, calls: CheckFix['calls']): CheckFix {
  return { ...ask, asks, suggested: { ...nothing, ...suggested }, calls }
}

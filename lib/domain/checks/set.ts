import { type CommandCall, call } from '../command/call.ts'
import type { FreshId } from '../ritual/plan/fit/finding.ts'
import { listOf, type Snapshot } from '../snapshot.ts'

/** What a network says of one rule: whether it speaks, and where it begins to; null is where it begins as it comes. */
export type CheckChoice = { readonly isOn: boolean; readonly limit: number | null }

/**
 * The commands that set one rule. What is again as it comes is no record, and of two records of one rule one is left.
 *
 * Cost O(settings). Spec: AL12.
 */
export function setCheck(snapshot: Snapshot, rule: string, { choice, freshId }: { choice: CheckChoice; freshId: FreshId }): CommandCall[] {
  const known = listOf(snapshot, 'checkSetting').filter((each) => each.rule === rule)
  const isUsual = choice.isOn && choice.limit === null
  const kept = isUsual ? undefined : known.at(-1)
  const gone = known.filter((each) => each !== kept).map(({ id }) => call('checkSetting.delete', { id }))
  if (isUsual) return gone
  if (kept) return [...gone, call('checkSetting.update', { id: kept.id, set: choice })]
  return [call('checkSetting.create', { id: freshId('checkSetting'), rule, ...choice })]
}

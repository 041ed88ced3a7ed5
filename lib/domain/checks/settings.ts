import { listOf, type Snapshot } from '../snapshot.ts'
import { type LimitKey, limits } from './limits.ts'
import type { CheckRule, Limit } from './rule.ts'

/** What a network has set for a rule; a rule without an entry is on, with its usual limit. */
export type CheckSettings = ReadonlyMap<string, { readonly isOn: boolean; readonly limit: number | null }>

/**
 * What a network has set, by key of the rule. Where one rule was set twice, the last in the list counts.
 *
 * Cost O(settings log settings). Spec: AL4.
 */
export function settingsOf(snapshot: Snapshot): CheckSettings {
  return new Map(listOf(snapshot, 'checkSetting').map(({ rule, isOn, limit }) => [rule, { isOn, limit }]))
}

/** Whether a rule speaks: it does unless somebody switched it off. Cost O(1). Spec: AL4. */
export function isRuleOn(settings: CheckSettings, rule: string): boolean {
  return settings.get(rule)?.isOn ?? true
}

/** The limit that holds: what was set, kept within what makes sense, else the usual one. Cost O(1). Spec: AL5. */
function limitIn(settings: CheckSettings, rule: string, { usual, least, most }: Limit): number {
  const set = settings.get(rule)?.limit ?? null
  return set === null || !Number.isFinite(set) ? usual : Math.min(most, Math.max(least, set))
}

/** The limit with which a rule is asked; 0 for one without. Cost O(1). Spec: AL5. */
export function limitFor(settings: CheckSettings, { key, limit }: Pick<CheckRule, 'key' | 'limit'>): number {
  return limit === null ? 0 : limitIn(settings, key, limit)
}

/** The limit that a screen marks: the one that holds, null where the network has switched the rule off. Cost O(settings log settings). Spec: AL4, AL5. */
export function markedLimitOf(snapshot: Snapshot, key: LimitKey): number | null {
  const settings = settingsOf(snapshot)
  return isRuleOn(settings, key) ? limitIn(settings, key, limits[key]) : null
}

/** The limit that holds in a network, by its key. Cost O(settings log settings). Spec: AL5. */
export function limitOf(snapshot: Snapshot, key: LimitKey): number {
  return limitIn(settingsOf(snapshot), key, limits[key])
}

import { api } from '../../contract/api.ts'
import type { Who } from '../../domain/access.ts'
import { fixesFor, trialOf } from '../../domain/checks/accept.ts'
import { type CheckFinding, checkFindings } from '../../domain/checks/findings.ts'
import { checkRules, ruleOf } from '../../domain/checks/registry.ts'
import type { CheckFix, CheckRule } from '../../domain/checks/rule.ts'
import { type CheckSettings, isRuleOn, limitFor, settingsOf } from '../../domain/checks/settings.ts'
import { toldFinding } from '../../domain/checks/told.ts'
import { allowedEdits } from '../../domain/command/allowed.ts'
import { DomainError } from '../../domain/error.ts'
import { newId } from '../../domain/ids.ts'
import { assess } from '../../domain/okr/assess.ts'
import { currentCycle } from '../../domain/okr/cycle.ts'
import type { FreshId } from '../../domain/ritual/plan/fit/finding.ts'
import { get, networkOf, type Snapshot } from '../../domain/snapshot.ts'
import { dayIn } from '../../domain/time.ts'
import { type Route, route } from './context.ts'

type Asking = { readonly who: Who; readonly now: string; readonly freshId: FreshId }

/** What somebody may do about findings, in their order: the guards of the commands are asked, all of them on one copy. */
function allowedFixes(snapshot: Snapshot, findings: readonly CheckFinding[], { who, now, freshId }: Asking): (readonly CheckFix[])[] {
  const offered = findings.map(({ fixes }) => fixesFor(who, fixes))
  const trials = offered.flat().map((fix) => trialOf(fix, freshId))
  const allowed = allowedEdits(snapshot, trials, { actor: 'findings', who, now })
  let first = 0
  return offered.map((fixes) => {
    const from = first
    first += fixes.length
    return fixes.filter((_fix, at) => allowed.has(from + at))
  })
}

function toldFix({ id, key, label, asks, suggested, calls }: CheckFix, freshId: FreshId) {
  return { id, key, label, needs: asks, suggested: { ...suggested, value: suggested.value ?? null }, commands: calls(suggested, freshId) }
}

function toldFindings(snapshot: Snapshot, findings: readonly CheckFinding[], asking: Asking) {
  const fixes = allowedFixes(snapshot, findings, asking)
  return findings.map((finding, at) => ({
    ...toldFinding(snapshot, finding),
    fixes: (fixes[at] ?? []).map((fix) => toldFix(fix, asking.freshId)),
  }))
}

function checkOf(rule: CheckRule, settings: CheckSettings) {
  const { key, theme, severity, title, why, source, fix, limit } = rule
  const set = limit && { value: limitFor(settings, rule), usual: limit.usual, least: limit.least, most: limit.most, unit: limit.unit }
  return { key, theme, severity, title, why, source, fix, isOn: isRuleOn(settings, key), limit: set }
}

/** The rules that are asked for; all where none is named. @throws DomainError VALIDATION where there is no such rule */
function rulesAsked(key: string | undefined): readonly CheckRule[] {
  if (key === undefined) return checkRules
  const rule = ruleOf(key)
  if (rule) return [rule]
  const remedy = `Give one of ${checkRules.map((each) => each.key).join(', ')}.`
  throw new DomainError('VALIDATION', `There is no check “${key}”. ${remedy}`, { faults: [{ path: 'rule', message: 'is no check', remedy }] })
}

/** What the alignment rules find. */
export const findingRoutes: readonly Route[] = [
  route(api.findings, async ({ store, params, query, who, now, uuid }) => {
    const snapshot = await store.read(await store.resolve(params.network))
    const on = query.on ?? dayIn(networkOf(snapshot).timeZone, now)
    const cycle = query.cycle === undefined ? currentCycle(snapshot, on) : get(snapshot, 'cycle', query.cycle)
    const cycleId = cycle?.id ?? null
    const rules = rulesAsked(query.rule)
    const found = checkFindings(snapshot, assess(snapshot, { today: on, cycleId }), { rules: rules.map(({ key }) => key) })
    const settings = settingsOf(snapshot)
    const asking: Asking = { who, now, freshId: (entity) => newId(entity, uuid()) }
    return {
      revision: snapshot.revision,
      on,
      cycleId,
      findings: toldFindings(snapshot, found.findings, asking),
      accepted: query.accepted === 'true' ? toldFindings(snapshot, found.accepted, asking) : [],
      checks: rules.map((rule) => checkOf(rule, settings)),
    }
  }),
]

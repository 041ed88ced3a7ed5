import { type Severity, severities } from '../ritual/plan/fit/finding.ts'
import type { CheckFinding } from './findings.ts'
import { ruleOf } from './registry.ts'
import type { CheckRule } from './rule.ts'

/** The findings of one rule, in their order. */
export type RuleGroup = {
  readonly rule: CheckRule
  readonly findings: readonly CheckFinding[]
  /** whether a list tells them as one line with their count, until somebody opens it */
  readonly isFolded: boolean
}

/** Up to so many findings of a rule stand in a list one by one. */
const toldUpTo = 3

/** The findings of one severity, rule by rule. */
export type SeverityGroup = { readonly severity: Severity; readonly rules: readonly RuleGroup[]; readonly count: number }

/**
 * Findings as a person goes through them: the most important first, and what one rule says together. A severity without any is left out.
 * What is not important and said by one rule of more than three stands back as one line.
 *
 * Cost O(findings). Spec: AL13, AL18.
 */
export function groupedFindings(findings: readonly CheckFinding[]): SeverityGroup[] {
  return severities.flatMap((severity): SeverityGroup[] => {
    const own = findings.filter((each) => each.severity === severity)
    const rules = [...Map.groupBy(own, ({ rule }) => rule)].flatMap(([key, list]): RuleGroup[] => {
      const rule = ruleOf(key)
      return rule ? [{ rule, findings: list, isFolded: severity !== 'high' && list.length > toldUpTo }] : []
    })
    return own.length === 0 ? [] : [{ severity, rules, count: own.length }]
  })
}

/** The findings one after the other, as a person walks through them. Cost O(findings). Spec: AL13. */
export function walkedFindings(findings: readonly CheckFinding[]): CheckFinding[] {
  return groupedFindings(findings).flatMap(({ rules }) => rules.flatMap((group) => group.findings))
}

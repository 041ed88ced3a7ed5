import type { FindingRule } from '../../../../lib/domain/ritual/plan/fit/finding.ts'
import type { Snapshot } from '../../../../lib/domain/snapshot.ts'
import { findings, plan } from './kit.ts'

type Loose = Readonly<Record<string, unknown>>

export const churn = { node: 'billing', title: 'Reduce churn' }
export const login = { node: 'platform', title: 'One login' }
export const needed = { consumerKeyResultId: 'churn', supplierKeyResultId: 'login', what: 'SSO live', neededOn: '2027-05-01' }

/** Billing's churn needs the login of Platform in Q2: one need, asked unless it says otherwise. */
export function quarter(
  fields: Loose = {},
  more: Parameters<typeof plan>[2] = {},
  keyResults: Parameters<typeof plan>[0] = { churn, login },
): Snapshot {
  return plan(keyResults, [{ ...needed, ...fields }], more)
}

/** The fixes of the first finding of a rule. */
export function fixIdsOf(snapshot: Snapshot, rule: FindingRule, options: Parameters<typeof findings>[1] = {}): string[] {
  return (
    findings(snapshot, options)
      .find((each) => each.rule === rule)
      ?.fixes.map(({ id }) => id) ?? []
  )
}

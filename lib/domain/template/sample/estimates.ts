import type { KeyResultKey } from './key-results.ts'

type Weeks = readonly [optimistic: number, likely: number, pessimistic: number]

/** How many weeks each key result of the running quarter needs, in three answers; two owners have not said. */
const weeks: Partial<Record<KeyResultKey, Weeks>> = {
  'event-stream': [1, 2, 4],
  'live-alerts': [2, 3, 5],
  'false-alarms': [1, 2, 3],
  'new-hospitals': [2, 3, 5],
  cash: [1, 1, 2],
  churn: [2, 3, 5],
  'auditors-hired': [2, 4, 7],
  'audit-package': [2, 3, 5],
  'audit-files': [1, 2, 3],
  'pilot-to-contract': [1, 2, 4],
  'carrier-partners': [1, 2, 4],
  'qualified-enquiries': [1, 1, 2],
  'brand-promise': [2, 3, 5],
  'guide-downloads': [1, 2, 3],
  'offline-app': [2, 3, 4],
  'on-time': [1, 2, 3],
  uptime: [1, 2, 3],
  onboarding: [1, 2, 3],
  'data-course': [2, 3, 5],
  'incident-reviews': [1, 2, 3],
  'service-revenue': [2, 3, 6],
  'reference-visits': [3, 4, 6],
}

/** The estimate of a key result of the sample as its record holds it; null where its owner has not said. Cost O(1). */
export function estimateOf(key: KeyResultKey) {
  const said = weeks[key]
  if (!said) return null
  const [optimistic, likely, pessimistic] = said
  return { optimistic, likely, pessimistic }
}

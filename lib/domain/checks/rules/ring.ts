import { rings } from '../../ritual/plan/fit/rings.ts'
import type { CheckRule } from '../rule.ts'

/** Key results that wait for each other, with their cheapest cut; the finding of planning. Cost O(needs), and of each ring that of its cut. Spec: AL46. */
export const ring: CheckRule = {
  key: 'ring',
  theme: 'promises',
  severity: 'high',
  title: 'Ring of key results',
  why: 'Everybody waits for everybody, and nobody can begin.',
  source: 'Strongly connected components, and the smallest set of needs that frees them (ST64, ST65).',
  fix: 'Drop or soften the needs of the cheapest cut.',
  limit: null,
  find: ({ plan }) => (plan ? rings(plan) : []),
}

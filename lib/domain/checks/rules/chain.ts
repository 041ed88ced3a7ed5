import { chain as chains } from '../../ritual/plan/fit/load.ts'
import type { CheckRule } from '../rule.ts'

/** The longest chain takes longer than the cycle; the finding of planning. Cost O(key results + needs). Spec: AL48. */
export const chain: CheckRule = {
  key: 'chain',
  theme: 'promises',
  severity: 'high',
  title: 'Chain longer than the cycle',
  why: 'If everything takes as long as it is estimated, its last key result comes after the end of the cycle.',
  source: 'The critical path of the estimates (PL47).',
  fix: 'Begin earlier, make a step smaller, or drop a need of the chain.',
  limit: null,
  find: ({ plan }) => (plan ? chains(plan) : []),
}

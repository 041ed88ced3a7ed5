import { overload as overloads } from '../../ritual/plan/fit/load.ts'
import { limits } from '../limits.ts'
import type { CheckRule } from '../rule.ts'

/** A node with more promises out than the network allows itself; the finding of planning. Cost O(needs log nodes). Spec: AL47. */
export const overload: CheckRule = {
  key: 'overload',
  theme: 'promises',
  severity: 'medium',
  title: 'Overloaded supplier',
  why: 'Who promises everybody something is late for somebody.',
  source: 'Planning (PL48).',
  fix: 'Ask which of them matter most, and who else could give the others.',
  limit: limits.overload,
  find: ({ plan }, limit) => (plan ? overloads({ ...plan, maxPromisesOut: limit }) : []),
}

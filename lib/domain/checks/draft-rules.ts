import type { CheckRule, DraftScope } from './rule.ts'
import { manyKeyResults } from './rules/many-key-results.ts'
import { manyObjectives } from './rules/many-objectives.ts'
import { noBaseline } from './rules/no-baseline.ts'
import { noKeyResult } from './rules/no-key-result.ts'
import { noNumber } from './rules/no-number.ts'
import { noOwner } from './rules/no-owner.ts'
import { output } from './rules/output.ts'

/** The rules that a draft is asked about while it is written, in the order in which they are asked. */
export const draftRules: readonly CheckRule<DraftScope>[] = [manyObjectives, noKeyResult, manyKeyResults, output, noNumber, noBaseline, noOwner]

import { type CheckFinding, checkFindings } from '../../checks/findings.ts'
import { checkRules } from '../../checks/registry.ts'
import type { Assessment } from '../../okr/assessment.ts'
import { sentenceText } from '../../plan/sentence.ts'
import type { Snapshot } from '../../snapshot.ts'

/** A finding without what can be done about it: nothing of what is supposed can be repaired. */
export type WhatIfFinding = Pick<CheckFinding, 'id' | 'rule' | 'severity' | 'subjects' | 'nodeIds' | 'sentence'>

/** Findings of which something differs, each in the order of the rules. */
export type FindingChanges = {
  /** found only as it would be */
  readonly comes: readonly WhatIfFinding[]
  /** found only as it is */
  readonly goes: readonly WhatIfFinding[]
  /** found in both, with another sentence, such as of more days; as it would be */
  readonly differs: readonly WhatIfFinding[]
}

/** What people promise each other, where it is important: dates, rings, refusals, asks without an answer, the chain; and who has promised too much. */
const compared = checkRules
  .filter(({ key, theme, severity }) => theme === 'promises' && (severity === 'high' || key === 'overload'))
  .map(({ key }) => key)

function foundIn(snapshot: Snapshot, assessment: Assessment): Map<string, WhatIfFinding> {
  const { findings } = checkFindings(snapshot, assessment, { rules: compared })
  return new Map(findings.map(({ id, rule, severity, subjects, nodeIds, sentence }) => [id, { id, rule, severity, subjects, nodeIds, sentence }]))
}

type Assessed = { readonly snapshot: Snapshot; readonly assessment: Assessment }

/**
 * Which important findings about promises come, go, or say something else. Where a need has two suppliers they are those of the first.
 * What is accepted until a day asks for no look on either side.
 *
 * Cost that of those rules, twice. Spec: CN113.
 */
export function findingChanges(before: Assessed, after: Assessed): FindingChanges {
  const [was, would] = [foundIn(before.snapshot, before.assessment), foundIn(after.snapshot, after.assessment)]
  const told = (id: string, all: typeof was) => sentenceText(all.get(id)?.sentence ?? [])
  return {
    comes: [...would.values()].filter(({ id }) => !was.has(id)),
    goes: [...was.values()].filter(({ id }) => !would.has(id)),
    differs: [...would.values()].filter(({ id }) => was.has(id) && told(id, was) !== told(id, would)),
  }
}

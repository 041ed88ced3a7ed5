import type { Acceptance } from '../entity.ts'
import type { Assessment } from '../okr/assessment.ts'
import type { NeedGraph } from '../plan/graph.ts'
import { type Sentence, words } from '../plan/sentence.ts'
import { dayText } from '../promise/day-words.ts'
import type { Severity } from '../ritual/plan/fit/finding.ts'
import type { Snapshot } from '../snapshot.ts'
import { acceptancesOf, acceptFix, isHeld } from './accept.ts'
import { checkRules } from './registry.ts'
import type { CheckFix, CheckRule, CheckScope, CheckSubject, CheckTheme, Found } from './rule.ts'
import { personPart } from './say.ts'
import { checkScope } from './scope.ts'
import { isRuleOn, limitFor, settingsOf } from './settings.ts'

export type CheckFinding = {
  /** its rule and the subjects that tell it from others: the same as long as it is there */
  readonly id: string
  readonly rule: string
  readonly theme: CheckTheme
  readonly severity: Severity
  readonly subjects: readonly [CheckSubject, ...CheckSubject[]]
  readonly nodeIds: readonly string[]
  /** people in it as `personToken` */
  readonly sentence: Sentence
  /** why somebody accepted it: it is hidden until the day of its review, and back from that day on; null: nobody did */
  readonly acceptance: Acceptance | null
  readonly fixes: readonly CheckFix[]
}

export type Checked = {
  /** what asks for a look, in the order of the rules */
  readonly findings: readonly CheckFinding[]
  /** what is there and was accepted until a day that has not come */
  readonly accepted: readonly CheckFinding[]
  /** keys of the rules that are switched off, in their order */
  readonly off: readonly string[]
}

/** What an acceptance can hold. */
const longestId = 2_000

/** The id of a finding: its rule, the subjects that tell it from others, and its part. Cost O(1). Spec: AL3. */
function idOf({ key }: CheckRule, { subjects, named = 1, part }: Found): string {
  const ids = subjects.slice(0, named).map(({ id }) => id)
  return `${key}:${[...ids, ...(part === undefined ? [] : [part])].join('+')}`.slice(0, longestId)
}

function returned({ reviewOn, ownerId }: Acceptance, today: string): Sentence {
  const until = words(` It was accepted until ${dayText(reviewOn, today)}`)
  return ownerId === null ? [until, words('.')] : [until, words('; '), personPart(ownerId), words(' answers for it.')]
}

function finish(scope: CheckScope, rule: CheckRule, { found, acceptance }: { found: Found; acceptance: Acceptance | null }): CheckFinding {
  const id = idOf(rule, found)
  const { subjects, nodeIds, sentence, own } = found
  const isBack = acceptance !== null && !isHeld(acceptance, scope.today)
  return {
    id,
    rule: rule.key,
    theme: rule.theme,
    severity: rule.severity,
    subjects,
    nodeIds,
    sentence: isBack ? [...sentence, ...returned(acceptance, scope.today)] : sentence,
    acceptance,
    fixes: [...own, acceptFix(scope, found, { id, rule: rule.key, acceptance })],
  }
}

/** What checks may be told beside the network. */
export type CheckOptions = {
  /** only these rules; all unless given */
  readonly rules?: readonly string[]
  /** the graph of the cycle, where the caller has it already */
  readonly graph?: NeedGraph
}

/**
 * Everything that the alignment rules find in a network on a day, rule by rule, each in document order. Findings never block.
 *
 * @param assessment of the cycle in question; without a cycle only rules about the value network find something
 * @returns the same whatever the order of the records in their tables
 * Cost O(n log n) in the records, and of each ring that of its cheapest cut. Spec: AL1-AL8.
 */
export function checkFindings(snapshot: Snapshot, assessment: Assessment, { rules, graph }: CheckOptions = {}): Checked {
  const scope = checkScope(snapshot, assessment, graph)
  const [settings, acceptances] = [settingsOf(snapshot), acceptancesOf(snapshot)]
  const asked = checkRules.filter(({ key }) => rules === undefined || rules.includes(key))
  const all = asked
    .filter(({ key }) => isRuleOn(settings, key))
    .flatMap((rule) => {
      const found = rule.find(scope, limitFor(settings, rule))
      return found.map((each) => finish(scope, rule, { found: each, acceptance: acceptances.get(idOf(rule, each)) ?? null }))
    })
  const isAccepted = ({ acceptance }: CheckFinding) => acceptance !== null && isHeld(acceptance, assessment.today)
  return {
    findings: all.filter((each) => !isAccepted(each)),
    accepted: all.filter(isAccepted),
    off: asked.filter(({ key }) => !isRuleOn(settings, key)).map(({ key }) => key),
  }
}

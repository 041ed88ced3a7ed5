import type { Cycle } from '../../entity.ts'
import { assess } from '../../okr/assess.ts'
import { sentenceText } from '../../plan/sentence.ts'
import { dayText } from '../../promise/day-words.ts'
import { find, type Snapshot } from '../../snapshot.ts'
import type { OutputEntry, OutputSection, RitualOutput } from '../output/output.ts'
import { commitSentence } from './commit-sentence.ts'
import { commitStateOn } from './commit-state.ts'
import type { Finding, FindingRule } from './fit/finding.ts'
import { fitFindings } from './fit/findings.ts'
import { planSections, promiseSection } from './output-tables.ts'
import { readiness } from './readiness.ts'
import { sinceBaseline } from './since/since.ts'

/** What a finding is called in a list. */
export const findingTitles: Readonly<Record<FindingRule, string>> = {
  ring: 'going in circles',
  backwards: 'too late',
  afterDue: 'after it is due',
  refused: 'refused',
  unanswered: 'no answer',
  unsent: 'not asked',
  undated: 'no day',
  chain: 'too long',
  overload: 'too many promises',
  capacity: 'too much work',
  talk: 'to be talked about',
  doubt: 'little confidence',
  emptyArea: 'nothing planned',
  orphan: 'stands alone',
}

function findingEntry({ rule, sentence, subjects: [first] }: Finding): OutputEntry {
  return { text: sentenceText(sentence), mark: findingTitles[rule], about: { entity: first.entity, id: first.id } }
}

function readinessSection(snapshot: Snapshot, cycle: Cycle, today: string): OutputSection[] {
  if (cycle.phase !== 'draft' && cycle.phase !== 'planning') return []
  const yes = (is: boolean) => (is ? 'yes' : 'no')
  const rows = readiness(snapshot, { cycleId: cycle.id, today }).map(({ nodeId, graded, drafted, led }) => [
    find(snapshot, 'node', nodeId)?.name ?? '',
    yes(graded),
    yes(drafted),
    yes(led),
  ])
  if (rows.length === 0) return []
  return [
    { id: 'readiness', title: 'How ready each node is', table: { columns: ['Node', 'Last cycle graded', 'Objective drafted', 'Lead named'], rows } },
  ]
}

/** What of the plan does not stand any more, and what is no longer simply to come. */
function sinceSection(then: Snapshot, now: Snapshot, cycle: Cycle, today: string): OutputSection {
  const { lead, keyResults, promises } = sinceBaseline(then, now, { cycleId: cycle.id, today })
  const moved = [...keyResults.filter(({ fate }) => fate !== 'asPlanned'), ...promises.filter(({ fate }) => fate !== 'running')]
  return { id: 'since', title: 'Since the baseline', note: lead, entries: moved.map(({ sentence }) => ({ text: sentenceText(sentence) })) }
}

/** The day by which is judged, and the network at the baseline where there is one. */
export type PageReading = { readonly today: string; readonly then: Snapshot | null }

/**
 * The plan of a cycle as it stands today, with or without a session: how ready nodes are, what is planned and promised, what
 * does not fit, and what became of it since its baseline.
 *
 * Cost that of `fitFindings` and `sinceBaseline`. Spec: PL66.
 */
export function planPage(snapshot: Snapshot, cycle: Cycle, { today, then }: PageReading): RitualOutput {
  const state = commitStateOn(snapshot, { id: null, cycleId: cycle.id }, today)
  const findings = fitFindings(snapshot, assess(snapshot, { today, cycleId: cycle.id }))
  const fits = { id: 'findings', title: `What does not fit (${findings.length})` }
  return {
    kind: 'plan',
    title: cycle.name,
    day: today,
    lead: commitSentence(state),
    facts: [
      { label: 'Cycle', value: `${dayText(cycle.startsOn, today)} to ${dayText(cycle.endsOn, today)}${cycle.phase ? `, ${cycle.phase}` : ''}` },
      { label: 'Promised', value: `${state.promised} of ${state.needs}` },
    ],
    sections: [
      ...(then ? [sinceSection(then, snapshot, cycle, today)] : []),
      ...readinessSection(snapshot, cycle, today),
      ...planSections(snapshot, cycle.id, today),
      promiseSection(snapshot, cycle.id, today),
      findings.length === 0 ? { ...fits, note: 'Everything fits.' } : { ...fits, entries: findings.map(findingEntry) },
    ],
    calendar: [],
  }
}

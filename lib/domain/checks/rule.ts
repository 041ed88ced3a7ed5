import type { CommandCall } from '../command/call.ts'
import type { Cycle, Exchange, KeyResult, Node, Objective } from '../entity.ts'
import type { EntityName } from '../ids.ts'
import type { NetworkNeeds } from '../network/node-needs.ts'
import type { Assessment } from '../okr/assessment.ts'
import type { Sentence } from '../plan/sentence.ts'
import type { FitScope, FixGiven, FreshId, Severity } from '../ritual/plan/fit/finding.ts'
import type { Snapshot } from '../snapshot.ts'

/** What a check is about. */
export const checkThemes = ['goals', 'promises', 'structure', 'exchanges'] as const
export type CheckTheme = (typeof checkThemes)[number]

/** The number at which a check begins to speak. */
export type Limit = {
  /** where nobody has set another one */
  readonly usual: number
  readonly least: number
  readonly most: number
  /** what is counted, as it stands behind the number: “days”, “objectives of one node” */
  readonly unit: string
}

export type CheckSubject = { readonly entity: EntityName; readonly id: string }

/** What a person gives with a fix. `value` is a number, such as a rating. */
export type CheckGiven = FixGiven & { readonly value?: number | null }

/** One way to deal with a finding: a key, and the commands behind it. */
export type CheckFix = {
  readonly id: string
  readonly key: string
  readonly label: string
  /** what has to be given first; with none, one key is enough */
  readonly asks: readonly (keyof CheckGiven)[]
  /** what one would give first; people choose */
  readonly suggested: CheckGiven
  readonly calls: (given: CheckGiven, freshId: FreshId) => CommandCall[]
}

/** What a rule finds, before it is known whether somebody has accepted it. */
export type Found = {
  /** the first ones tell it from all others of its rule */
  readonly subjects: readonly [CheckSubject, ...CheckSubject[]]
  /** how many of them do; 1 unless said */
  readonly named?: number
  /** tells it from others with the same first subject */
  readonly part?: string
  /** the nodes that have to look at it, each once */
  readonly nodeIds: readonly string[]
  readonly sentence: Sentence
  /** the same as a question to who drafts the record, without its name */
  readonly hint?: string
  readonly own: readonly CheckFix[]
}

/** What rules about a draft look at: some nodes, and what they plan for a cycle. */
export type DraftScope = {
  readonly snapshot: Snapshot
  readonly nodes: readonly Node[]
  readonly objectives: readonly Objective[]
  readonly keyResults: readonly KeyResult[]
  /** whether only a part of the network is looked at: then each record is told of by itself */
  readonly isPart: boolean
}

/** What all other rules look at: the whole network on a day, and the plan of its cycle. */
export type CheckScope = DraftScope & {
  readonly assessment: Assessment
  readonly today: string
  /** when one looks again at what is accepted, unless somebody says another day */
  readonly reviewOn: string
  /** null: the network has no cycle; rules about plans then find nothing */
  readonly cycle: Cycle | null
  readonly plan: FitScope | null
  readonly exchanges: readonly Exchange[]
  /** which nodes need which, in the cycle */
  readonly needs: NetworkNeeds
}

/** One alignment rule. It finds, it never blocks. */
export type CheckRule<S = CheckScope> = {
  /** stable: settings, acceptances and ids of findings name it */
  readonly key: string
  readonly theme: CheckTheme
  readonly severity: Severity
  readonly title: string
  /** why it is worth a look, in one sentence */
  readonly why: string
  /** where the rule comes from */
  readonly source: string
  /** what people do about it, in one sentence */
  readonly fix: string
  readonly limit: Limit | null
  /** @param limit that of the network, else the usual one; 0 for a rule without */
  readonly find: (scope: S, limit: number) => readonly Found[]
}

import type { CommandCall } from '../../../command/call.ts'
import type { Cycle, Dependency, KeyResult } from '../../../entity.ts'
import type { EntityName, Id } from '../../../ids.ts'
import type { Assessment } from '../../../okr/assessment.ts'
import type { NeedGraph } from '../../../plan/graph.ts'
import type { Sentence } from '../../../plan/sentence.ts'
import type { Snapshot } from '../../../snapshot.ts'
import type { ItemSubject } from '../../../vocabulary.ts'

/** What can be found in a plan, in the order in which a meeting takes it. */
export const findingRules = [
  'doubt',
  'ring',
  'backwards',
  'afterDue',
  'refused',
  'unanswered',
  'unsent',
  'undated',
  'chain',
  'overload',
  'capacity',
  'talk',
  'emptyArea',
  'orphan',
] as const
export type FindingRule = (typeof findingRules)[number]

export const severities = ['high', 'medium', 'low'] as const
export type Severity = (typeof severities)[number]

/** What a finding is about; the first one is what entries of the session point at. */
export type FindingSubject = { readonly entity: ItemSubject; readonly id: string }

/** What a person gives with a fix; what it does not ask for is not read. */
export type FixGiven = { readonly ownerId: string | null; readonly dueOn: string | null; readonly text: string | null }

/** Makes the id of a new record: the domain has no dice. */
export type FreshId = <E extends EntityName>(entity: E) => Id<E>

export const fixIds = ['drop', 'later', 'earlier', 'ask', 'settled', 'assign', 'talk', 'accept'] as const
export type FixId = (typeof fixIds)[number]

/** One way to deal with a finding: a key, and the commands behind it. */
export type Fix = {
  readonly id: FixId
  readonly key: string
  readonly label: string
  /** what has to be given first; with none, one key is enough */
  readonly asks: readonly (keyof FixGiven)[]
  /** what one would give first; people choose */
  readonly suggested: FixGiven
  readonly calls: (given: FixGiven, freshId: FreshId) => CommandCall[]
}

/** How a session has dealt with a finding that is still there: its risk was accepted, somebody took it on, both sides talk. */
export type Handled = { readonly how: 'accepted' | 'assigned' | 'talk'; readonly itemId: string }

export type Finding = {
  /** the rule and its first subject: the same as long as the finding is there */
  readonly id: string
  readonly rule: FindingRule
  readonly severity: Severity
  readonly subjects: readonly [FindingSubject, ...FindingSubject[]]
  /** the nodes that have to look at it, each once */
  readonly nodeIds: readonly string[]
  readonly sentence: Sentence
  /** null: nobody has dealt with it */
  readonly handled: Handled | null
  readonly fixes: readonly Fix[]
}

/** A finding before it is known what the session says of it. */
export type Found = Pick<Finding, 'rule' | 'severity' | 'subjects' | 'nodeIds' | 'sentence'> & { readonly own: readonly Fix[] }

/** What the rules look at. */
export type FitScope = {
  readonly snapshot: Snapshot
  readonly assessment: Assessment
  readonly cycle: Cycle
  readonly graph: NeedGraph
  /** the key results of the cycle, and its needs that have not ended; in document order */
  readonly keyResults: readonly KeyResult[]
  readonly needs: readonly Dependency[]
  readonly ritualId: string | null
  /** reads the day of an instant where the network lives */
  readonly dayOf: (at: string) => string
  /** how many promises one node may have out before it is found */
  readonly maxPromisesOut: number
}

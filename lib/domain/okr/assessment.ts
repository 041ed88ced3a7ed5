import type { PromiseState } from '../vocabulary.ts'
import type { StatedStatus } from './confidence.ts'
import type { GradeBand } from './grade.ts'
import type { Progress } from './progress.ts'
import type { RollUp } from './roll-up.ts'

/** What the network implies about a key result, strongest first. A key result has a set of them. */
export const derivedStatuses = ['done', 'blocked', 'late', 'stale'] as const
export type DerivedStatus = (typeof derivedStatuses)[number]

/**
 * The one mark that a key result shows where there is room for one only, worst first. It never replaces the two fields
 * `stated` and `derived`; a screen with room shows both.
 */
export const displayStatuses = ['blocked', 'late', 'off-track', 'at-risk', 'stale', 'unknown', 'not-started', 'on-track', 'done'] as const
export type DisplayStatus = (typeof displayStatuses)[number]

/** What the dates imply about a dependency, strongest first. */
export const dependencyMarks = ['late', 'overdue', 'backwards'] as const
export type DependencyMark = (typeof dependencyMarks)[number]

/** The one word for a dependency, or for the worst of several, worst first. */
export const dependencyConditions = [
  'revoked',
  'declined',
  'late',
  'overdue',
  'backwards',
  'draft',
  'open',
  'promised',
  'delivered',
  'accepted',
  'ended',
] as const
export type DependencyCondition = (typeof dependencyConditions)[number]

/** Why a need holds its consumer up. The last two lie with the supplier, the others with the promise. */
export type CauseReason = 'late' | 'overdue' | 'declined' | 'revoked' | 'supplier-off-track' | 'supplier-blocked'

/** One step of a chain of causes: a need of `keyResultId` and what is wrong with it. */
export type Cause = {
  readonly dependencyId: string
  /** the key result that needs */
  readonly keyResultId: string
  /** the key result that should give; null where the need is on a node */
  readonly supplierKeyResultId: string | null
  readonly supplierNodeId: string | null
  readonly reason: CauseReason
}

export type DependencyAssessment = {
  readonly id: string
  readonly state: PromiseState
  readonly strength: number
  readonly consumerKeyResultId: string
  readonly supplierKeyResultId: string | null
  readonly consumerNodeId: string | null
  /** the node of the supplying key result, else the node that was asked */
  readonly supplierNodeId: string | null
  readonly consumerAreaId: string | null
  readonly supplierAreaId: string | null
  /** the cycle of its consumer */
  readonly cycleId: string | null
  /** promised, delivered or accepted */
  readonly isPromised: boolean
  /** offered, requested, countered or deferred: somebody has to answer */
  readonly isOpen: boolean
  /** withdrawn or cancelled: in no measure, not drawn by default */
  readonly isEnded: boolean
  /** delivered or accepted: nothing is waited for any more */
  readonly isSettled: boolean
  readonly isInsideNode: boolean
  readonly crossesArea: boolean
  /** strongest first; empty for an ended one */
  readonly marks: readonly DependencyMark[]
  /** days that the promise is late; 0 where it is not */
  readonly lateDays: number
  /** days since an ask that nobody has promised should have been met; 0 where it is not overdue */
  readonly overdueDays: number
  /** days by which the promised date lies after the needed one; 0 where it does not */
  readonly backwardsDays: number
  readonly condition: DependencyCondition
}

export type LastCheckIn = {
  readonly id: string
  readonly at: string
  /** calendar day in the network's time zone */
  readonly day: string
}

export type KeyResultAssessment = {
  readonly id: string
  readonly objectiveId: string
  readonly nodeId: string | null
  readonly areaId: string | null
  readonly cycleId: string | null
  readonly progress: Progress
  /** share of its time that has gone, 0 to 1: where the progress would be today at an even pace */
  readonly expected: number | null
  /** progress less expected, -1 to 1; negative is behind */
  readonly gap: number | null
  /** what the owner says; null where nothing was said */
  readonly stated: StatedStatus | null
  /** what the network implies, strongest first */
  readonly derived: readonly DerivedStatus[]
  readonly display: DisplayStatus
  /** the owner says on track, the network says blocked or late */
  readonly disagrees: boolean
  /** how many needs lie between it and the nearest reason; null where it is not blocked */
  readonly blockedHops: number | null
  /** the first step of its shortest chain of causes (`causesOf` gives the chain); null where it is not blocked */
  readonly blockedBy: Cause | null
  /** needs with a strength below 1 that are held up: “at risk through …”; no mark */
  readonly atRiskThrough: readonly Cause[]
  readonly isDone: boolean
  /** days past its due date (else the cycle's end) without being done; 0 where it is not late */
  readonly lateDays: number
  /** own due date, else the cycle's end */
  readonly dueOn: string | null
  /** 0 to 1 */
  readonly confidence: number | null
  readonly lastCheckIn: LastCheckIn | null
  /** calendar days since the last check-in; null where there is none */
  readonly daysSinceCheckIn: number | null
  /** progress at the last check-in of each of the last 8 weeks, oldest first; null: no check-in in that week */
  readonly sparkline: readonly (number | null)[]
  /** dependencies that it waits for, ended ones left out */
  readonly needs: number
  /** dependencies of others that wait for it, ended ones left out */
  readonly gives: number
}

/** How many key results show each status. */
export type StatusCounts = Readonly<Record<DisplayStatus, number>>

export type ObjectiveAssessment = {
  readonly id: string
  readonly nodeId: string
  readonly cycleId: string
  readonly progress: RollUp
  /** the key results' expected shares, by the same weights and of the same key results */
  readonly expected: number | null
  /** mean of the grades given, by weight: apart from progress */
  readonly grade: RollUp
  readonly gradeBand: GradeBand | null
  /** the grade that its kind asks for: committed 1, aspirational 0.7; null where the kind is unknown */
  readonly expectedGrade: number | null
  readonly counts: StatusCounts
  readonly worst: DisplayStatus | null
  readonly worstCount: number
  readonly keyResults: number
  readonly needs: number
  readonly gives: number
}

/** A node, an area or the whole network, over the objectives of the cycle in question. */
export type GroupAssessment = {
  readonly id: string
  readonly progress: RollUp
  readonly expected: number | null
  readonly counts: StatusCounts
  readonly worst: DisplayStatus | null
  readonly worstCount: number
  readonly objectives: number
  readonly keyResults: number
  /** dependencies on others outside of it */
  readonly needs: number
  /** dependencies of others outside on it */
  readonly gives: number
  /** dependencies from inside to inside */
  readonly inside: number
  /** worst condition among `needs` and among `gives` */
  readonly worstNeed: DependencyCondition | null
  readonly worstGive: DependencyCondition | null
}

export type Coverage = {
  /** all that are not ended; drafts included */
  readonly total: number
  readonly promised: number
  readonly open: number
  /** declined or revoked */
  readonly refused: number
  readonly draft: number
  readonly ended: number
  /** promised ÷ (not ended and not draft); null where there is nothing to promise */
  readonly share: number | null
  readonly crossNode: number
  readonly crossArea: number
  readonly late: number
  readonly overdue: number
  readonly backwards: number
  /** needs on a node that has no key result for them yet */
  readonly onNodeOnly: number
}

export type NetworkAssessment = GroupAssessment & { readonly coverage: Coverage }

/** All that the screens need to know about a network on one day. Plain data; maps are by id, in the order of the document. */
export type Assessment = {
  readonly today: string
  /** null: all cycles together */
  readonly cycleId: string | null
  /** every key result of every cycle, because needs cross cycles */
  readonly keyResults: ReadonlyMap<string, KeyResultAssessment>
  readonly dependencies: ReadonlyMap<string, DependencyAssessment>
  readonly objectives: ReadonlyMap<string, ObjectiveAssessment>
  /** only what belongs to the cycle; every node and area has an entry */
  readonly nodes: ReadonlyMap<string, GroupAssessment>
  readonly areas: ReadonlyMap<string, GroupAssessment>
  readonly network: NetworkAssessment
}

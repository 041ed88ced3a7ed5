import { type Cut, cheapestCut } from '../../plan/cut.ts'
import { ringsOf } from '../../plan/rings.ts'
import type { Snapshot } from '../../snapshot.ts'
import { finish, type Steps, within } from '../step.ts'
import { exchangeUse } from './exchange-use.ts'
import { goalKeyResultId, goalsInReach } from './goal.ts'
import { hardChance, weakestLink } from './hard.ts'
import { placedNeeds, promiseCounts } from './promises.ts'
import { type ReachSets, reachSets } from './reach-sets.ts'
import { byId, type NumbersOptions, nodesOf, type OrderedNumbers, orderedNumbers, type Stated, type StatedBy } from './report-numbers.ts'
import type { Trials } from './simulate.ts'
import type { SoftChances } from './soft.ts'
import { keyResultGraph, type SupplyGraph, supplyGraph, waitedFor, withoutNeeds } from './supply.ts'

export type KrNetworkOptions = Trials & {
  /** id of a goal or of a key result; absent or null: the first goal that the cycle reaches */
  readonly goalId?: string | null
  /** null is all cycles */
  readonly cycleId: string | null
  /** adds the chance to end by so many weeks, by the normal approximation */
  readonly deadlineWeeks?: number
  /** the soft chances of the cycle, where they are known already */
  readonly soft?: SoftChances
}

/** Lists of more ids than this together are left out; their counts are not. */
const mostListed = 2_000_000

/** Key results that are gone through in one step. */
const stepSize = 256

/** Calls `visit` with each key result, in steps. */
function* eachKeyResult(count: number, visit: (vertex: number) => void): Steps<void> {
  for (let vertex = 0; vertex < count; vertex += 1) {
    visit(vertex)
    if (vertex % stepSize === stepSize - 1) yield vertex / count
  }
}

/** Hard chance and weakest link of every key result. */
function* hardNumbers(supply: SupplyGraph, behind: ReachSets): Steps<{ readonly hard: StatedBy; readonly weakest: StatedBy }> {
  const [hard, weakest]: [Stated[], Stated[]] = [[], []]
  yield* eachKeyResult(supply.keyResults, (vertex) => {
    hard.push(hardChance(supply, vertex, behind))
    weakest.push(weakestLink(supply, vertex, behind))
  })
  return { hard: byId(supply, (vertex) => hard[vertex] ?? null), weakest: byId(supply, (vertex) => weakest[vertex] ?? null) }
}

/** Calls `visit` with each key result and each one that it depends on, in steps. */
function eachPair({ keyResults }: SupplyGraph, behind: ReachSets, visit: (consumer: number, supplier: number) => void): Steps<void> {
  return eachKeyResult(keyResults, (vertex) =>
    behind.eachSupplierOf(vertex, (supplier) => {
      if (supplier < keyResults) visit(vertex, supplier)
    }),
  )
}

/** How many key results depend on each one. */
function* consumerCounts(supply: SupplyGraph, behind: ReachSets): Steps<Int32Array> {
  const counts = new Int32Array(supply.keyResults)
  yield* eachPair(supply, behind, (_, supplier) => {
    counts[supplier] = (counts[supplier] ?? 0) + 1
  })
  return counts
}

/**
 * Where something is reached: how many still wait for each key result. What is reached waits for nobody, nobody waits for it, nor through it.
 *
 * @param waited reach without what reached key results needed
 */
function* waitingNumbers(supply: SupplyGraph, waited: ReachSets): Steps<{ readonly waitedForByCount?: Readonly<Record<string, number>> }> {
  if (!supply.reached.includes(1)) return {}
  const counts = yield* consumerCounts(supply, waited)
  return { waitedForByCount: byId(supply, (vertex) => (supply.reached[vertex] === 1 ? 0 : (counts[vertex] ?? 0))) }
}

function* reachNumbers(supply: SupplyGraph, behind: ReachSets) {
  const counts = yield* within(consumerCounts(supply, behind), 0, 0.5)
  const neededByCount = byId(supply, (vertex) => counts[vertex] ?? 0)
  if (counts.reduce((sum, count) => sum + count, 0) > mostListed) return { dependsOnAll: null, neededByAll: null, neededByCount }
  const ids = supply.graph.keyResultIds
  const [suppliers, consumers] = [ids.map((): string[] => []), ids.map((): string[] => [])]
  const list = eachPair(supply, behind, (consumer, supplier) => {
    suppliers[consumer]?.push(ids[supplier] ?? '')
    consumers[supplier]?.push(ids[consumer] ?? '')
  })
  yield* within(list, 0.5, 1)
  return {
    dependsOnAll: byId(supply, (vertex) => suppliers[vertex] ?? []),
    neededByAll: byId(supply, (vertex) => consumers[vertex] ?? []),
    neededByCount,
  }
}

function values(stated: StatedBy): Record<string, number | null> {
  return Object.fromEntries(Object.entries(stated).map(([id, each]) => [id, each?.value ?? null]))
}

/** The measures under the names of the report, each with its ranges and errors. */
function named({ soft, birnbaum, gain, loss, counterfactual, shapley }: OrderedNumbers) {
  return {
    chanceSoftExact: soft,
    birnbaumToGoal: birnbaum,
    gainIfCertain: gain,
    lossIfMissed: loss,
    contributionCounterfactual: counterfactual,
    contributionShapley: shapley,
  }
}

function collect<T>(stated: StatedBy, of: (each: Stated) => T | null): Record<string, T> {
  const kept: Record<string, T> = {}
  for (const [id, each] of Object.entries(stated)) {
    const value = each && of(each)
    if (value !== null) kept[id] = value
  }
  return kept
}

function byMeasure<T>(stated: Readonly<Record<string, StatedBy>>, of: (each: Stated) => T | null): Record<string, Record<string, T>> {
  const measures = Object.entries(stated).map(([measure, by]) => [measure, collect(by, of)] as const)
  return Object.fromEntries(measures.filter(([, by]) => Object.keys(by).length > 0))
}

/** The ranges of what is unknown, and the errors of what was simulated; each only where there is some. */
function reservations(stated: Readonly<Record<string, StatedBy>>, trials: number | null) {
  const ranges = byMeasure(stated, ({ value, low, high }) => (value === null ? ([low, high] as const) : null))
  const standardError = byMeasure(stated, (each) => each.standardError ?? null)
  return {
    ...(Object.keys(ranges).length === 0 ? {} : { ranges }),
    ...(trials === null ? {} : { simulated: { trials, standardError } }),
  }
}

/** @param given what of the goal rests on no node: 1 where it is reached, else 0 */
function ordered(numbers: OrderedNumbers, given: number) {
  const { contributionCounterfactual, contributionShapley, chanceSoftExact, ...toGoal } = named(numbers)
  return {
    level: numbers.level,
    chanceSoftExact: values(chanceSoftExact),
    ...Object.fromEntries(Object.entries(toGoal).map(([measure, by]) => [measure, values(by)])),
    criticalityImportance: numbers.criticality,
    contributionCounterfactual: values(contributionCounterfactual),
    contributionShapley: values(contributionShapley),
    vAll: numbers.whole?.value ?? null,
    vNone: numbers.whole ? given : null,
    pathWeightToGoal: numbers.pathWeight,
    pathsToGoal: numbers.paths,
    pert: numbers.pert,
  }
}

/** A goal that is reached rests on no node any more. */
function givenOf({ graph, reached }: SupplyGraph, goal: string | null): number {
  return reached[graph.vertexById.get(goal ?? '') ?? -1] ?? 0
}

function* promiseKeys(snapshot: Snapshot, cycleId: string | null) {
  const needs = placedNeeds(snapshot, cycleId)
  yield 0.3
  const counts = promiseCounts(needs)
  yield 0.6
  const use = exchangeUse(snapshot, needs)
  return {
    commitmentStates: counts.states,
    writtenCommitmentCoverage: counts.coverage,
    openRequests: counts.open,
    declined: counts.declined,
    crossNodeDependencies: counts.crossNode,
    crossAreaDependencies: counts.crossArea,
    dependenciesWithoutExchange: use.needsWithoutExchange,
    exchangesWithoutDependency: use.exchangesWithoutNeed,
  }
}

function allReservations(numbers: OrderedNumbers, more: Readonly<Record<string, StatedBy>>) {
  const whole = numbers.goalTrials === null ? numbers.softTrials : numbers.goalTrials
  return reservations({ ...more, ...named(numbers), vAll: { goal: numbers.whole } }, whole)
}

type AfterCut = {
  readonly rings?: readonly { readonly keyResultIds: readonly string[]; readonly cut: Cut }[]
  readonly afterCut?: Readonly<Record<string, unknown>>
}

/** Where there are rings: which, the cheapest cut of each, and the numbers as they would be after it. */
function* afterCut(snapshot: Snapshot, supply: SupplyGraph, options: NumbersOptions): Steps<AfterCut> {
  const graph = keyResultGraph(supply)
  const rings = ringsOf(graph).map((ring) => ({ keyResultIds: ring.keyResultIds, cut: cheapestCut(graph, ring) }))
  if (rings.length === 0) return {}
  yield 0
  const cut = new Set(rings.flatMap((ring) => ring.cut.needIds))
  const numbers = yield* orderedNumbers(snapshot, withoutNeeds(supply, cut), options)
  yield 1
  return { rings, afterCut: { withoutDependencies: [...cut], ...ordered(numbers, givenOf(supply, options.goal)), ...allReservations(numbers, {}) } }
}

/**
 * Everything that is known of the key results of a cycle and their needs, under the keys of the worked example. Further keys are there only
 * where they say something: `waitedForByCount` (who still waits, where something is reached), `ranges` (unknown own chances at 0 and at 1), `simulated` (how many trials, and the standard error of each
 * number), `rings` and `afterCut` (numbers as they would be if the cheapest cut of each ring were dropped).
 *
 * @throws DomainError NOT_FOUND where the named goal is not there
 * Cost that of its parts: exact chances within `exactLimits`, reach O(needs · key results ÷ 32 + pairs that reach each other). Spec: CN1-CN84,
 * CN90-CN92.
 */
export function* krNetworkSteps(snapshot: Snapshot, { goalId = null, cycleId, deadlineWeeks, soft, ...trials }: KrNetworkOptions) {
  const supply = supplyGraph(snapshot, cycleId)
  const inReach = goalsInReach(snapshot, supply.graph, cycleId)
  const goal = goalId === null ? (inReach[0] ?? null) : goalKeyResultId(snapshot, goalId)
  const goals = [...new Set([...(goal === null ? [] : [goal]), ...inReach])]
  const options = { goal, goals, deadlineWeeks, trials }
  yield 0.005
  const behind = reachSets(supply.graph)
  yield 0.01
  const waited = supply.reached.includes(1) ? reachSets(waitedFor(supply)) : behind
  yield 0.02
  const { hard, weakest } = yield* within(hardNumbers(supply, waited), 0.02, 0.1)
  const reach = yield* within(reachNumbers(supply, behind), 0.1, 0.18)
  const waiting = yield* within(waitingNumbers(supply, waited), 0.18, 0.2)
  const numbers = yield* within(orderedNumbers(snapshot, supply, { ...options, soft }), 0.2, 0.6)
  const cut = yield* within(afterCut(snapshot, supply, options), 0.6, 0.95)
  const told = ordered(numbers, givenOf(supply, goal))
  yield 0.96
  const promises = yield* within(promiseKeys(snapshot, cycleId), 0.96, 0.98)
  yield 0.98
  const unsure = allReservations(numbers, { chanceHardExact: hard, weakestLink: weakest })
  return {
    ...reach,
    ...waiting,
    hasCycle: cut.rings !== undefined,
    chanceHardExact: values(hard),
    weakestLink: values(weakest),
    goal,
    ...told,
    nodesWithKRs: nodesOf(snapshot, supply, supply.keyResults),
    ...promises,
    ...unsure,
    ...cut,
  }
}

/** `krNetworkSteps` to its end. Spec: CN90-CN92. */
export function krNetworkReport(snapshot: Snapshot, options: KrNetworkOptions) {
  return finish(krNetworkSteps(snapshot, options))
}

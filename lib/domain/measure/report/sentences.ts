import { isReachedIn } from '../../okr/reached.ts'
import { needGraph } from '../../plan/graph.ts'
import { find, type Snapshot } from '../../snapshot.ts'
import type { PromiseState } from '../../vocabulary.ts'
import { type SupplyGraph, supplyGraph } from '../chance/supply.ts'
import { type KrNumbers, krNumbersOf, waitingCounts } from '../figure/kr-numbers.ts'
import { cycleWeeksOf } from '../schedule/cycle-weeks.ts'
import { finish, type Steps } from '../step.ts'
import { valueGraph } from '../value/snapshot-graph.ts'
import type { Analysis } from './analyse.ts'
import type { Chosen } from './chosen.ts'
import { goalNumbers } from './goal-numbers.ts'
import { longestOf } from './longest.ts'
import type { Said } from './said.ts'
import { capacitySentence } from './sentence-capacity.ts'
import { chainSentence } from './sentence-chain.ts'
import { chanceSentence, helpSentence, slipSentence, unknownSentence } from './sentence-chance.ts'
import { askedSentence, crossingSentence, orderSentence } from './sentence-crossing.ts'
import { informalSentence, missingSentence, seenDifferently, unusedSentence } from './sentence-exchange.ts'
import { keptSentence } from './sentence-kept.ts'
import { levelSentence } from './sentence-level.ts'
import { promisedSentence } from './sentence-promised.ts'
import { ringSentences } from './sentence-rings.ts'
import { leansSentence, loopSentence, onlyLinkSentence } from './sentence-shape.ts'
import { shareSentence } from './sentence-share.ts'
import { waitingSteps } from './waiting-steps.ts'

/** What the sentences read of the numbers of key results, beside what figures read. */
type PlainNumbers = {
  readonly commitmentStates: Readonly<Record<string, PromiseState>>
  readonly crossNodeDependencies: number
  readonly crossAreaDependencies: number
  readonly dependenciesWithoutExchange: readonly string[]
  readonly exchangesWithoutDependency: readonly string[]
}

/** Guaranteed by `krNetworkSteps`: the report has these keys, whose names are those of the worked example. */
function plainNumbersOf({ krNetwork }: Analysis): PlainNumbers {
  return krNetwork as unknown as PlainNumbers
}

function ofGoal(snapshot: Snapshot, numbers: KrNumbers, { supply, cycleId }: { supply: SupplyGraph; cycleId: string | null }): (Said | null)[] {
  const goal = goalNumbers(snapshot, numbers, { supply, cycleId })
  const ids = supply.graph.keyResultIds.slice(0, supply.keyResults)
  const unknown = ids.filter((id) => find(snapshot, 'keyResult', id)?.confidence === null && !isReachedIn(snapshot, id))
  return [
    goal && chanceSentence(snapshot, goal),
    unknownSentence(unknown, ids.length),
    goal && helpSentence(snapshot, goal),
    slipSentence(snapshot, waitingCounts(numbers), goal),
    goal && shareSentence(snapshot, goal),
  ]
}

/** That no exchange is drawn at all is worth saying of so many needs; with one or two an empty drawing speaks for itself. */
const leastNeeds = 3

/** Of fewer exchanges what is informal is not worth saying unasked. */
const leastExchanges = 4

function ofExchanges(snapshot: Snapshot, { valueNetwork }: Analysis, numbers: PlainNumbers): (Said | null)[] {
  const graph = valueGraph(snapshot)
  const { exchanges } = valueNetwork.counts
  const { dependenciesWithoutExchange: without, crossNodeDependencies: crossing } = numbers
  return [
    exchanges === 0 && crossing < leastNeeds ? null : missingSentence(snapshot, without, crossing),
    leansSentence(snapshot, graph, valueNetwork),
    onlyLinkSentence(snapshot, graph, valueNetwork.articulationPoints),
    seenDifferently(snapshot, valueNetwork.perceptionGap),
    loopSentence(snapshot, valueNetwork.valueLoops),
    unusedSentence(snapshot, numbers.exchangesWithoutDependency, exchanges),
    exchanges < leastExchanges ? null : informalSentence(valueNetwork.counts),
    levelSentence(snapshot),
  ]
}

/** What the sentences are about. */
export type SaidAbout = Pick<Chosen, 'cycleId'> & { readonly today?: string | null }

/**
 * What is worth saying of a network, the most important first: each with its count, and with what stands behind it.
 *
 * @param analysis of the snapshot, about what was chosen
 * @param about the cycle, and the day on which this is said: without one nothing is said of what was due
 * Cost that of `ringReports` and O(nodes + exchanges + dependencies). Spec: OR20-OR33, OR41-OR43, OR46.
 */
export function* sentenceSteps(snapshot: Snapshot, analysis: Analysis, { cycleId, today = null }: SaidAbout): Steps<Said[]> {
  const [numbers, plain] = [krNumbersOf(analysis.krNetwork), plainNumbersOf(analysis)]
  const { crossNodeDependencies: nodes, crossAreaDependencies: areas, commitmentStates } = plain
  const supply = supplyGraph(snapshot, cycleId)
  const [chance = null, unknown = null, help = null, slip = null, share = null] = ofGoal(snapshot, numbers, { supply, cycleId })
  const [longest, cycleWeeks] = [longestOf(snapshot, numbers), cycleWeeksOf(snapshot, cycleId)]
  const chain = { steps: waitingSteps(supply), longest, cycleWeeks, dates: analysis.dates ?? null }
  const needs = needGraph(snapshot, cycleId)
  yield 0.2
  const rings = ringSentences(snapshot, needs)
  yield 0.6
  const exchanges = ofExchanges(snapshot, analysis, plain)
  yield 0.8
  const said = [
    chance,
    unknown,
    promisedSentence(commitmentStates),
    today === null ? null : keptSentence(snapshot, { cycleId, today }),
    chainSentence(snapshot, chain),
    ...rings,
    help,
    slip,
    share,
    ...exchanges,
    crossingSentence({ nodes, areas, all: Object.keys(commitmentStates).length }),
    askedSentence(snapshot, analysis.nodeDSM),
    capacitySentence(snapshot, cycleId),
    orderSentence(analysis.nodeDSM),
  ]
  return said.filter((each) => each !== null)
}

/** `sentenceSteps` to its end. Spec: OR20-OR33, OR41-OR43, OR46. */
export function sentencesOf(snapshot: Snapshot, analysis: Analysis, about: SaidAbout): Said[] {
  return finish(sentenceSteps(snapshot, analysis, about))
}

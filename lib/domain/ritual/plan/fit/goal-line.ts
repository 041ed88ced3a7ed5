import { counted } from '../../../counted.ts'
import { forecastOf } from '../../../measure/figure/chance.ts'
import type { Looked } from '../../../measure/figure/looked.ts'
import { chanceText } from '../../../measure/figure/told.ts'
import { keyResultPart, type Sentence, words } from '../../../plan/sentence.ts'
import { find } from '../../../snapshot.ts'

/** So many ways to cut are named; the rest is counted. */
const waysNamed = 3

function arrow({ snapshot, graph }: Looked, needId: string): Sentence {
  const need = graph.needIds.indexOf(needId)
  const [supplier, consumer] = [graph.supplier[need], graph.consumer[need]].map((vertex) => graph.keyResultIds[vertex ?? -1] ?? '')
  const what = find(snapshot, 'dependency', needId)?.what ?? ''
  return [
    ...(what === '' ? [] : [words(`“${what}”, `)]),
    keyResultPart(snapshot, supplier ?? ''),
    words(' → '),
    keyResultPart(snapshot, consumer ?? ''),
  ]
}

function cutPart(looked: Looked): Sentence {
  const { minFeedbackArcSets: sets = [], minFeedbackArcSetSize: size = 0, minFeedbackArcSetsCappedAt: cap } = looked.results.cycleVariant ?? {}
  const [first] = sets
  if (!first) return []
  const isNamed = size === 1 && sets.length <= waysNamed
  const ways: Sentence = isNamed
    ? sets.flatMap((set, at) => [words(at === 0 ? '' : ' or '), ...set.flatMap((id) => arrow(looked, id))]).filter(({ text }) => text !== '')
    : [words(sets.length === 1 ? 'in one way' : `in ${cap === undefined ? sets.length : `more than ${cap}`} ways`)]
  return [words(` Dropping ${counted(size, 'need')} frees all (`), ...ways, words(').')]
}

/**
 * How likely the goal of the network is as it is drafted, and where results wait for each other how likely it would be without the cheapest
 * cut, with every way to cut that costs as little.
 *
 * @returns null where there is no goal, or it is not measured yet
 * Cost O(needs). Spec: PL90.
 */
export function goalLine(looked: Looked): Sentence | null {
  const { goalId } = looked.chosen
  if (goalId === null || !looked.graph.vertexById.has(goalId)) return null
  const forecast = forecastOf(looked, goalId)
  if (!forecast) return null
  const goal = keyResultPart(looked.snapshot, goalId)
  const of = (forecast.stated?.value ?? null) === null ? '' : 'of '
  if (!forecast.isAfterCut) return [words('As drafted '), goal, words(` has a chance ${of}${chanceText(forecast.stated)}.`), ...cutPart(looked)]
  return [
    words('Before: nobody can say how likely '),
    goal,
    words(' is, because it waits for results that wait for each other.'),
    ...cutPart(looked),
    words(` After that: ${chanceText(forecast.stated)}.`),
  ]
}

import { keyResultPart, words } from '../../plan/sentence.ts'
import { goalsInReach } from '../chance/goal.ts'
import type { Stated } from '../chance/report-numbers.ts'
import { withoutNeeds } from '../chance/supply.ts'
import { type Basis, basisOf } from '../chance/unknown.ts'
import { chanceSentence } from '../report/sentence-chance.ts'
import { restsOn } from '../report/unknown-words.ts'
import type { Figure } from './figure.ts'
import { statedOf } from './kr-numbers.ts'
import type { Looked } from './looked.ts'
import { chanceText, offBy } from './told.ts'
import { behind } from './ways.ts'

const how =
  'Each result has its own chance, the confidence that its owner stated; one that is done is certain. A result comes true if it succeeds itself and no need holds it up; a missed need of strength w holds it up with chance w. All ways through the network are added up, each supplier counted once, as if own chances were independent. Source: Bayesian networks (Pearl 1988).'

/** The chance of a key result, and whether it is as it would be without the cheapest cut of each ring. */
export type Forecast = { readonly stated: Stated | null; readonly isAfterCut: boolean }

/** The chance of a key result; null until it is known what it is. Cost O(1). Spec: IN3. */
export function forecastOf({ results, numbers }: Looked, keyResultId: string): Forecast | null {
  const known = results.chances?.[keyResultId]
  if (known) return { stated: known, isAfterCut: false }
  if (!numbers) return null
  const stated = numbers.afterCut ? statedOf(numbers.afterCut, 'chanceSoftExact', keyResultId) : null
  return { stated, isAfterCut: stated !== null }
}

/** What a chance rests on: without the rings it does not rest on what lies only behind a need that was left out. */
function basisIn({ supply, numbers }: Looked, keyResultId: string, isAfterCut: boolean): Basis {
  const without = isAfterCut ? (numbers?.afterCut?.withoutDependencies ?? []) : []
  return basisOf(without.length === 0 ? supply() : withoutNeeds(supply(), new Set(without)), keyResultId)
}

function countOf({ numbers }: Looked, basis: Basis, { stated, isAfterCut }: Forecast): string {
  const off = stated ? offBy(stated) : ''
  if (off === '') return stated && stated.value === null ? restsOn(basis) : `${restsOn(basis)}; exact`
  const simulated = (isAfterCut ? numbers?.afterCut : numbers)?.simulated
  const tried = simulated ? `, tried ${simulated.trials.toLocaleString('en')} times` : ''
  return `${restsOn(basis)}${tried}, ${off} in 100`
}

/**
 * How likely a key result is as planned. On or behind a ring: as it would be without the cheapest cut of each.
 *
 * @returns null where it is not in the cycle, or not known yet
 * Cost O(key results + needs). Spec: IN3.
 */
export function chanceFigure(looked: Looked, keyResultId: string): Figure | null {
  const { snapshot, graph } = looked
  const forecast = graph.vertexById.has(keyResultId) ? forecastOf(looked, keyResultId) : null
  if (!forecast) return null
  const { stated, isAfterCut } = forecast
  const basis = basisIn(looked, keyResultId, isAfterCut)
  const asPlanned = isAfterCut ? null : stated
  const reading = chanceSentence(snapshot, {
    goal: keyResultId,
    chance: asPlanned,
    withoutRings: isAfterCut ? stated : null,
    outOf: null,
    basis,
  }).sentence
  return {
    id: `chance:${keyResultId}`,
    name: isAfterCut ? 'Chance without the rings' : 'Chance this holds',
    value: chanceText(stated),
    reading:
      stated || isAfterCut
        ? reading
        : [words('How likely '), keyResultPart(snapshot, keyResultId), words(' is cannot be said: it waits for results that wait for each other.')],
    count: countOf(looked, basis, forecast),
    how,
    shown: behind(graph, keyResultId),
  }
}

/** The key results of the goals that the cycle reaches, each once. Cost O(goals). Spec: IN3. */
export function goalKeyResultIds({ snapshot, graph, chosen }: Pick<Looked, 'snapshot' | 'graph' | 'chosen'>): readonly string[] {
  return goalsInReach(snapshot, graph, chosen.cycleId)
}

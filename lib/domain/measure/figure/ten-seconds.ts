import { placeOfKeyResult } from '../../okr/place.ts'
import { promiseClass } from '../../okr/promise-class.ts'
import { isReachedIn } from '../../okr/reached.ts'
import { requiredBy } from '../../plan/reach.ts'
import { keyResultPart, nodePart, type Sentence, words } from '../../plan/sentence.ts'
import { nodeOfSide } from '../../record-nodes.ts'
import { referring, type Snapshot } from '../../snapshot.ts'
import { toldWeeks } from '../schedule/told-weeks.ts'
import { chainOf } from './chain.ts'
import { forecastOf } from './chance.ts'
import { helpFirst } from './importance.ts'
import type { Looked } from './looked.ts'
import { chanceWords } from './told.ts'

function chancePart(looked: Looked, goal: string): Sentence {
  const forecast = forecastOf(looked, goal)
  if (!forecast) return []
  if (isReachedIn(looked.snapshot, goal)) return [keyResultPart(looked.snapshot, goal), words(' is reached.')]
  const { stated, isAfterCut } = forecast
  if (!stated)
    return [keyResultPart(looked.snapshot, goal), words(' waits for results that wait for each other, so nobody can say how likely it is.')]
  const has = isAfterCut ? 'waits for results that wait for each other; without those rings it would have' : 'has'
  return [keyResultPart(looked.snapshot, goal), words(` ${has} ${chanceWords(stated)}.`)]
}

function chainPart(looked: Looked): Sentence {
  const chain = chainOf(looked)
  if (!chain || chain.links.length < 2) return []
  const room = chain.cycleWeeks === null ? '' : `, and the cycle has ${chain.cycleWeeks}`
  const length = `${chain.isAtLeast ? 'at least' : 'about'} ${toldWeeks(chain.weeks, chain.cycleWeeks)}`
  const which = chain.isAfterCut ? 'Without the rings the longest chain' : 'The longest chain'
  return [words(` ${which} takes ${length}${room}.`)]
}

type Refusal = {
  readonly what: string
  readonly keyResultId: string | null
  readonly supplier: string | null
  readonly state: 'declined' | 'revoked'
}

/** The first refused need without which the goal cannot be: nearest first. What is reached needs nothing any more. */
function firstRefusal(snapshot: Snapshot, required: readonly string[]): Refusal | null {
  for (const keyResultId of required.filter((id) => !isReachedIn(snapshot, id)))
    for (const need of referring(snapshot, 'dependency', 'consumerKeyResultId', keyResultId)) {
      if (need.strength !== 1 || promiseClass(need.state) !== 'refused') continue
      const supplier = nodeOfSide(snapshot, need, 'supplier')
      return { what: need.what, keyResultId: need.supplierKeyResultId, supplier, state: need.state === 'revoked' ? 'revoked' : 'declined' }
    }
  return null
}

function refusalPart({ snapshot, supply }: Looked, goal: string): Sentence {
  const refusal = firstRefusal(snapshot, [goal, ...requiredBy(supply().graph, goal).keys()])
  if (!refusal) return []
  const { what, keyResultId, supplier, state } = refusal
  const unnamed = keyResultId === null ? words('something') : keyResultPart(snapshot, keyResultId)
  const from: Sentence = supplier === null ? [] : [words(' of '), nodePart(snapshot, supplier)]
  return [
    words(' '),
    what === '' ? unnamed : words(`“${what}”`),
    ...from,
    words(`, on which it depends completely, was ${state === 'revoked' ? 'taken back' : 'declined'}.`),
  ]
}

function helpPart(looked: Looked): Sentence {
  const help = helpFirst(looked)
  // where it may also gain nothing, nobody is told to go there first
  if (!help || (help.gain.value ?? help.gain.low) <= 0) return []
  const { nodeId } = placeOfKeyResult(looked.snapshot, help.keyResultId)
  const where: Sentence = nodeId === null ? [] : [words(' ('), nodePart(looked.snapshot, nodeId), words(')')]
  return [words(' Help '), keyResultPart(looked.snapshot, help.keyResultId), ...where, words(' first.')]
}

/**
 * What a leader should get in ten seconds: how likely the goal is, whether the longest chain fits the cycle, what it cannot do without and was
 * refused, and where help does most. Empty where there is no goal, or nothing is known yet.
 *
 * Cost O(key results + needs). Spec: IN16, CN8.
 */
export function inTenSeconds(looked: Looked): Sentence {
  const { goalId } = looked.chosen
  if (goalId === null || !looked.graph.vertexById.has(goalId)) return []
  return [...chancePart(looked, goalId), ...chainPart(looked), ...refusalPart(looked, goalId), ...helpPart(looked)]
}

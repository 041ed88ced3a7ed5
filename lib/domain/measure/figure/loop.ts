import { nodePart, type Sentence, words } from '../../plan/sentence.ts'
import type { Snapshot } from '../../snapshot.ts'
import { counted, toldInHundred } from '../report/said.ts'
import { type Figure, shownOf } from './figure.ts'
import type { Looked } from './looked.ts'

/** So many loops are listed, the strongest; any other one is asked for by its id. */
const listedAtMost = 12

/** The node whose loops a figure is about: of `loops:NODE` and of `loop:3@NODE`; null of any other one. Cost O(1). Spec: IN24. */
export function focalOf(figureId: string): string | null {
  if (figureId.startsWith('loops:')) return figureId.slice('loops:'.length)
  return figureId.startsWith('loop:') && figureId.includes('@') ? figureId.slice(figureId.indexOf('@') + 1) : null
}

/** The ids of the loops that are listed, strongest first. Cost O(1). Spec: IN24. */
export function loopIds({ results }: Pick<Looked, 'results'>): readonly string[] {
  const loops = results.valueNetwork?.valueLoops
  return loops ? loops.loops.slice(0, listedAtMost).map((_, at) => `loop:${at + 1}@${loops.focal}`) : []
}

/** How many loops are listed of how many, where they are not all: “The 12 strongest of 214 loops.” Null where they are. Cost O(1). Spec: IN24. */
export function loopsCap({ results }: Pick<Looked, 'results'>): string | null {
  const loops = results.valueNetwork?.valueLoops
  if (!loops) return null
  const upTo = loops.upToLength === undefined ? '' : ` of up to ${loops.upToLength} steps; longer ones were not looked for`
  if (loops.count <= listedAtMost) return upTo === '' ? null : `All ${counted(loops.count, 'loop')}${upTo}.`
  return `The ${listedAtMost} strongest of ${counted(loops.count, 'loop')}${upTo}.`
}

function exchangesOf({ tables }: Snapshot, path: readonly string[]): string[] {
  const steps = new Set(path.slice(1).map((to, at) => JSON.stringify([path[at], to])))
  return [...tables.exchange.values()].filter(({ fromNodeId, toNodeId }) => steps.has(JSON.stringify([fromNodeId, toNodeId]))).map(({ id }) => id)
}

/**
 * One loop of value, node by node: “*Clients* → *Delivery* → *Clients*”.
 *
 * @param id which of the loops, from 1 for the strongest, and of which node: `3@NODE`
 * @returns null where the loops of another node are known, or not so many
 * Cost O(exchanges). Spec: IN24.
 */
export function loopFigure({ snapshot, results }: Looked, id: string): Figure | null {
  const [rank = '', focal] = [id.slice(0, id.indexOf('@')), focalOf(`loop:${id}`)]
  const loops = results.valueNetwork?.valueLoops
  const loop = loops && loops.focal === focal ? loops.loops[Number(rank) - 1] : undefined
  if (!loops || !loop) return null
  const { path, score } = loop
  const reading = path.flatMap((nodeId, at): Sentence => (at === 0 ? [nodePart(snapshot, nodeId)] : [words(' → '), nodePart(snapshot, nodeId)]))
  return {
    id: `loop:${id}`,
    name: 'A way back',
    value: `${toldInHundred(score)} of 100`,
    reading: [...reading, words('.')],
    count: `${counted(path.length - 1, 'step')}; number ${rank} of ${counted(loops.count, 'loop')}, the strongest first`,
    how: 'Multiplies what each receiver on the way says it is worth, 5 being all: a loop of exchanges that are all rated 5 has 100, and each lower one weakens it. Source: stakeholder value networks (Cameron, Crawley and Feng).',
    shown: shownOf({ nodeIds: [...new Set(path)], exchangeIds: exchangesOf(snapshot, path) }),
  }
}

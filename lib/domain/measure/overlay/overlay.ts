import type { Looked } from '../figure/looked.ts'
import { starfishFigure } from '../figure/value.ts'
import { degreeNumbers, flowNumbers } from './exchange-numbers.ts'
import type { OverlayKind } from './kinds.ts'
import { chanceNumbers, type Numbers, neededNumbers, swingNumbers } from './result-numbers.ts'

/** Numbers of a drawing, and what they mean. */
export type Overlay = Numbers & {
  readonly kind: OverlayKind
  /** one sentence: what is counted of a key result and of a node; “–” is unknown */
  readonly legend: string
}

function goalTitle({ snapshot, numbers }: Looked): string {
  const goal = [...snapshot.tables.keyResult.values()].find(({ id }) => id === numbers?.goal)
  return goal ? `“${goal.title}”` : 'the goal'
}

const legends: Readonly<Record<OverlayKind, (looked: Looked) => string>> = {
  chance: () => 'How likely a result comes true as planned, in 100; a node carries its least likely one.',
  help: (looked) => `By how many in 100 ${goalTitle(looked)} grows likelier if a result is made certain; a node carries its best one.`,
  slip: (looked) => `How many in 100 ${goalTitle(looked)} loses if a result is missed; a node, if all of its results are.`,
  needed: () => 'How many results wait for it, directly or through others; for a node those of other nodes.',
  flow: () => 'Without the node, so many in 100 of the ways in which value moves between the others are gone.',
  starfish: (looked) =>
    `With how many others a node exchanges something. The starfish score is ${starfishFigure(looked)?.value ?? 'unknown'}: 100 has no hub, 0 hangs on one.`,
}

const makers: Readonly<Record<OverlayKind, (looked: Looked) => Numbers | null>> = {
  chance: chanceNumbers,
  help: (looked) => swingNumbers(looked, 'gainIfCertain'),
  slip: (looked) => swingNumbers(looked, 'lossIfMissed'),
  needed: (looked) => neededNumbers(looked),
  flow: flowNumbers,
  starfish: degreeNumbers,
}

/**
 * One number of each node and key result, as a drawing carries it.
 *
 * @returns null until it is measured
 * Cost O(nodes + key results), for `needed` times (key results + needs). Spec: OV1-OV6.
 */
export function overlayOf(looked: Looked, kind: OverlayKind): Overlay | null {
  const numbers = makers[kind](looked)
  return numbers && { kind, legend: legends[kind](looked), ...numbers }
}

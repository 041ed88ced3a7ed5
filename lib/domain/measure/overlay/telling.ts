import type { Stated } from '../chance/report-numbers.ts'
import { chanceFigure } from '../figure/chance.ts'
import type { Figure } from '../figure/figure.ts'
import { helpFigure, helpFirst, slipFigure, swings } from '../figure/importance.ts'
import { waitingCounts } from '../figure/kr-numbers.ts'
import type { Looked } from '../figure/looked.ts'
import { neededFigure } from '../figure/needed.ts'
import { leansFigure, starfishFigure } from '../figure/value.ts'
import { largest } from '../report/said.ts'
import type { OverlayKind } from './kinds.ts'

/** What a node carries, where that is not said by the number itself. */
const ofNodes: Readonly<Record<OverlayKind, string>> = {
  chance: 'A node carries the least likely of its results.',
  help: 'A node carries the best of its results.',
  slip: 'For a node all of its results are taken as missed together, which is not the sum of what each would cost.',
  needed: 'For a node the results of all others that wait for any of its own are counted, each once.',
  flow: '',
  starfish: 'A node carries with how many others it exchanges something, in either direction, each counted once.',
}

function leastLikely({ graph, results }: Looked): string | null {
  const known = graph.keyResultIds.flatMap((id) => {
    const stated = results.chances?.[id]
    return stated ? [{ id, least: stated.value ?? stated.low }] : []
  })
  return known.reduce<(typeof known)[number] | null>((best, each) => (best === null || each.least < best.least ? each : best), null)?.id ?? null
}

function widestSlip(looked: Looked): string | null {
  const most = ({ value, high }: Stated) => value ?? high
  const others = swings(looked).filter(({ keyResultId, loss }) => keyResultId !== looked.numbers?.goal && most(loss) > 0)
  return others.toSorted((a, b) => most(b.loss) - most(a.loss))[0]?.keyResultId ?? null
}

/** Of numbers that are all 0 none tells more than another. */
function somewhere(most: ReturnType<typeof largest>): string | null {
  return most && most.value > 0 ? most.id : null
}

const subjects: Readonly<Record<Exclude<OverlayKind, 'starfish'>, (looked: Looked) => string | null>> = {
  chance: (looked) => looked.numbers?.goal ?? leastLikely(looked),
  help: (looked) => helpFirst(looked)?.keyResultId ?? null,
  slip: widestSlip,
  needed: ({ numbers }) => somewhere(numbers && largest(waitingCounts(numbers))),
  flow: ({ results }) => somewhere(largest(results.valueNetwork?.flowLossIfRemoved ?? {})),
}

const figures = { chance: chanceFigure, help: helpFigure, slip: slipFigure, needed: neededFigure, flow: leansFigure } as const

function figureOfKind(looked: Looked, kind: OverlayKind): Figure | null {
  if (kind === 'starfish') return starfishFigure(looked)
  const id = subjects[kind](looked)
  return id === null ? null : figures[kind](looked, id)
}

/**
 * Of all numbers that a drawing carries the one that tells most: the chance of the goal, where help does most, what costs most if it slips,
 * the one that most wait for, the node on which most leans, the score of all. How it is worked out says of nodes too.
 *
 * @returns null until it is measured, and where none tells anything
 * Cost O(key results · log + needs). Spec: OV8.
 */
export function tellingFigure(looked: Looked, kind: OverlayKind): Figure | null {
  const figure = figureOfKind(looked, kind)
  return figure && { ...figure, how: [ofNodes[kind], figure.how].filter(Boolean).join(' ') }
}

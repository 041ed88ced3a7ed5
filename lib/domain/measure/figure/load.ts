import { nodePart, type Sentence, words } from '../../plan/sentence.ts'
import { find } from '../../snapshot.ts'
import { counted, inHundred } from '../report/said.ts'
import { calibration } from '../value/calibration.ts'
import type { Capacity } from '../value/capacity.ts'
import { type Figure, shownOf } from './figure.ts'
import type { FigureInput, Looked } from './looked.ts'

function askedOf({ asked, chosen }: Looked, nodeId: string): readonly string[] {
  return asked().flatMap(({ dependency, supplierNodeId, cycleId }) =>
    supplierNodeId === nodeId && (chosen.cycleId === null || cycleId === chosen.cycleId) ? [dependency.id] : [],
  )
}

function capacityReading(part: Sentence[number], { use, asked, promised, usual }: Capacity): Sentence {
  const has =
    promised.count === 0 ? 'none of it is promised.' : `${promised.count} of ${asked.count} ${promised.count === 1 ? 'is' : 'are'} promised.`
  if (use !== null) return [part, words(` is asked for ${inHundred(use)}% of what it usually gives; ${has}`)]
  const why = usual === null ? 'no cycle before shows what it usually gives' : 'in cycles before nothing of it was taken'
  return [
    words(`${counted(asked.count, 'thing')} ${asked.count === 1 ? 'is' : 'are'} asked of `),
    part,
    words(`; ${has.replace(/\.$/, '')}, and ${why}.`),
  ]
}

/** What is asked of a node against what it gave before. Null where nothing is asked of it. Cost O(dependencies), once that of `capacities`. Spec: IN12. */
export function capacityFigure(looked: Looked, nodeId: string): Figure | null {
  const own = looked.loads().find((each) => each.nodeId === nodeId)
  if (!own) return null
  return {
    id: `capacity:${nodeId}`,
    name: 'Fits our capacity',
    value: own.use === null ? 'unknown' : `${inHundred(own.use)}%`,
    reading: capacityReading(nodePart(looked.snapshot, nodeId), own),
    count: `${counted(own.asked.count, 'ask')}; ${counted(own.past.length, 'cycle')} before`,
    how: 'Adds up how strong the needs on the node are in this cycle, and divides by what was taken of it on average in cycles that are over. It says how much of the usual is asked, not what a node could do.',
    shown: shownOf({ nodeIds: [nodeId], dependencyIds: askedOf(looked, nodeId) }),
  }
}

/** How much of what was asked of a node came: “Of 14 things asked of Delivery, 11 came in time.” Null where nothing was asked. Cost O(dependencies), once that of `reliabilities`. Spec: IN13. */
export function reliabilityFigure(looked: Looked, nodeId: string): Figure | null {
  const own = looked.kept().find((each) => each.nodeId === nodeId)
  if (!own) return null
  const node = nodePart(looked.snapshot, nodeId)
  const rest = [
    [own.late, 'came late'],
    [own.refused, 'refused'],
    [own.unanswered, `without a promise on ${own.unanswered === 1 ? 'its' : 'their'} day`],
  ] as const
  const others = rest.flatMap(([count, word]) => (count === 0 ? [] : [`${count} ${word}`])).join(', ')
  const first = `Of ${counted(own.asked, 'thing')} asked of `
  return {
    id: `reliability:${nodeId}`,
    name: 'Came in time',
    value: own.asked === 0 ? 'unknown' : `${own.kept} of ${own.asked}`,
    reading:
      own.asked === 0
        ? [words('Nothing that is asked of '), node, words(' was due yet.')]
        : [words(first), node, words(`, ${own.kept} came in time${others === '' ? '' : `; ${others}`}.`)],
    count: `${counted(own.asked, 'ask')} of which it is known what became, ${own.running} still to come`,
    how: 'Kept ÷ asked, of what other nodes asked of this one and of which is known what became: accepted by its day, late, refused, or not promised when it was needed. About nodes, never about people.',
    shown: shownOf({ nodeIds: [nodeId], dependencyIds: askedOf(looked, nodeId) }),
  }
}

/** What was said against what came true: “You said 72 in 100 on average; 58 in 100 came true (7 of 12).” Null until results of the cycle are graded. Cost that of `calibration`. Spec: IN14. */
export function calibrationFigure({ snapshot, chosen: { cycleId } }: FigureInput): Figure | null {
  if (cycleId === null || !find(snapshot, 'cycle', cycleId)) return null
  const { count, left, said, met, brier } = calibration(snapshot, cycleId, 'last')
  if (said === null || met === null || brier === null) return null
  return {
    id: 'calibration',
    name: 'Said and came true',
    value: `${inHundred(said)} and ${inHundred(met)} in 100`,
    reading: [words(`You said ${inHundred(said)} in 100 on average; ${inHundred(met)} in 100 came true (${Math.round(met * count)} of ${count}).`)],
    count: `${counted(count, 'graded result')}, ${left} without a grade or a confidence; ${brier.toFixed(2)}, where 0 is always right and 0.25 a coin toss`,
    how: 'Compares the latest confidence of each graded result with what came of it, and takes the mean of their squared differences: 0 is always right and sure, 0.25 as good as always saying 50 in 100. Source: Brier 1950.',
    shown: null,
  }
}

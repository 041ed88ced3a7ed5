import type { WhatIfAnswer } from '../../../../lib/client/what-if/protocol.ts'
import { chanceText } from '../../../../lib/domain/measure/figure/told.ts'
import { toldInHundred } from '../../../../lib/domain/measure/report/said.ts'
import type { GoalCompared, WhatIfComparison } from '../../../../lib/domain/measure/what-if/compare.ts'
import { comparisonSentences } from '../../../../lib/domain/measure/what-if/compare-sentence.ts'
import type { FindingChanges } from '../../../../lib/domain/measure/what-if/findings.ts'
import { type Sentence, words } from '../../../../lib/domain/plan/sentence.ts'
import type { Snapshot } from '../../../../lib/domain/snapshot.ts'
import { counted } from '../../../components/graph/words.ts'

type Chances = GoalCompared['chance']

/** The chances of a goal that can be compared: where it waits for a ring, those without. */
function comparable({ chance, withoutRings }: GoalCompared): Chances {
  return withoutRings ? { before: withoutRings.before.chance, after: withoutRings.after.chance } : chance
}

function differs({ before, after }: Chances): boolean {
  return chanceText(before) !== chanceText(after)
}

function isMoved({ before, after }: Chances): boolean {
  return before?.low !== after?.low || before?.high !== after?.high
}

/** Where nothing that can be told moves. What waits for a ring is not said to stay: that is unknown. */
function stillSentence(goals: readonly GoalCompared[]): string {
  const moves = goals.some((goal) => isMoved(comparable(goal)))
  const still = moves ? 'would move by as much as 1 in 100' : 'would have another chance'
  const waits = goals.filter(({ withoutRings }) => withoutRings).length
  if (waits === 0) return `No goal ${still}.`
  const whose = waits === goals.length && waits === 1 ? 'The chance of the goal' : `The chance of ${counted(waits, 'goal')}`
  return `${whose} is unknown, because results wait for each other; without the rings no goal ${still}.`
}

function goalSentence(snapshot: Snapshot, comparison: WhatIfComparison): Sentence {
  const changed = comparison.goals.filter((goal) => differs(goal.chance) || differs(comparable(goal)))
  const [first] = changed
  if (!first) return [words(stillSentence(comparison.goals))]
  const sentence = comparisonSentences(snapshot, { ...comparison, goals: [first] })[0] ?? []
  return changed.length === 1 ? sentence : [...sentence, words(` ${counted(changed.length - 1, 'other goal')} would have another chance, too.`)]
}

/** How many sentences a leader reads in ten seconds. */
const mostSentences = 3

function findingSentence({ comes, goes, differs }: FindingChanges): Sentence[] {
  const [first, ...others] = [
    ...(comes.length === 0 ? [] : [`${counted(comes.length, 'finding')} would come up`]),
    ...(goes.length === 0 ? [] : [`${counted(goes.length, 'finding')} would be found no more`]),
    ...(differs.length === 0 ? [] : [`${counted(differs.length, 'finding')} would read otherwise`]),
  ]
  return first === undefined ? [] : [[words(`${[first, ...others.map((each) => each.replace(/ findings?/, ''))].join(', ')}.`)]]
}

/** What a leader reads in ten seconds: the first goal that moves, what stops, which ways are cut, what would be found. Spec: WI8. */
export function leadSentences(snapshot: Snapshot, { comparison, losses: { stoppedIds, network } }: WhatIfAnswer): readonly Sentence[] {
  const stops = stoppedIds.length === 0 ? [] : [[words(`${counted(stoppedIds.length, 'key result')} would stop.`)]]
  const share = network?.share ?? 0
  const cut = share === 0 ? [] : [[words(`${toldInHundred(share)} in 100 of the ways value moves between the others would be gone.`)]]
  const goal = comparison.goals.length === 0 ? [] : [goalSentence(snapshot, comparison)]
  return [...goal, ...stops, ...cut, ...findingSentence(comparison.findings)].slice(0, mostSentences)
}

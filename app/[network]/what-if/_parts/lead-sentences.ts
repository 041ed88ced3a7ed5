import type { WhatIfAnswer } from '../../../../lib/client/what-if/protocol.ts'
import { chanceText } from '../../../../lib/domain/measure/figure/told.ts'
import { toldInHundred } from '../../../../lib/domain/measure/report/said.ts'
import type { WhatIfComparison } from '../../../../lib/domain/measure/what-if/compare.ts'
import { comparisonSentences } from '../../../../lib/domain/measure/what-if/compare-sentence.ts'
import type { FindingChanges } from '../../../../lib/domain/measure/what-if/findings.ts'
import { type Sentence, words } from '../../../../lib/domain/plan/sentence.ts'
import type { Snapshot } from '../../../../lib/domain/snapshot.ts'
import { counted } from '../../../components/graph/words.ts'

function goalSentence(snapshot: Snapshot, comparison: WhatIfComparison): Sentence {
  const changed = comparison.goals.filter(({ chance }) => chanceText(chance.before) !== chanceText(chance.after))
  const [first] = changed
  if (!first) {
    const moves = comparison.goals.some(({ chance: { before, after } }) => before?.low !== after?.low || before?.high !== after?.high)
    return [words(moves ? 'No goal would move by as much as 1 in 100.' : 'No goal would have another chance.')]
  }
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

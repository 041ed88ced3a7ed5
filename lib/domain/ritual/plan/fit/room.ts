import type { RitualItem, Tally } from '../../../entity.ts'
import { nodePart } from '../../../plan/sentence.ts'
import { find, referring } from '../../../snapshot.ts'
import { lastVote } from '../vote.ts'
import type { FindingSubject, FitScope, Found } from './finding.ts'
import { settledFix } from './fixes.ts'
import { giverPart, nodesAt, say, takerPart, thingPart } from './words.ts'

function talkFound({ snapshot }: FitScope, { id, about, text, nodeId }: RitualItem): Found {
  const need = find(snapshot, 'dependency', about)
  const item: FindingSubject = { entity: 'ritualItem', id }
  const base = { rule: 'talk', severity: 'medium', own: [settledFix(id)] } as const
  if (!need) return { ...base, subjects: [item], nodeIds: nodeId === null ? [] : [nodeId], sentence: say(`Still to be talked about: ${text}`) }
  const sentence = say(takerPart(snapshot, need), ' and ', giverPart(snapshot, need), ' wanted to talk about ', thingPart(snapshot, need), '.')
  return { ...base, subjects: [item, { entity: 'dependency', id: need.id }], nodeIds: nodesAt(snapshot, need), sentence }
}

/** Both sides wanted to talk, and nobody has said that it is settled. Spec: PL45. */
export function talks(scope: FitScope): Found[] {
  const { snapshot, ritualId } = scope
  if (ritualId === null) return []
  return referring(snapshot, 'ritualItem', 'ritualId', ritualId)
    .filter(({ kind, status }) => kind === 'talk' && status === 'open')
    .map((item) => talkFound(scope, item))
}

/** The mean of votes from 0 up; null where nobody voted. */
function meanOf({ counts }: Tally): number | null {
  const votes = counts.reduce((sum, count) => sum + count, 0)
  return votes === 0 ? null : counts.reduce((sum, count, value) => sum + count * value, 0) / votes
}

/** Below this mean of a fist of five a node's plan goes back to the table. */
const doubtBelow = 3

/** The people of a node do not trust their plan. Spec: PL38. */
export function doubts({ snapshot, ritualId }: FitScope): Found[] {
  if (ritualId === null) return []
  return lastVote(snapshot, ritualId).flatMap((tally): Found[] => {
    const mean = meanOf(tally)
    if (tally.nodeId === null || mean === null || mean >= doubtBelow) return []
    const text = ` gives its plan ${(Math.floor(mean * 10 + 1e-9) / 10).toFixed(1)} of 5: what would make it ${doubtBelow}?`
    const node: FindingSubject = { entity: 'node', id: tally.nodeId }
    return [
      { rule: 'doubt', severity: 'high', subjects: [node], nodeIds: [tally.nodeId], sentence: say(nodePart(snapshot, tally.nodeId), text), own: [] },
    ]
  })
}

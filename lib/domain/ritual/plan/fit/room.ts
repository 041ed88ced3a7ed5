import type { RitualItem } from '../../../entity.ts'
import { nodePart } from '../../../plan/sentence.ts'
import { find, referring } from '../../../snapshot.ts'
import { lastVote, meanOf, meanText, trustedFrom } from '../vote.ts'
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

/** The people of a node do not trust their plan. Spec: PL38. */
export function doubts({ snapshot, ritualId }: FitScope): Found[] {
  if (ritualId === null) return []
  return lastVote(snapshot, ritualId).flatMap((tally): Found[] => {
    const mean = meanOf(tally)
    const hasVotes = tally.counts.some((count) => count > 0)
    if (tally.nodeId === null || !hasVotes || mean >= trustedFrom) return []
    const text = ` gives its plan ${meanText(mean)} of 5: what would make it ${trustedFrom}?`
    const node: FindingSubject = { entity: 'node', id: tally.nodeId }
    return [
      { rule: 'doubt', severity: 'high', subjects: [node], nodeIds: [tally.nodeId], sentence: say(nodePart(snapshot, tally.nodeId), text), own: [] },
    ]
  })
}

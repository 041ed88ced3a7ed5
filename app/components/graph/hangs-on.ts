import type { Assessment, DependencyAssessment } from '../../../lib/domain/okr/assessment.ts'
import { blockedSentence } from '../../../lib/domain/plan/cause-sentence.ts'
import { sentenceText } from '../../../lib/domain/plan/sentence.ts'
import { find, type Snapshot } from '../../../lib/domain/snapshot.ts'
import { listed } from './words.ts'

/** What is asked for: the key result that should give it, else the words of the need, else the node. */
function nameOfNeed(snapshot: Snapshot, { id, supplierKeyResultId, supplierNodeId }: DependencyAssessment): string {
  const names = [
    find(snapshot, 'keyResult', supplierKeyResultId)?.title,
    find(snapshot, 'dependency', id)?.what,
    find(snapshot, 'node', supplierNodeId)?.name,
  ]
  return `“${names.find(Boolean) ?? 'what was asked for'}”`
}

function blocked(snapshot: Snapshot, assessment: Assessment, keyResultId: string): string {
  const [, ...reasons] = blockedSentence(snapshot, assessment, keyResultId) ?? []
  return sentenceText(reasons).trim()
}

/** What a key result hangs on, as a sentence that goes on from its title. */
export function hangsOn(snapshot: Snapshot, assessment: Assessment, keyResultId: string): string {
  if (assessment.keyResults.get(keyResultId)?.isDone) return 'is done.'
  const needs = [...assessment.dependencies.values()].filter((need) => need.consumerKeyResultId === keyResultId && !need.isEnded && !need.isSettled)
  const hard = needs.filter(({ strength }) => strength === 1)
  const names = (list: typeof needs) => listed(list.map((need) => nameOfNeed(snapshot, need)))
  const state = blocked(snapshot, assessment, keyResultId)
  if (hard.length > 0)
    return ['cannot be reached unless ', names(hard), hard.length === 1 ? ' is' : ' are', ' delivered.', state && ` It ${state}`].join('')
  if (state !== '') return state
  if (needs.length > 0) return `is helped by ${names(needs)}, and can be reached without.`
  return 'waits for nobody.'
}

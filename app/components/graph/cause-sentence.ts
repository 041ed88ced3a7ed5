import type { Assessment, Cause } from '../../../lib/domain/okr/assessment.ts'
import { causesOf } from '../../../lib/domain/okr/causes.ts'
import { find, type Snapshot } from '../../../lib/domain/snapshot.ts'
import { counted, listed } from './words.ts'

function nameOfNode(snapshot: Snapshot, id: string | null): string {
  return find(snapshot, 'node', id)?.name ?? 'somebody'
}

function titleOf(snapshot: Snapshot, id: string | null): string {
  return find(snapshot, 'keyResult', id)?.title ?? ''
}

/** What is asked for: the words of the need, else the title of the key result that should give it. */
function whatOf(snapshot: Snapshot, { dependencyId, supplierKeyResultId }: Cause): string {
  return find(snapshot, 'dependency', dependencyId)?.what || titleOf(snapshot, supplierKeyResultId) || 'what was asked for'
}

function supplierOf(snapshot: Snapshot, assessment: Assessment, cause: Cause): string {
  return nameOfNode(snapshot, cause.supplierNodeId ?? assessment.dependencies.get(cause.dependencyId)?.supplierNodeId ?? null)
}

/** What has to happen for one cause to go away, as the end of “cannot be reached unless …”. */
function wayOut(snapshot: Snapshot, assessment: Assessment, cause: Cause): string {
  const [node, what] = [supplierOf(snapshot, assessment, cause), `“${whatOf(snapshot, cause)}”`]
  const need = assessment.dependencies.get(cause.dependencyId)
  switch (cause.reason) {
    case 'late':
      return `${node} delivers ${what}, which is ${counted(need?.lateDays ?? 0, 'day')} late`
    case 'overdue':
      return `${node} promises ${what}: the ask has been overdue for ${counted(need?.overdueDays ?? 0, 'day')}`
    case 'declined':
      return `somebody gives ${what}: ${node} declined`
    case 'revoked':
      return `somebody gives ${what}: ${node} took the promise back`
    case 'supplier-off-track':
      return `“${titleOf(snapshot, cause.supplierKeyResultId)}” of ${node} comes back on track`
    case 'supplier-blocked':
      return `“${titleOf(snapshot, cause.supplierKeyResultId)}” of ${node} is freed`
  }
}

/** Why a key result is blocked, by its shortest chain of causes; null where it is not. */
export function causeSentence(snapshot: Snapshot, assessment: Assessment, keyResultId: string): string | null {
  const causes = causesOf(assessment, keyResultId)
  const root = causes.at(-1)
  if (!root) return null
  const through = causes.slice(0, -1).map((cause) => `“${titleOf(snapshot, cause.supplierKeyResultId)}”`)
  return `Cannot be reached unless ${wayOut(snapshot, assessment, root)}${through.length > 0 ? ` (through ${listed(through)})` : ''}.`
}

/** What a key result hangs on, as a sentence that goes on from its title. */
export function hangsOn(snapshot: Snapshot, assessment: Assessment, keyResultId: string): string {
  const blocked = causeSentence(snapshot, assessment, keyResultId)
  if (blocked) return blocked.charAt(0).toLowerCase() + blocked.slice(1)
  const facts = assessment.keyResults.get(keyResultId)
  if (facts?.isDone) return 'is done.'
  const needs = [...assessment.dependencies.values()].filter((need) => need.consumerKeyResultId === keyResultId && !need.isEnded && !need.isSettled)
  const hard = needs.filter(({ strength }) => strength === 1)
  const names = (list: typeof needs) =>
    listed(
      list.map(
        (need) =>
          `“${titleOf(snapshot, need.supplierKeyResultId) || find(snapshot, 'dependency', need.id)?.what || nameOfNode(snapshot, need.supplierNodeId)}”`,
      ),
    )
  if (hard.length > 0) return `cannot be reached unless ${names(hard)} ${hard.length === 1 ? 'is' : 'are'} delivered.`
  if (needs.length > 0) return `is helped by ${names(needs)}, and can be reached without.`
  return 'waits for nobody.'
}

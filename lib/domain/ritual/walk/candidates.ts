import { limitOf } from '../../checks/settings.ts'
import { healthOf } from '../../health/status.ts'
import type { DependencyAssessment, KeyResultAssessment } from '../../okr/assessment.ts'
import { find, get, listOf } from '../../snapshot.ts'
import { daysBetween } from '../../time.ts'
import type { AgendaSection, ItemSubject } from '../../vocabulary.ts'
import { openAsks } from '../open-asks.ts'
import { walkedKeyResults } from './base.ts'
import { isBroken } from './broken.ts'
import type { Compiler } from './compiler.ts'
import { pointsFallen, progressGained } from './moves.ts'
import type { Reach } from './waiting.ts'

/** Something that a walk could stop at. */
export type Candidate = {
  readonly section: AgendaSection
  readonly subject: ItemSubject
  readonly about: string
  /** the key result that it is about, so that it stops once; null for a health metric */
  readonly keyResultId: string | null
  readonly nodeId: string | null
  readonly areaId: string | null
  readonly reach: Reach
  /** what the goal loses by it, in whole hundredths; 0 where that is not known */
  readonly loss: number
}

function lossOf({ losses }: Compiler, keyResultId: string, strength = 1): number {
  return Math.round((losses.get(keyResultId) ?? 0) * strength * 100)
}

function atKeyResult(compiler: Compiler, section: AgendaSection, { id, nodeId, areaId }: KeyResultAssessment): Candidate {
  const { waiting } = compiler
  const reach = waiting.reachOf(waiting.forKeyResult(id))
  return { section, subject: 'keyResult', about: id, keyResultId: id, nodeId, areaId, reach, loss: lossOf(compiler, id) }
}

/** Where a promise is walked to: the node that gives, because that is where something can be done; else the one that needs. */
function atNeed(compiler: Compiler, section: AgendaSection, need: DependencyAssessment): Candidate {
  const { waiting } = compiler
  const isGiverKnown = need.supplierNodeId !== null
  return {
    section,
    subject: 'dependency',
    about: need.id,
    keyResultId: need.consumerKeyResultId,
    nodeId: isGiverKnown ? need.supplierNodeId : need.consumerNodeId,
    areaId: isGiverKnown ? need.supplierAreaId : need.consumerAreaId,
    reach: waiting.reachOf(waiting.forNeed(need)),
    loss: lossOf(compiler, need.consumerKeyResultId, need.strength),
  }
}

/** What the goal loses most by first, then most waited for: key results, then areas; a tie keeps the order of the document. */
function byWorth(a: Candidate, b: Candidate): number {
  return b.loss - a.loss || b.reach.keyResults - a.reach.keyResults || b.reach.areas - a.reach.areas
}

function unfinished({ assessment }: Compiler): KeyResultAssessment[] {
  return walkedKeyResults(assessment).filter(({ isDone }) => !isDone)
}

function promises(compiler: Compiler): Candidate[] {
  const walked = new Set(unfinished(compiler).map(({ id }) => id))
  const broken = [...compiler.assessment.dependencies.values()].filter((need) => isBroken(need) && walked.has(need.consumerKeyResultId))
  return broken.map((need) => atNeed(compiler, 'promises', need)).sort(byWorth)
}

function keyResultsThat(compiler: Compiler, section: AgendaSection, fits: (keyResult: KeyResultAssessment) => boolean): Candidate[] {
  return unfinished(compiler)
    .filter(fits)
    .map((each) => atKeyResult(compiler, section, each))
    .sort(byWorth)
}

function asks(compiler: Compiler): Candidate[] {
  const { snapshot, assessment } = compiler
  const walked = new Set(unfinished(compiler).map(({ id }) => id))
  const patienceDays = limitOf(snapshot, 'unanswered')
  const isDue = ({ dependencyId, ageDays, neededInDays }: ReturnType<typeof openAsks>['unanswered'][number]) => {
    const { answerBy } = get(snapshot, 'dependency', dependencyId)
    if (neededInDays !== null && neededInDays < 0) return true
    if (answerBy !== null) return daysBetween(answerBy, assessment.today) > 0
    return ageDays === null || ageDays >= patienceDays
  }
  return openAsks(snapshot, assessment).unanswered.flatMap((ask) => {
    const need = assessment.dependencies.get(ask.dependencyId)
    return need && walked.has(need.consumerKeyResultId) && isDue(ask) ? [atNeed(compiler, 'asks', need)] : []
  })
}

const nothingWaits: Reach = { keyResults: 0, areas: 0 }

function healthMetrics({ snapshot }: Compiler): Candidate[] {
  const metrics = listOf(snapshot, 'healthMetric').map((metric) => ({ metric, status: healthOf(metric) }))
  return (['red', 'amber'] as const).flatMap((wanted) =>
    metrics
      .filter(({ status }) => status === wanted)
      .map(({ metric: { id, nodeId } }): Candidate => {
        const areaId = find(snapshot, 'node', nodeId)?.areaId ?? null
        return { section: 'health', subject: 'healthMetric', about: id, keyResultId: null, nodeId, areaId, reach: nothingWaits, loss: 0 }
      }),
  )
}

/** Largest rise of each area first among those that nothing else is said of; done ones count too. */
function wins(compiler: Compiler): Candidate[] {
  const best = new Map<string | null, { readonly keyResult: KeyResultAssessment; readonly gain: number }>()
  for (const keyResult of walkedKeyResults(compiler.assessment)) {
    const move = compiler.base.moves.get(keyResult.id)
    const gain = move && !compiler.spoken.has(keyResult.id) ? progressGained(move) : 0
    if (gain > (best.get(keyResult.areaId)?.gain ?? 0)) best.set(keyResult.areaId, { keyResult, gain })
  }
  const order = listOf(compiler.snapshot, 'area').map(({ id }) => id)
  return [...best.values()]
    .map(({ keyResult }) => atKeyResult(compiler, 'wins', keyResult))
    .sort((a, b) => order.indexOf(String(a.areaId)) - order.indexOf(String(b.areaId)))
}

const finders: Record<AgendaSection, (compiler: Compiler) => Candidate[]> = {
  promises,
  disagreements: (compiler) => keyResultsThat(compiler, 'disagreements', ({ disagrees }) => disagrees),
  fell: (compiler) =>
    keyResultsThat(compiler, 'fell', ({ id }) => {
      const move = compiler.base.moves.get(id)
      return move !== undefined && pointsFallen(move) >= 2
    }),
  stale: (compiler) => keyResultsThat(compiler, 'stale', ({ derived }) => derived.includes('stale')),
  asks,
  health: healthMetrics,
  wins,
}

/**
 * What belongs into a section of a walk, in its order. A key result that an earlier section spoke of is left out; within a section each
 * promise stands for itself.
 *
 * Cost O(key results · log + what waits for each). Spec: WA4-WA9, WA30, WA31, WA37, AL5.
 */
export function candidatesOf(compiler: Compiler, section: AgendaSection): Candidate[] {
  return finders[section](compiler).filter(({ keyResultId }) => keyResultId === null || !compiler.spoken.has(keyResultId))
}

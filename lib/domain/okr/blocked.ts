import type { Cause, CauseReason, DependencyAssessment } from './assessment.ts'
import type { StatedStatus } from './confidence.ts'

/** What `blockedBy` must know of a key result. */
export type BlockableKeyResult = { readonly stated: StatedStatus | null; readonly isDone: boolean }

/** Why a key result is blocked: the first step of its shortest chain, and the chain's length. */
export type Blockage = { readonly hops: number; readonly cause: Cause }

/** Whether a need can hold its consumer up at all: asked, not ended, not delivered or accepted. */
function isLive({ state, isEnded, isSettled }: DependencyAssessment): boolean {
  return state !== 'draft' && !isEnded && !isSettled
}

/**
 * What is wrong with a need by itself, before asking whether its supplier is blocked.
 *
 * Cost O(1). Spec: ST22.
 */
function ownReason(need: DependencyAssessment, supplier: BlockableKeyResult | undefined): CauseReason | null {
  if (!isLive(need)) return null
  if (need.state === 'revoked' || need.state === 'declined') return need.state
  if (need.lateDays > 0) return 'late'
  if (need.overdueDays > 0) return 'overdue'
  return supplier?.stated === 'off-track' ? 'supplier-off-track' : null
}

function causeOf(need: DependencyAssessment, reason: CauseReason): Cause {
  return {
    dependencyId: need.id,
    keyResultId: need.consumerKeyResultId,
    supplierKeyResultId: need.supplierKeyResultId,
    supplierNodeId: need.supplierNodeId,
    reason,
  }
}

type Spread = {
  readonly needs: readonly DependencyAssessment[]
  readonly keyResults: ReadonlyMap<string, BlockableKeyResult>
  readonly blocked: Map<string, Blockage>
}

function mayBlock({ blocked, keyResults }: Spread, need: DependencyAssessment): boolean {
  const consumer = keyResults.get(need.consumerKeyResultId)
  return need.strength === 1 && consumer !== undefined && !consumer.isDone && !blocked.has(need.consumerKeyResultId)
}

/** Needs of strength 1 that can carry a blockage on, by the key result that supplies; values are places in document order. */
function carriersOf({ needs }: Spread): Map<string, number[]> {
  const carriers = new Map<string, number[]>()
  for (const [at, need] of needs.entries()) {
    if (need.strength !== 1 || need.supplierKeyResultId === null || !isLive(need)) continue
    const known = carriers.get(need.supplierKeyResultId)
    if (known) known.push(at)
    else carriers.set(need.supplierKeyResultId, [at])
  }
  return carriers
}

/** The key results one hop further on, each with the first need in document order that leads there. */
function nextWave(spread: Spread, carriers: ReadonlyMap<string, number[]>, wave: Iterable<string>): Map<string, number> {
  const next = new Map<string, number>()
  for (const supplier of wave)
    for (const at of carriers.get(supplier) ?? []) {
      const need = spread.needs[at]
      if (!need || !mayBlock(spread, need)) continue
      next.set(need.consumerKeyResultId, Math.min(at, next.get(need.consumerKeyResultId) ?? at))
    }
  return next
}

/**
 * Which key results are blocked, as the least fixed point: a reason spreads along needs of strength 1, breadth first, so
 * the hops are the fewest and a ring alone blocks nobody. A done key result is never blocked and passes nothing on.
 *
 * @param needs all dependencies in document order, which decides ties
 * @returns by key result; one that is missing is not blocked
 * Cost O(key results + needs). Spec: ST20-ST27.
 */
export function findBlocked(needs: readonly DependencyAssessment[], keyResults: ReadonlyMap<string, BlockableKeyResult>): Map<string, Blockage> {
  const spread: Spread = { needs, keyResults, blocked: new Map() }
  for (const need of needs) {
    const reason = mayBlock(spread, need) ? ownReason(need, keyResults.get(need.supplierKeyResultId ?? '')) : null
    if (reason) spread.blocked.set(need.consumerKeyResultId, { hops: 1, cause: causeOf(need, reason) })
  }
  const carriers = carriersOf(spread)
  let wave: Iterable<string> = [...spread.blocked.keys()]
  for (let hops = 2; ; hops += 1) {
    const next = nextWave(spread, carriers, wave)
    if (next.size === 0) return spread.blocked
    for (const [consumer, at] of next) {
      const need = needs[at]
      if (need) spread.blocked.set(consumer, { hops, cause: causeOf(need, 'supplier-blocked') })
    }
    wave = next.keys()
  }
}

/**
 * Needs with a strength below 1 that are held up: “at risk through …”. They give no mark and spread no further.
 *
 * @returns causes by the key result that needs, in document order
 * Cost O(needs). Spec: ST28.
 */
export function findAtRiskThrough(
  needs: readonly DependencyAssessment[],
  keyResults: ReadonlyMap<string, BlockableKeyResult>,
  blocked: ReadonlyMap<string, Blockage>,
): Map<string, Cause[]> {
  const risks = new Map<string, Cause[]>()
  for (const need of needs) {
    if (need.strength === 1 || keyResults.get(need.consumerKeyResultId)?.isDone !== false) continue
    const supplier = need.supplierKeyResultId ?? ''
    const carried = isLive(need) && blocked.has(supplier) ? 'supplier-blocked' : null
    const reason = ownReason(need, keyResults.get(supplier)) ?? carried
    if (!reason) continue
    const known = risks.get(need.consumerKeyResultId)
    if (known) known.push(causeOf(need, reason))
    else risks.set(need.consumerKeyResultId, [causeOf(need, reason)])
  }
  return risks
}

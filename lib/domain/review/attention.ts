import type { Exchange } from '../entity.ts'
import { listOf, type Snapshot } from '../snapshot.ts'
import { type ExchangeHealth, healthOf } from './health.ts'

/** Why a relationship deserves a look, most pressing first. */
export const attentionReasons = ['worse', 'differs', 'oneSided', 'stale', 'never'] as const
export type AttentionReason = (typeof attentionReasons)[number]

/** A relationship to look at. */
export type Attention = {
  readonly exchange: Exchange
  readonly health: ExchangeHealth
  /** at least one, most pressing first */
  readonly reasons: readonly AttentionReason[]
}

/** Whether a relationship goes worse: the last look says so, or the trend is below where it began. Cost O(1). Spec: RV9. */
export function isWorse({ last, level, isStale }: ExchangeHealth): boolean {
  return !isStale && (last?.check.health === 'worse' || (level ?? 0) < 0)
}

function reasonsOf({ confirmed }: Exchange, health: ExchangeHealth): readonly AttentionReason[] {
  const holds: Readonly<Record<AttentionReason, boolean>> = {
    worse: isWorse(health),
    differs: health.differs,
    oneSided: confirmed === false,
    stale: health.isStale,
    never: health.last === null,
  }
  return attentionReasons.filter((reason) => holds[reason])
}

function order(reasons: readonly AttentionReason[]): number {
  const [first] = reasons
  return first ? attentionReasons.indexOf(first) : attentionReasons.length
}

/**
 * The relationships to look at: those that go worse, that both sides see differently, that only one side has confirmed, whose last look
 * is out of date, and that nobody has looked at.
 *
 * @param today `YYYY-MM-DD` in the network's time zone
 * @returns most pressing reason first, then the longest without a look, then list order
 * Cost O(exchanges log exchanges + looks). Spec: RV9, RV10.
 */
export function relationshipsToLookAt(snapshot: Snapshot, today: string): readonly Attention[] {
  const all = listOf(snapshot, 'exchange').map((exchange): Attention => {
    const health = healthOf(snapshot, exchange.id, today)
    return { exchange, health, reasons: reasonsOf(exchange, health) }
  })
  return all
    .filter(({ reasons }) => reasons.length > 0)
    .sort((a, b) => order(a.reasons) - order(b.reasons) || (b.health.daysSince ?? -1) - (a.health.daysSince ?? -1))
}

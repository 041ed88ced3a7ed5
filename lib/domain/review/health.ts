import type { Exchange, ExchangeCheck } from '../entity.ts'
import { ownNodes } from '../own-nodes.ts'
import { get, referring, type Snapshot } from '../snapshot.ts'
import { compareInstants, dayReader, daysBetween } from '../time.ts'
import type { Health } from '../vocabulary.ts'

/** Days of which the trend tells, and days after which a look is out of date. */
export const trendDays = 28
export const staleDays = 56

/** The side of an exchange for which somebody looked; null where it was somebody of both nodes, of neither, or nobody by name. */
export type ExchangeSide = 'giver' | 'receiver'

/** One look at a relationship. */
export type Look = {
  readonly check: ExchangeCheck
  readonly side: ExchangeSide | null
  /** where the network lives, `YYYY-MM-DD` */
  readonly day: string
  /** the sum of the looks of the trend up to this one; null before the trend begins */
  readonly level: number | null
}

/** How a relationship goes. */
export type ExchangeHealth = {
  readonly exchangeId: string
  /** oldest first */
  readonly looks: readonly Look[]
  readonly last: Look | null
  /** calendar days since the last look; null where nobody has looked yet */
  readonly daysSince: number | null
  /** better +1, same 0, worse −1, summed over the trend; null where nobody looked in that time */
  readonly level: number | null
  /** whether the last look is out of date */
  readonly isStale: boolean
  /** the last look of each side that is not out of date */
  readonly giver: Look | null
  readonly receiver: Look | null
  /** whether both sides have looked and do not say the same */
  readonly differs: boolean
}

const steps: Readonly<Record<Health, number>> = { better: 1, same: 0, worse: -1 }

function sideOf(snapshot: Snapshot, { fromNodeId, toNodeId }: Exchange, personId: string | null, day: string): ExchangeSide | null {
  const own = ownNodes(snapshot, personId, day)
  const [gives, receives] = [own.has(fromNodeId), own.has(toNodeId)]
  if (gives === receives) return null
  return gives ? 'giver' : 'receiver'
}

function looksOf(snapshot: Snapshot, exchange: Exchange, today: string): Look[] {
  const dayOf = dayReader([...snapshot.tables.network.values()][0]?.timeZone ?? null)
  const checks = referring(snapshot, 'exchangeCheck', 'exchangeId', exchange.id).sort((a, b) => compareInstants(a.at, b.at) || a.rank - b.rank)
  let level: number | null = null
  return checks.map((check) => {
    const day = dayOf(check.at)
    if (daysBetween(day, today) < trendDays) level = (level ?? 0) + steps[check.health]
    return { check, side: sideOf(snapshot, exchange, check.personId, day), day, level }
  })
}

/**
 * How a relationship goes: the looks at it with the trend of the last four weeks, and the views of both sides.
 *
 * @param today `YYYY-MM-DD` in the network's time zone
 * @throws DomainError NOT_FOUND
 * Cost O(looks at the exchange log looks + participations of those who looked). Spec: RV2-RV7.
 */
export function healthOf(snapshot: Snapshot, exchangeId: string, today: string): ExchangeHealth {
  const looks = looksOf(snapshot, get(snapshot, 'exchange', exchangeId), today)
  const last = looks.at(-1) ?? null
  const isFresh = ({ day }: Look) => daysBetween(day, today) < staleDays
  const lastOf = (side: ExchangeSide) => looks.findLast((look) => look.side === side && isFresh(look)) ?? null
  const [giver, receiver] = [lastOf('giver'), lastOf('receiver')]
  return {
    exchangeId,
    looks,
    last,
    daysSince: last === null ? null : daysBetween(last.day, today),
    level: last?.level ?? null,
    isStale: last !== null && !isFresh(last),
    giver,
    receiver,
    differs: giver !== null && receiver !== null && giver.check.health !== receiver.check.health,
  }
}

function days(count: number): string {
  if (count === 0) return 'today'
  return count === 1 ? 'yesterday' : `${count} days ago`
}

/**
 * How a relationship goes in one sentence; where both sides see it differently, that comes first.
 *
 * Cost O(1). Spec: RV8.
 */
export function healthSentence({ last, daysSince, giver, receiver, differs, isStale }: ExchangeHealth): string {
  if (last === null || daysSince === null) return 'Never looked at.'
  if (differs && giver && receiver) return `The giver says ${giver.check.health}, the receiver ${receiver.check.health}.`
  const said = `${last.check.health.slice(0, 1).toUpperCase()}${last.check.health.slice(1)}, ${days(daysSince)}`
  return isStale ? `${said}: out of date.` : `${said}.`
}

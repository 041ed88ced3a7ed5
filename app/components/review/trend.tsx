'use client'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { type ExchangeHealth, trendDays } from '../../../lib/domain/review/health.ts'
import { daysBetween } from '../../../lib/domain/time.ts'
import { counted } from '../graph/words.ts'
import { Sparkline } from '../ui/sparkline.tsx'

/** A level with its sign: it is read against where the trend began. */
export function signed(level: number): string {
  return level > 0 ? `+${level}` : level < 0 ? `−${-level}` : '0'
}

/** The level of the last four weeks: from 0, in the middle, one value for each day with a look. */
export function Trend({ health, width = 88 }: { readonly health: ExchangeHealth; readonly width?: number }) {
  const { today } = useNetwork()
  const inTrend = health.looks.filter(({ level }) => level !== null)
  if (inTrend.length === 0) return null
  const most = Math.max(1, ...inTrend.map(({ level }) => Math.abs(level ?? 0)))
  const values: (number | null)[] = Array.from({ length: trendDays }, (_, at) => (at === 0 ? 0.5 : null))
  for (const { day, level } of inTrend) values[trendDays - 1 - daysBetween(day, today)] = ((level ?? 0) + most) / (2 * most)
  const label = `Trend of 4 weeks: ${signed(health.level ?? 0)} after ${counted(inTrend.length, 'look')}`
  return <Sparkline values={values} label={label} width={width} />
}

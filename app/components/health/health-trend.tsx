'use client'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { type HealthHistory, healthWeeks, weeksOf } from '../../../lib/domain/health/history.ts'
import { amountText, bandText } from '../../../lib/domain/health/sentence.ts'
import { healthOf } from '../../../lib/domain/health/status.ts'
import styles from './health.module.css'
import { healthColour } from './health-badge.tsx'

/** The room around the course in which the points at its ends stand. */
const rim = 3

type Scale = { readonly y: (value: number) => number; readonly from: number; readonly to: number }

/** The scale covers every value read and the ends of the band, with a little air; a band without an end runs to the edge. */
function scaleOf({ metric }: HealthHistory, known: readonly number[], height: number): Scale {
  const ends = [metric.lower, metric.upper].filter((end) => end !== null)
  const [low, high] = [Math.min(...known, ...ends), Math.max(...known, ...ends)]
  const air = (high - low || Math.abs(high) || 1) * 0.15
  const y = (value: number) => rim + (1 - (value - low + air) / (high - low + 2 * air)) * (height - 2 * rim)
  return { y, from: metric.upper === null ? 0 : y(metric.upper), to: metric.lower === null ? height : y(metric.lower) }
}

type Props = { readonly history: HealthHistory; readonly width?: number; readonly height?: number }

/** The last eight weeks of a health metric before its band: the band is a field, each week's last reading a point. */
export function HealthTrend({ history, width = 96, height = 24 }: Props) {
  const { today } = useNetwork()
  const weeks = weeksOf(history, today)
  const known = weeks.filter((value) => value !== null)
  if (known.length === 0) return null
  const { metric } = history
  const { y, from, to } = scaleOf(history, known, height)
  const points = weeks.flatMap((value, at) => (value === null ? [] : [{ value, x: rim + (at * (width - 2 * rim)) / (healthWeeks - 1), y: y(value) }]))
  const label = `Readings of ${healthWeeks} weeks: ${known.map((value) => amountText(metric, value)).join(', ')}; should be ${bandText(metric) ?? 'unknown'}`
  return (
    <svg className={styles['trend']} width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <title>{label}</title>
      {bandText(metric) !== null && <rect y={from} width={width} height={Math.max(1, to - from)} rx="2" className={styles['band']} />}
      <path d={points.map((point, at) => `${at === 0 ? 'M' : 'L'}${point.x.toFixed(1)} ${point.y.toFixed(1)}`).join('')} />
      {points.map((point, at) => (
        <circle
          key={point.x}
          cx={point.x}
          cy={point.y}
          r={at === points.length - 1 ? 2.6 : 1.6}
          fill={healthColour(healthOf({ ...metric, current: point.value }))}
        />
      ))}
    </svg>
  )
}

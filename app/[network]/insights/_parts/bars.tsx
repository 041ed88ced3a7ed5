import styles from './bars.module.css'

type ChanceProps = {
  /** 0 to 1; null where it is unknown */
  readonly value: number | null
  readonly low: number
  readonly high: number
  /** two standard errors; 0 where it is exact */
  readonly error?: number
  /** a second number, as a tick: such as the own chance */
  readonly tick?: number | null
}

function percentOf(share: number): number {
  return Math.round(Math.min(1, Math.max(0, share)) * 1_000) / 10
}

/** A chance as a length on 0 to 1; an error as a whisker, a range as an open stretch with both ends marked. */
export function ChanceBar({ value, low, high, error = 0, tick = null }: ChanceProps) {
  const [from, to] = [percentOf(low), percentOf(high)]
  return (
    <svg className={styles['bar']} viewBox="0 0 100 16" preserveAspectRatio="none" aria-hidden="true">
      <rect width="100" height="8" y="4" data-part="track" />
      {value === null ? (
        <g data-part="range">
          <rect x={from} width={Math.max(0.5, to - from)} height="8" y="4" />
          <line x1={from} x2={from} y1="1" y2="15" vectorEffect="non-scaling-stroke" />
          <line x1={to} x2={to} y1="1" y2="15" vectorEffect="non-scaling-stroke" />
        </g>
      ) : (
        <rect width={percentOf(value)} height="8" y="4" data-part="value" />
      )}
      {value !== null && error > 0 && (
        <line x1={percentOf(value - error)} x2={percentOf(value + error)} y1="8" y2="8" data-part="error" vectorEffect="non-scaling-stroke" />
      )}
      {tick !== null && <line x1={percentOf(tick)} x2={percentOf(tick)} y1="1" y2="15" data-part="tick" vectorEffect="non-scaling-stroke" />}
    </svg>
  )
}

type SwingProps = { readonly loss: Ends; readonly gain: Ends; readonly most: number }
type Ends = { readonly low: number; readonly high: number }

/** What is lost to the left and gained to the right of where the goal stands; the unknown part of either is open. */
export function SwingBar({ loss, gain, most }: SwingProps) {
  const scaled = (part: number) => (most === 0 ? 0 : (part / most) * 50)
  return (
    <svg className={styles['bar']} viewBox="0 0 100 16" preserveAspectRatio="none" aria-hidden="true">
      <rect x={50 - scaled(loss.low)} width={scaled(loss.low)} height="8" y="4" data-part="loss" />
      <rect x={50 - scaled(loss.high)} width={scaled(loss.high - loss.low)} height="8" y="4" data-part="loss-open" />
      <rect x="50" width={scaled(gain.low)} height="8" y="4" data-part="gain" />
      <rect x={50 + scaled(gain.low)} width={scaled(gain.high - gain.low)} height="8" y="4" data-part="gain-open" />
      <line x1="50" x2="50" y1="0" y2="16" data-part="middle" vectorEffect="non-scaling-stroke" />
    </svg>
  )
}

/** A stretch of a longer line, such as weeks of a chain, with a line where the room ends. */
export function StretchBar({
  from,
  length,
  whole,
  limit,
}: {
  readonly from: number
  readonly length: number
  readonly whole: number
  readonly limit: number | null
}) {
  const scaled = (part: number) => (whole === 0 ? 0 : (part / whole) * 100)
  return (
    <svg className={styles['bar']} viewBox="0 0 100 16" preserveAspectRatio="none" aria-hidden="true">
      <rect width="100" height="8" y="4" data-part="track" />
      <rect
        x={scaled(from)}
        width={Math.max(0.5, scaled(length))}
        height="8"
        y="4"
        data-part={limit !== null && from + length > limit ? 'over' : 'value'}
      />
      {limit !== null && <line x1={scaled(limit)} x2={scaled(limit)} y1="0" y2="16" data-part="limit" vectorEffect="non-scaling-stroke" />}
    </svg>
  )
}

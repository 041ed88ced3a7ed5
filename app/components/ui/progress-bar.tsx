import { classNames } from './class-names.ts'
import styles from './progress-bar.module.css'

type Props = {
  /** 0 to 1; null is unknown and is drawn hollow */
  readonly value: number | null
  /** where it would be today at an even pace, 0 to 1 */
  readonly expected?: number | null
  readonly colour?: string
  readonly label?: string
  readonly className?: string
}

export function percent(share: number): string {
  return `${Math.round(share * 100)}%`
}

function sentence(value: number | null, expected: number | null): string {
  const now = value === null ? 'progress unknown' : `${percent(value)} done`
  return expected === null ? now : `${now}, ${percent(expected)} expected today`
}

/** Progress as length, with a tick where it should be today. */
export function ProgressBar({ value, expected = null, colour = 'var(--text-2)', label, className }: Props) {
  const text = sentence(value, expected)
  const share = Math.min(1, Math.max(0, value ?? 0))
  return (
    <svg
      className={classNames(styles['bar'], className)}
      viewBox="0 0 100 12"
      preserveAspectRatio="none"
      role="img"
      aria-label={label ? `${label}: ${text}` : text}
    >
      <title>{text}</title>
      <rect
        x="0"
        y="3.500"
        width="100"
        height="5"
        rx="1"
        className={value === null ? styles['unknown'] : styles['track']}
        vectorEffect="non-scaling-stroke"
      />
      {share > 0 && <rect x="0" y="3.500" width={share * 100} height="5" fill={colour} />}
      {expected !== null && (
        <line x1={expected * 100} x2={expected * 100} y1="0" y2="12" className={styles['tick']} vectorEffect="non-scaling-stroke" />
      )}
    </svg>
  )
}

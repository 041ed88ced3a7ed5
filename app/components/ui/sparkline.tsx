import styles from './sparkline.module.css'

type Props = {
  /** oldest first, each 0 to 1; null where nothing was reported */
  readonly values: readonly (number | null)[]
  readonly label: string
  readonly width?: number
  readonly height?: number
}

function pathOf(values: readonly (number | null)[], width: number, height: number): string {
  const step = values.length > 1 ? width / (values.length - 1) : 0
  let isDrawing = false
  const parts: string[] = []
  values.forEach((value, at) => {
    if (value === null) return
    parts.push(`${isDrawing ? 'L' : 'M'}${(at * step).toFixed(1)} ${(height - Math.min(1, Math.max(0, value)) * height).toFixed(1)}`)
    isDrawing = true
  })
  return parts.join('')
}

/** The course of the last weeks. Weeks without a report are bridged; every report is a point. */
export function Sparkline({ values, label, width = 56, height = 16 }: Props) {
  const known = values.filter((value) => value !== null)
  if (known.length === 0) return <span className={styles['none']}>no reports</span>
  const step = values.length > 1 ? width / (values.length - 1) : 0
  return (
    <svg className={styles['spark']} width={width} height={height} viewBox={`-2 -2 ${width + 4} ${height + 4}`} role="img" aria-label={label}>
      <title>{label}</title>
      <path d={pathOf(values, width, height)} />
      {values.map(
        (value, at) =>
          value !== null && (
            <circle
              key={`${at}-${value}`}
              cx={at * step}
              cy={height - Math.min(1, Math.max(0, value)) * height}
              r={at === values.length - 1 ? 2 : 1.2}
            />
          ),
      )}
    </svg>
  )
}

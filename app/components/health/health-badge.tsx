import type { HealthStatus } from '../../../lib/domain/health/status.ts'
import styles from './health.module.css'

/** What each state of a health metric is called on every screen. */
export const healthWords: Readonly<Record<HealthStatus, string>> = { green: 'green', amber: 'amber', red: 'red', unknown: 'not read yet' }

const inks: Readonly<Record<HealthStatus, string>> = {
  green: 'var(--on-track)',
  amber: 'var(--at-risk)',
  red: 'var(--off-track)',
  unknown: 'var(--unknown)',
}

/** The colour token of a state. */
export function healthColour(status: HealthStatus): string {
  return inks[status]
}

const shield = 'M8 .9 14.300 3v4.700c0 3.700-2.600 6.300-6.300 7.600-3.700-1.300-6.300-3.900-6.300-7.600V3Z'

function Shape({ status }: { readonly status: HealthStatus }) {
  const ink = inks[status]
  const sign = { fill: 'none', stroke: 'var(--on-badge)', strokeWidth: 1.75, strokeLinecap: 'round', strokeLinejoin: 'round' } as const
  switch (status) {
    case 'green':
      return (
        <>
          <path d={shield} fill={ink} />
          <path d="M5 8.200l2.100 2.100L11 6" {...sign} />
        </>
      )
    case 'amber':
      return (
        <>
          <path d={shield} fill="none" stroke={ink} strokeWidth="1.500" strokeLinejoin="round" />
          <path d="M1.700 7.700h12.600c0 3.700-2.600 6.300-6.300 7.600-3.700-1.300-6.300-3.900-6.300-7.600Z" fill={ink} />
        </>
      )
    case 'red':
      return (
        <>
          <path d="M6.700.9.9 3v4.700c0 3.600 2.200 6.100 5.400 7.400l1.400-4.700L5.300 7.200Z" fill={ink} />
          <path d="M9.300.9 15.100 3v4.700c0 3.600-2.200 6.100-5.400 7.400l.9-5.200-2.300-2.800Z" fill={ink} />
        </>
      )
    case 'unknown':
      return <path d={shield} fill="none" stroke={ink} strokeWidth="1.500" strokeDasharray="2.200 2" strokeLinejoin="round" />
  }
}

type Props = { readonly status: HealthStatus; readonly size?: number; readonly showWord?: boolean }

/** How a health metric stands, by shape, colour and word: a whole shield, one that is half empty, a broken one, one of which nothing is known. */
export function HealthBadge({ status, size = 16, showWord = false }: Props) {
  const word = healthWords[status]
  return (
    <span className={styles['badge']} title={word} data-health={status}>
      <svg
        width={size}
        height={size}
        viewBox="0 0 16 16"
        aria-hidden={showWord}
        role={showWord ? undefined : 'img'}
        aria-label={showWord ? undefined : `health ${word}`}
        focusable="false"
      >
        <Shape status={status} />
      </svg>
      {showWord && <span>{word}</span>}
    </span>
  )
}

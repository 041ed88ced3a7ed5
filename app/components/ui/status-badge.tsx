import type { DisplayStatus } from '../../../lib/domain/okr/assessment.ts'
import styles from './status-badge.module.css'

/** What each status is called on every screen. */
export const statusWords: Record<DisplayStatus, string> = {
  'not-started': 'not started',
  'on-track': 'on track',
  'at-risk': 'at risk',
  'off-track': 'off track',
  blocked: 'blocked',
  late: 'late',
  stale: 'stale',
  unknown: 'unknown',
  done: 'done',
}

/** The colour token of each status. */
export function statusColour(status: DisplayStatus): string {
  return `var(--${status})`
}

const mark = { fill: 'none', stroke: 'var(--on-badge)', strokeWidth: 1.75, strokeLinecap: 'round', strokeLinejoin: 'round' } as const

function Outline({ status }: { readonly status: DisplayStatus }) {
  const ink = statusColour(status)
  const line = { fill: 'none', stroke: ink, strokeWidth: 1.75, strokeLinecap: 'round' } as const
  switch (status) {
    case 'not-started':
      return <circle cx="8" cy="8" r="5.9" {...line} />
    case 'on-track':
      return <circle cx="8" cy="8" r="7" fill={ink} />
    case 'at-risk':
      return <path d="M8 1.200 15.300 14H.7Z" fill={ink} stroke={ink} strokeWidth="1" strokeLinejoin="round" />
    case 'off-track':
      return <path d="M8 .4 15.600 8 8 15.600.4 8Z" fill={ink} />
    case 'blocked':
      return <path d="M4.200 1.400h7.600L15.600 8l-3.800 6.600H4.200L.4 8Z" fill={ink} />
    case 'done':
      return <rect x="1.500" y="1.500" width="13" height="13" rx="2" fill={ink} />
    case 'late':
      return <path d="M6.200.6h3.600v1.800a6.600 6.600 0 1 1-3.600 0Z" fill={ink} />
    case 'stale':
      return <path d="M8 2.100A5.900 5.900 0 1 0 13.900 8" {...line} strokeDasharray="2.600 2.400" />
    case 'unknown':
      return <rect x="2.100" y="2.100" width="11.800" height="11.800" rx="3" {...line} />
  }
}

const marks: Partial<Record<DisplayStatus, string>> = {
  'on-track': 'M5 8.300l2.100 2.100L11 6',
  'at-risk': 'M8 5.600v3.800M8 11.700v.01',
  'off-track': 'M5.900 5.900l4.200 4.200M10.100 5.900l-4.200 4.200',
  blocked: 'M4.800 8h6.400',
  done: 'M4.900 8.300l2.200 2.200 4-4.500',
  late: 'M8 5.600v3.200l2 1.500',
}

/** The shape of a status in a 16 × 16 box, to be placed in any drawing. Every status has an outline of its own. */
export function StatusShape({ status }: { readonly status: DisplayStatus }) {
  const inner = marks[status]
  return (
    <>
      <Outline status={status} />
      {inner && <path d={inner} {...mark} />}
      {status === 'unknown' && (
        <path
          d="M6.300 6.400a1.700 1.700 0 1 1 2.500 1.500c-.6.3-.8.6-.8 1.200M8 11v.01"
          fill="none"
          stroke="var(--unknown)"
          strokeWidth="1.500"
          strokeLinecap="round"
        />
      )}
      {status === 'stale' && <circle cx="8" cy="8" r="1.300" fill="var(--stale)" />}
    </>
  )
}

type Props = { readonly status: DisplayStatus; readonly size?: number; readonly showWord?: boolean; readonly detail?: string }

/** Shape, colour and word of a status; without the word it is still named for screen readers. */
export function StatusBadge({ status, size = 16, showWord = false, detail }: Props) {
  const name = detail ? `${statusWords[status]}, ${detail}` : statusWords[status]
  return (
    <span className={styles['badge']} title={name}>
      <svg
        width={size}
        height={size}
        viewBox="0 0 16 16"
        aria-hidden={showWord}
        role={showWord ? undefined : 'img'}
        aria-label={showWord ? undefined : name}
        focusable="false"
      >
        <StatusShape status={status} />
      </svg>
      {showWord && <span>{name}</span>}
    </span>
  )
}

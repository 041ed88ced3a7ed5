import type { DependencyAssessment } from '../../../lib/domain/okr/assessment.ts'
import type { PromiseState } from '../../../lib/domain/vocabulary.ts'
import styles from './promise-mark.module.css'

/** What a mark can show: the state of a promise, or that a promised one is late. */
export type MarkState = PromiseState | 'late'

const ink: Record<MarkState, string> = {
  draft: 'var(--unknown)',
  offered: 'var(--accent)',
  requested: 'var(--accent)',
  countered: 'var(--at-risk)',
  deferred: 'var(--at-risk)',
  promised: 'var(--on-track)',
  late: 'var(--late)',
  delivered: 'var(--done)',
  accepted: 'var(--done)',
  declined: 'var(--off-track)',
  revoked: 'var(--off-track)',
  withdrawn: 'var(--unknown)',
  cancelled: 'var(--unknown)',
}

const stadium = { x: 1, y: 2, width: 18, height: 12, rx: 6 }
const box = { x: 2, y: 2, width: 16, height: 12, rx: 2 }
const octagon = 'M6 1.500h8L18.500 6v4L14 14.500H6L1.500 10V6Z'
const clock = 'M8.300.8h3.400v1.600a6.400 6.400 0 1 1-3.400 0Z'

/** Asked for is hollow, promised is filled, settled is a box, refused is an eight-sided sign, late is a clock. */
function Outline({ state }: { readonly state: MarkState }) {
  const line = { fill: 'none', stroke: ink[state], strokeWidth: 1.6 } as const
  const full = { fill: ink[state] } as const
  switch (state) {
    case 'draft':
      return <rect {...stadium} {...line} strokeDasharray="2.500 2.200" />
    case 'offered':
    case 'requested':
    case 'countered':
    case 'deferred':
    case 'withdrawn':
    case 'cancelled':
      return <rect {...stadium} {...line} />
    case 'promised':
      return <rect {...stadium} {...full} />
    case 'delivered':
      return <rect {...box} {...line} />
    case 'accepted':
      return <rect {...box} {...full} />
    case 'declined':
      return <path d={octagon} {...line} />
    case 'revoked':
      return <path d={octagon} {...full} />
    case 'late':
      return <path d={clock} {...full} />
  }
}

const signs: Record<MarkState, string> = {
  draft: '',
  offered: 'M6.500 8h7M10.800 5.300 13.500 8l-2.700 2.700',
  requested: 'M8.200 6.600a1.800 1.800 0 1 1 2.600 1.600c-.6.300-.8.600-.8 1.200M10 11.300v.01',
  countered: 'M6 6.500h7.500L11.800 4.800M14 9.500H6.500L8.200 11.200',
  deferred: 'M10 4.800V8l2.200 1.400',
  promised: 'M6.800 8.200l2.200 2.200 4.200-4.600',
  late: 'M10 5.600v3.200l2 1.500',
  delivered: 'M10 4.800v5.400M7.600 8l2.400 2.400L12.400 8',
  accepted: 'M6.600 8.200l2.200 2.200 4.600-4.800',
  declined: 'M7.800 5.800l4.400 4.400M12.200 5.800l-4.400 4.400',
  revoked: 'M7.800 5.800l4.400 4.400M12.200 5.800l-4.400 4.400',
  withdrawn: 'M6 8h8',
  cancelled: 'M6 8h8',
}

const filled = new Set<MarkState>(['promised', 'late', 'accepted', 'revoked'])

/** The shape of a state in a 20 × 16 box. It says nothing by itself: the word stands beside it, or `name` is read out. */
export function PromiseMark({ state, name, size = 20 }: { readonly state: MarkState; readonly name?: string; readonly size?: number }) {
  return (
    <svg
      className={styles['mark']}
      width={size}
      height={(size * 16) / 20}
      viewBox="0 0 20 16"
      role={name ? 'img' : undefined}
      aria-label={name}
      aria-hidden={name ? undefined : true}
      focusable="false"
    >
      <Outline state={state} />
      {signs[state] && (
        <path
          d={signs[state]}
          fill="none"
          stroke={filled.has(state) ? 'var(--on-badge)' : ink[state]}
          strokeWidth="1.600"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      )}
    </svg>
  )
}

/** The mark of a need as it stands: late comes before promised. */
export function markOf({ state, lateDays }: Pick<DependencyAssessment, 'state' | 'lateDays'>): MarkState {
  return lateDays > 0 ? 'late' : state
}

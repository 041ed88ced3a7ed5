'use client'
import Link from 'next/link'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { useMayAsk } from '../../../../lib/client/who.ts'
import { listOf } from '../../../../lib/domain/snapshot.ts'
import { askNeed } from '../../../components/graph/connect-prompts.ts'
import { Button } from '../../../components/ui/button.tsx'
import { EmptyState } from '../../../components/ui/empty-state.tsx'
import styles from './matrix.module.css'

/** The matrix before anybody needs anything: its ghost, and the first ask one press away. */
export function MatrixEmpty() {
  const { snapshot, assessment, cycle, slug } = useNetwork()
  const may = useMayAsk()
  const inCycle = listOf(snapshot, 'keyResult').filter(({ id }) => !cycle || assessment.keyResults.get(id)?.cycleId === cycle.id)
  const first = inCycle.find((keyResult) => may('keyResult', keyResult))
  return (
    <div className={styles['empty']}>
      <h1 className="visually-hidden">Matrix</h1>
      <EmptyState
        title="Choose a cell: row needs column"
        ghost={<GhostMatrix />}
        action={
          first ? (
            <Button tone="primary" onClick={() => askNeed({ consumerKeyResultId: first.id })}>
              Ask for what “{first.title}” needs
            </Button>
          ) : (
            inCycle.length === 0 && <Link href={`/${slug}/outline`}>Write the first key result in the outline</Link>
          )
        }
      >
        {inCycle.length > 0
          ? `Nobody has asked for anything${cycle ? ` in ${cycle.name}` : ''} yet. The matrix shows who needs whom, and who is asked too much.`
          : 'There is no key result in this cycle yet. The matrix shows who needs whom; what key results need comes after them.'}
      </EmptyState>
    </div>
  )
}

const places = [0, 1, 2, 3, 4, 5, 6]

function GhostMatrix() {
  const dots = places.flatMap((row) => places.filter((column) => column !== row).map((column) => [column, row] as const))
  return (
    <svg width="240" height="196" viewBox="0 0 240 196" fill="none" aria-hidden="true">
      {places.map((at) => (
        <rect key={at} x={44 + at * 28} y={at * 28} width="28" height="28" fill="var(--border)" fillOpacity="0.3" />
      ))}
      {dots.map(([column, row]) => (
        <circle key={`${column} ${row}`} cx={58 + column * 28} cy={14 + row * 28} r="1.600" fill="var(--border)" />
      ))}
      {places.map((at) => (
        <path
          key={at}
          d={`M2 ${14 + at * 28}h${20 + ((at * 13) % 17)}`}
          stroke="var(--border)"
          strokeWidth="3"
          strokeLinecap="round"
          strokeOpacity="0.6"
        />
      ))}
      <rect x="100" y="84" width="28" height="28" stroke="var(--accent)" strokeWidth="2" />
      <path d="M44 98h56M114 0v84" stroke="var(--accent)" strokeDasharray="3 4" />
    </svg>
  )
}

'use client'
import Link from 'next/link'
import { useMemo } from 'react'
import { placeInCycle } from '../../../../lib/client/cycle.ts'
import { assessmentOf } from '../../../../lib/client/network/assessment.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { useView } from '../../../../lib/client/view.ts'
import type { Cycle } from '../../../../lib/domain/entity.ts'
import { type Ask, openAsks } from '../../../../lib/domain/ritual/open-asks.ts'
import { listOf, type Snapshot } from '../../../../lib/domain/snapshot.ts'
import { counted, shortDay } from '../../../components/graph/words.ts'
import { NeedLine } from '../../../components/ritual/need-line.tsx'
import { EmptyState } from '../../../components/ui/empty-state.tsx'
import { NodeReadiness } from './node-readiness.tsx'
import styles from './plan.module.css'

/** The cycle that is being planned: the one chosen, else the next that is not active yet, else the one in view. */
function plannedCycle(snapshot: Snapshot, asked: string | null, inView: Cycle | null): Cycle | null {
  if (asked !== null) return inView
  return listOf(snapshot, 'cycle').find(({ phase }) => phase === 'draft' || phase === 'planning') ?? inView
}

/** The draft of a cycle: what each node plans, and which asks wait for an answer. */
export function PlanScreen() {
  const { snapshot, cycle, today, slug } = useNetwork()
  const { view } = useView()
  const planned = plannedCycle(snapshot, view.cycle, cycle)
  const assessment = assessmentOf(snapshot, planned?.id ?? null, today)
  const asks = useMemo(() => openAsks(snapshot, assessment), [snapshot, assessment])
  if (!planned)
    return (
      <EmptyState title="There is no cycle to plan yet" action={<Link href={`/${slug}/settings#cycles`}>Add a cycle</Link>}>
        A cycle is a quarter, or any other period that objectives are set for.
      </EmptyState>
    )
  if (snapshot.tables.node.size === 0)
    return (
      <EmptyState title={`Nobody plans ${planned.name} yet`} action={<Link href={`/${slug}/outline`}>Add the first node</Link>}>
        Here stands what each node wants to reach in a cycle, and which asks wait for an answer.
      </EmptyState>
    )
  const { network } = assessment
  const { coverage } = network
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <h1>{planned.name}</h1>
        <p>
          {shortDay(planned.startsOn, today)} to {shortDay(planned.endsOn, today)} · {placeInCycle(planned, today)}
          {planned.phase ? ` · ${planned.phase}` : ''}
        </p>
        <dl className={styles['numbers']}>
          <Figure value={network.objectives} word="objectives" />
          <Figure value={network.keyResults} word="key results" />
          <Figure value={coverage.promised} word={`of ${coverage.promised + coverage.open + coverage.refused} asks promised`} />
          <Figure value={asks.unanswered.length} word="wait for an answer" />
        </dl>
      </header>
      <div className={styles['columns']}>
        <div className={styles['asks']}>
          <AskList
            title="Asks without an answer"
            empty={
              coverage.total === 0
                ? 'Nobody has asked for anything yet. In the outline, choose a key result and press R.'
                : 'Every ask has an answer.'
            }
            asks={asks.unanswered}
          />
          {asks.refused.length > 0 && <AskList title="Declined or taken back: the need is still there" empty="" asks={asks.refused} />}
          {asks.unsent.length > 0 && <AskList title="Written down, not asked yet" empty="" asks={asks.unsent} />}
        </div>
        <NodeReadiness assessment={assessment} asks={asks} />
      </div>
    </div>
  )
}

function Figure({ value, word }: { readonly value: number; readonly word: string }) {
  return (
    <div>
      <dt>{word}</dt>
      <dd>{value}</dd>
    </div>
  )
}

const moves = { supplier: 'their move', consumer: 'your move' } as const

function noteOf({ ageDays, whoseMove, state }: Ask): string {
  const parts = [
    ageDays === null ? null : ageDays === 0 ? 'since today' : `for ${counted(ageDays, 'day')}`,
    state === 'requested' || whoseMove === null ? null : moves[whoseMove].replace('your', 'the asker’s').replace('their', 'the giver’s'),
  ]
  return parts.filter((part) => part !== null).join(', ')
}

function AskList({ title, empty, asks }: { readonly title: string; readonly empty: string; readonly asks: readonly Ask[] }) {
  return (
    <section className={styles['section']}>
      <h2>
        {title} <span className={styles['count']}>{asks.length}</span>
      </h2>
      {asks.length === 0 ? (
        <p className={styles['empty']}>{empty}</p>
      ) : (
        <ul>
          {asks.map((ask) => (
            <li key={ask.dependencyId}>
              <NeedLine needId={ask.dependencyId} extra={noteOf(ask)} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

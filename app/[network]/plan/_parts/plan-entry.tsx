'use client'
import Link from 'next/link'
import { placeInCycle } from '../../../../lib/client/cycle.ts'
import { freshId } from '../../../../lib/client/fresh-id.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { freshCode } from '../../../../lib/client/ritual/fresh-code.ts'
import { call } from '../../../../lib/domain/command/call.ts'
import type { Cycle, Ritual } from '../../../../lib/domain/entity.ts'
import { shortDay } from '../../../components/graph/words.ts'
import entry from '../../../components/ritual/entry.module.css'
import { OpenSession } from '../../../components/ritual/open-session.tsx'
import { EmptyState } from '../../../components/ui/empty-state.tsx'
import { ReadinessList } from '../_phases/lobby/readiness-list.tsx'
import { planEntryActions } from './actions.ts'
import { JoinByCode } from './join-by-code.tsx'
import { PastPlans } from './past-plans.tsx'
import styles from './plan.module.css'
import { usePlannedCycle } from './planned-cycle.ts'

type Props = { readonly past: readonly Ritual[]; readonly show: (id: string) => void }

/** Before a planning session: how ready the nodes are, the one thing to press, a way in by code, and the plans of the past. */
export function PlanEntry({ past, show }: Props) {
  const { snapshot, slug } = useNetwork()
  const cycle = usePlannedCycle()
  if (!cycle)
    return (
      <EmptyState title="There is no cycle to plan yet" action={<Link href={`/${slug}/settings#cycles`}>Add a cycle</Link>}>
        A cycle is a quarter, or any other period that objectives are set for.
      </EmptyState>
    )
  if (snapshot.tables.node.size === 0)
    return (
      <EmptyState title={`Nobody plans ${cycle.name} yet`} action={<Link href={`/${slug}/outline`}>Add the first node</Link>}>
        Each node drafts what it wants to reach, asks others for what it needs, and all commit together.
      </EmptyState>
    )
  return (
    <div className={entry['entry']} data-scope="ritual" data-home-scope="ritual">
      <section className={entry['main']} aria-labelledby="plan-title">
        <h1 id="plan-title">Plan {cycle.name}</h1>
        <Lead cycle={cycle} />
        <OpenPlan cycle={cycle} />
        <ReadinessList cycleId={cycle.id} />
      </section>
      <aside className={styles['aside']}>
        <JoinByCode />
        <PastPlans plans={past} show={show} />
      </aside>
    </div>
  )
}

function Lead({ cycle }: { readonly cycle: Cycle }) {
  const { today } = useNetwork()
  return (
    <p className={entry['lead']}>
      {shortDay(cycle.startsOn, today)} to {shortDay(cycle.endsOn, today)}, {placeInCycle(cycle, today)}. Open the session up to two weeks ahead: its
      lobby is for the preparation, and each node sees there what is left to do.
    </p>
  )
}

function OpenPlan({ cycle }: { readonly cycle: Cycle }) {
  return (
    <OpenSession
      action={planEntryActions.open}
      opening={() => call('ritual.open', { id: freshId('ritual'), kind: 'plan', cycleId: cycle.id, code: freshCode() })}
      word="Open the session"
      refusal="An editor or a facilitator opens the session; then you can join it here."
    >
      <kbd>Enter</kbd> opens it and makes a code to join.
    </OpenSession>
  )
}

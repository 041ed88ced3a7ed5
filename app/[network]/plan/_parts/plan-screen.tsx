'use client'
import dynamic from 'next/dynamic'
import { parseAsString, useQueryState } from 'nuqs'
import { useEffect, useRef } from 'react'
import { useNetwork, useNetworkStore } from '../../../../lib/client/network/provider.tsx'
import { useObservable } from '../../../../lib/client/observable.ts'
import { useRituals } from '../../../../lib/client/ritual/use-rituals.ts'
import { useView } from '../../../../lib/client/view.ts'
import type { Ritual } from '../../../../lib/domain/entity.ts'
import { find } from '../../../../lib/domain/snapshot.ts'
import { Button } from '../../../components/ui/button.tsx'
import { Icon } from '../../../components/ui/ui-icon.tsx'
import styles from './plan.module.css'
import { PlanEntry } from './plan-entry.tsx'
import { PlanSession } from './plan-session.tsx'
import { cycleToView } from './planned-cycle.ts'

const OutcomePage = dynamic(() => import('../_outcome/outcome-page.tsx').then(({ OutcomePage: loaded }) => loaded))

/** Whether the server knows a session: only then it has a room. */
function useIsKnown(ritual: Ritual | null): boolean {
  const { confirmed } = useObservable(useNetworkStore().state)
  return find(confirmed, 'ritual', ritual?.id ?? null) !== undefined
}

/** The whole page is about the cycle that its session plans: what is asked, typed or opened beside it belongs there, too. */
function useCycleOf(session: Ritual | null): void {
  const { cycle } = useNetwork()
  const { setView } = useView()
  const wanted = cycleToView(session, cycle)
  useEffect(() => {
    if (wanted !== null) setView({ cycle: wanted })
  }, [wanted, setView])
}

/** The planning of a cycle: the session that is open, one that was held, or the way to open one. */
export function PlanScreen() {
  const { snapshot, cycle } = useNetwork()
  const { view } = useView()
  const { open, past } = useRituals('plan', view.cycle === null ? {} : { cycleId: cycle?.id ?? null })
  const [held, setHeld] = useQueryState('held', parseAsString.withOptions({ history: 'push', shallow: true }))
  const shown = find(snapshot, 'ritual', held)
  const isHeld = shown?.kind === 'plan' && shown.state === 'closed'
  useCycleOf(isHeld ? null : open)
  const isKnown = useIsKnown(open)
  const seen = useRef<string | null>(null)
  const openId = open?.id ?? null
  // who was in the session when it was committed sees what it left
  useEffect(() => {
    if (seen.current !== null && openId === null && find(snapshot, 'ritual', seen.current)?.state === 'closed') void setHeld(seen.current)
    seen.current = openId
  }, [openId, snapshot, setHeld])
  if (isHeld) return <Held ritual={shown} back={() => void setHeld(null)} />
  if (open) return isKnown ? <PlanSession key={open.id} ritual={open} /> : <p role="status">Opening the session …</p>
  return <PlanEntry past={past} show={(id) => void setHeld(id)} />
}

function Held({ ritual, back }: { readonly ritual: Ritual; readonly back: () => void }) {
  return (
    <>
      <nav className={styles['back']} aria-label="Back">
        <Button tone="quiet" onClick={back}>
          <Icon name="arrowLeft" /> Planning
        </Button>
      </nav>
      <OutcomePage ritual={ritual} />
    </>
  )
}

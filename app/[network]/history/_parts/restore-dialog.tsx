'use client'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { countedByKind } from '../../../../lib/domain/counted-records.ts'
import { entityWords } from '../../../../lib/domain/snapshot.ts'
import { told } from '../../../components/history/told.ts'
import type { Difference } from '../../../components/history/types.ts'
import { Button } from '../../../components/ui/button.tsx'
import { Dialog } from '../../../components/ui/dialog.tsx'
import styles from './detail.module.css'
import type { Blocker, RestorePlan, Returning } from './restore-plan.ts'
import { useRestore } from './use-restore.ts'

type Props = {
  readonly revision: number
  readonly difference: Difference
  readonly onClose: () => void
  /** opens the change set from which something else has to come back first */
  readonly goTo: (blocker: Blocker) => void
}

/** Says what comes back before it does; where something stands in the way, says what and leads there. */
export function RestoreDialog({ revision, difference, onClose, goTo }: Props) {
  const { snapshot } = useNetwork()
  const { plan, isBusy, restore } = useRestore(revision, difference, onClose)
  return (
    <Dialog
      open
      size="small"
      title={`Restore ${entityWords[difference.entity]} “${told(snapshot, difference.name)}”?`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Leave it</Button>
          <Step plan={plan} isBusy={isBusy} restore={() => void restore()} goTo={goTo} />
        </>
      }
    >
      <div aria-live="polite" aria-busy={plan === null}>
        <Story plan={plan} />
      </div>
    </Dialog>
  )
}

type StepProps = {
  readonly plan: RestorePlan | null
  readonly isBusy: boolean
  readonly restore: () => void
  readonly goTo: (blocker: Blocker) => void
}

/** What can be done next: bring it back, or go to what has to come back first. */
function Step({ plan, isBusy, restore, goTo }: StepProps) {
  if (plan?.kind === 'blocked') {
    const { blocker } = plan
    if (!blocker) return null
    return (
      <Button tone="primary" autoFocus onClick={() => goTo(blocker)}>
        Go to {blocker.name}
      </Button>
    )
  }
  return (
    <Button key={plan === null ? 'waiting' : 'ready'} tone="primary" autoFocus disabled={isBusy || plan === null} onClick={restore}>
      {plan !== null && plan.along.length > 0 ? `Restore all ${plan.along.length + 1}` : 'Restore it'}
    </Button>
  )
}

function Story({ plan }: { readonly plan: RestorePlan | null }) {
  if (plan === null) return <p className={styles['quiet']}>Looking up what comes back …</p>
  if (plan.kind === 'blocked')
    return (
      <p role="alert" className={styles['refusal']}>
        {plan.message}
      </p>
    )
  if (plan.along.length === 0) return <p>Nothing else comes with it. You can undo this.</p>
  return (
    <>
      <p>
        {countedByKind(plan.along)} {plan.along.length === 1 ? 'comes' : 'come'} back with it. You can undo this.
      </p>
      <Along records={plan.along} />
    </>
  )
}

const mostNamed = 12

function Along({ records }: { readonly records: readonly Returning[] }) {
  const { snapshot } = useNetwork()
  const named = records.filter(({ name, id }) => name !== id)
  if (named.length === 0) return null
  return (
    <ul className={styles['along']}>
      {named.slice(0, mostNamed).map(({ entity, id, name }) => (
        <li key={`${entity}:${id}`}>
          <small>{entityWords[entity]}</small> {told(snapshot, name)}
        </li>
      ))}
      {named.length > mostNamed && <li>and {named.length - mostNamed} more</li>}
    </ul>
  )
}

'use client'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { useAction } from '../../../../lib/client/actions/use-action.ts'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { useMayAdd } from '../../../../lib/client/who.ts'
import type { Difference } from '../../../components/history/types.ts'
import { IconButton } from '../../../components/ui/button.tsx'
import { Icon } from '../../../components/ui/ui-icon.tsx'
import { useReason } from '../../../components/why/use-reason.ts'
import { nameMomentAction, reasonAction, restoreAction } from './actions.ts'
import { ChangeHead } from './change-head.tsx'
import styles from './detail.module.css'
import { DetailButtons } from './detail-buttons.tsx'
import { DifferenceList } from './difference-list.tsx'
import { MomentForm } from './moment-form.tsx'
import { ReasonForm } from './reason-form.tsx'
import { inReadingOrder, removedIn } from './restorable.ts'
import type { Blocker } from './restore-plan.ts'
import { type OpenChange, useChange } from './use-change.ts'
import { useMayRestore } from './use-may-restore.ts'

const RestoreDialog = dynamic(() => import('./restore-dialog.tsx').then(({ RestoreDialog: loaded }) => loaded))

type Props = {
  readonly revision: number
  readonly close: () => void
  /** opens the change set from which a record has to come back first */
  readonly goTo: (blocker: Blocker) => void
}

/** One change set beside the list: what it made different, and what can be done about it. */
export function ChangeDetail({ revision, close, goTo }: Props) {
  const { change, failure } = useChange(revision)
  return (
    <section className={styles['pane']} aria-label={`Change ${revision}`} aria-busy={change === null && failure === null} data-detail>
      <div className={styles['bar']}>
        <span className={styles['quiet']}>revision {revision}</span>
        <IconButton size="small" label="Back to the list" keys="Escape" onClick={close}>
          <Icon name="close" />
        </IconButton>
      </div>
      {failure !== null && <p role="alert">{failure}</p>}
      {change && <Loaded key={revision} change={change} goTo={goTo} />}
    </section>
  )
}

type Form = 'name' | 'reason' | null

function Loaded({ change: { entry, differences }, goTo }: { readonly change: OpenChange; readonly goTo: Props['goTo'] }) {
  const { snapshot } = useNetwork()
  const [form, setForm] = useState<Form>(null)
  const [restoring, setRestoring] = useState<Difference | null>(null)
  const mayRestore = useMayRestore()
  const mayName = useMayAdd('mark')
  const removed = removedIn(snapshot, differences)
  const main = removed.find(mayRestore) ?? null
  const { revision } = entry
  const { may: mayReword } = useReason(revision)
  const mayReason = useMayAdd('reason') && mayReword
  useAction(restoreAction, () => setRestoring(main), { enabled: main !== null })
  useAction(nameMomentAction, () => setForm('name'), { enabled: mayName })
  useAction(reasonAction, () => setForm('reason'), { enabled: mayReason })
  const closeForm = () => {
    setForm(null)
    document.querySelector<HTMLElement>(`[data-revision="${revision}"]`)?.focus()
  }
  return (
    <>
      <ChangeHead entry={entry} />
      <DetailButtons
        revision={revision}
        main={main}
        restore={() => setRestoring(main)}
        name={mayName ? () => setForm('name') : null}
        giveReason={mayReason ? () => setForm('reason') : null}
      />
      {form === 'name' && <MomentForm about={{ revision, at: entry.at }} onClose={closeForm} />}
      {form === 'reason' && <ReasonForm revision={revision} onClose={closeForm} />}
      <DifferenceList revision={revision} differences={inReadingOrder(differences)} restore={removed.some(mayRestore) ? setRestoring : null} />
      {restoring && (
        <RestoreDialog
          key={restoring.id}
          revision={revision}
          difference={restoring}
          onClose={() => setRestoring(null)}
          goTo={(blocker) => {
            const here = removed.find(({ entity, id }) => entity === blocker.entity && id === blocker.id)
            setRestoring(here ?? null)
            if (!here) goTo(blocker)
          }}
        />
      )}
    </>
  )
}

'use client'
import { useNetwork } from '../../../../lib/client/network/provider.tsx'
import { useMe } from '../../../../lib/client/who.ts'
import { find } from '../../../../lib/domain/snapshot.ts'
import { Button } from '../../../components/ui/button.tsx'
import { Dialog } from '../../../components/ui/dialog.tsx'
import styles from './hand-over.module.css'
import { useAttendance } from './use-attendance.ts'
import type { Session } from './use-session.ts'

/** Gives the lead to somebody who is here, or takes it. */
export function HandOver({ session, onClose }: { readonly session: Session; readonly onClose: () => void }) {
  const { snapshot } = useNetwork()
  const { personId } = useMe()
  const { ids } = useAttendance(session.ritual)
  const others = ids.filter((id) => id !== session.ritual.facilitatorId && find(snapshot, 'person', id))
  const give = (id: string) => {
    session.drive(id)
    onClose()
  }
  return (
    <Dialog open onClose={onClose} title={session.isDriver ? 'Hand over the lead' : 'Take the lead'}>
      {others.length === 0 && <p>Nobody else is here yet. Whoever opens this walk can take the lead from here.</p>}
      <ul className={styles['people']}>
        {others.map((id, at) => (
          <li key={id}>
            <Button autoFocus={at === 0} tone={id === personId ? 'primary' : 'plain'} onClick={() => give(id)}>
              {id === personId ? 'I lead from here' : find(snapshot, 'person', id)?.name}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

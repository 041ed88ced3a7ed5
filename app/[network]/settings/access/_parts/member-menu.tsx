'use client'
import { useState } from 'react'
import type { Member } from '../../../../../lib/contract/members.ts'
import { Button, IconButton } from '../../../../components/ui/button.tsx'
import { Dialog } from '../../../../components/ui/dialog.tsx'
import { Menu } from '../../../../components/ui/menu.tsx'
import { Icon } from '../../../../components/ui/ui-icon.tsx'
import { EraseDialog } from './erase-dialog.tsx'

type Props = { readonly member: Member; readonly remove: () => void; readonly refresh: () => void }

/** What ends a membership: leaving, being removed, being erased. */
export function MemberMenu({ member, remove, refresh }: Props) {
  const [asking, setAsking] = useState<'remove' | 'erase' | null>(null)
  const close = () => setAsking(null)
  const { name, isYou } = member
  const word = isYou ? 'Leave this network …' : 'Remove from this network …'
  return (
    <>
      <Menu
        align="end"
        trigger={
          <IconButton label={`More about ${name}`}>
            <Icon name="more" />
          </IconButton>
        }
        groups={[
          { items: [{ id: 'remove', label: word, run: () => setAsking('remove') }] },
          { items: [{ id: 'erase', label: 'Erase name and address …', isDanger: true, run: () => setAsking('erase') }] },
        ]}
      />
      {asking === 'remove' && <RemoveDialog member={member} remove={remove} onClose={close} />}
      {asking === 'erase' && <EraseDialog personId={member.personId} name={name} isYou={isYou} onErased={refresh} onClose={close} />}
    </>
  )
}

function RemoveDialog({ member: { name, isYou }, remove, onClose }: Omit<Props, 'refresh'> & { readonly onClose: () => void }) {
  const confirm = () => {
    onClose()
    remove()
  }
  return (
    <Dialog
      open
      size="small"
      title={isYou ? 'Leave this network?' : `Remove ${name} from this network?`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{isYou ? 'Stay' : 'Keep'}</Button>
          <Button tone="danger" autoFocus onClick={confirm}>
            {isYou ? 'Leave' : 'Remove'}
          </Button>
        </>
      }
    >
      <p>
        {isYou ? 'You lose access at once, and your API tokens for it end.' : 'They lose access at once, and their API tokens for it end.'} The person
        stays, with everything they did. Another invitation brings them back.
      </p>
    </Dialog>
  )
}

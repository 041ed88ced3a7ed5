'use client'
import { useRouter } from 'next/navigation'
import { useAction } from '../../../lib/client/actions/use-action.ts'
import { leave } from '../../../lib/client/leave.ts'
import { signOutAction } from '../../components/shell/user-actions.ts'
import { goToNetworks } from '../../components/shell/views.ts'
import { Button } from '../../components/ui/button.tsx'
import styles from './account.module.css'

/** The ways from the account page: back to the networks, and out. */
export function AccountActions({ userId }: { readonly userId: string }) {
  const router = useRouter()
  const goBack = () => router.push('/?all')
  useAction(goToNetworks, goBack)
  useAction(signOutAction, () => void leave(userId))
  return (
    <div className={styles['tools']}>
      <Button tone="quiet" onClick={goBack}>
        All networks
      </Button>
      <Button onClick={() => void leave(userId)}>Sign out</Button>
    </div>
  )
}

'use client'
import { useRouter } from 'next/navigation'
import { useAction } from '../../../lib/client/actions/use-action.ts'
import { messageOf } from '../../../lib/client/mutate.ts'
import { signOut } from '../../../lib/client/session.ts'
import { showToast } from '../../../lib/client/toast.ts'
import { signOutAction } from '../../components/shell/user-actions.ts'
import { goToNetworks } from '../../components/shell/views.ts'
import { Button } from '../../components/ui/button.tsx'
import styles from './account.module.css'

async function leave(userId: string): Promise<void> {
  try {
    await signOut(userId)
    window.location.assign('/sign-in')
  } catch (error) {
    showToast(messageOf(error), { tone: 'error' })
  }
}

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

'use client'
import { useNetwork } from '../../../lib/client/network/provider.tsx'
import { isAskLater } from '../../../lib/client/signed-out.ts'
import { showToast } from '../../../lib/client/toast.ts'
import { SignInForm } from '../account/sign-in-form.tsx'
import { Dialog } from '../ui/dialog.tsx'
import styles from './sign-in-again.module.css'

function waitingWords(waiting: number): string {
  if (waiting === 0) return 'Nothing that you saved is lost.'
  return waiting === 1 ? 'One change waits and is saved as soon as you are back.' : `${waiting} changes wait and are saved as soon as you are back.`
}

/** Asks to sign in on top of the page, so that nothing that was typed is lost. Somebody else gets a page of their own. */
export function SignInAgain() {
  const { me, waiting, askWho } = useNetwork()
  const goOn = ({ userId }: { readonly userId: string }) => {
    if (userId !== me.userId) return window.location.reload()
    askWho()
    showToast('You are signed in again.')
  }
  return (
    <Dialog open size="small" title="Sign in again" onClose={() => isAskLater.set(true)}>
      <p className={styles['why']}>Your session has ended. {waitingWords(waiting)}</p>
      <SignInForm onSignedIn={goOn} />
    </Dialog>
  )
}

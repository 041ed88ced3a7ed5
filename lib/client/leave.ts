import { messageOf } from './mutate.ts'
import { countUnsent } from './network/outbox.ts'
import { signOut } from './session.ts'
import { showToast } from './toast.ts'

async function end(userId: string | null, goOn: () => void): Promise<void> {
  try {
    await signOut(userId)
    goOn()
  } catch (error) {
    showToast(messageOf(error), { tone: 'error' })
  }
}

/** Leaves nothing of the session in this page: the next one is asked for anew. */
const toSignIn = () => window.location.assign('/sign-in')

/** Signs out. Where edits have not reached the server yet, which would be lost, it asks first. */
export async function leave(userId: string | null, goOn: () => void = toSignIn): Promise<void> {
  const unsent = userId === null ? 0 : countUnsent(userId)
  if (unsent === 0) return end(userId, goOn)
  const edits = unsent === 1 ? 'One change has' : `${unsent} changes have`
  showToast(`${edits} not reached the server yet. Who signs out now loses what waits.`, {
    tone: 'error',
    action: { label: 'Sign out all the same', run: () => void end(userId, goOn) },
  })
}

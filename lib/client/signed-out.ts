import { observable } from './observable.ts'

/** Whether the server has said that nobody is signed in here. A window asks to sign in again, and what was typed waits. */
export const signedOut = observable(false)

/** Whether the window that asks was put off; a mark in the top bar opens it again. */
export const isAskLater = observable(false)

/** Who signed in last on this page; null where nobody has since it was opened. */
const cameIn = observable<string | null>(null)

/** Somebody has signed in on this page: what waits of theirs goes on, and nothing of anybody else's. */
export function comeIn(userId: string): void {
  cameIn.set(userId)
  signedOut.set(false)
  isAskLater.set(false)
}

/** Whether somebody else has signed in since the page was opened. Without an account there is one person only. */
export function isSomebodyElse(userId: string | null): boolean {
  const came = cameIn.get()
  return userId !== null && came !== null && came !== userId
}

/** Resolves as soon as a person is signed in, at once where they are; never in the name of somebody else who signs in on the same page. */
export function untilSignedIn(userId: string | null = null): Promise<void> {
  const isIn = () => !signedOut.get() && !isSomebodyElse(userId)
  if (isIn()) return Promise.resolve()
  return new Promise((resolve) => {
    const look = () => {
      if (!isIn()) return
      for (const stop of stops) stop()
      resolve()
    }
    const stops = [signedOut.subscribe(look), cameIn.subscribe(look)]
  })
}

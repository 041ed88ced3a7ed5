import { observable } from './observable.ts'

/** Whether the server has said that nobody is signed in here. A window asks to sign in again, and what was typed waits. */
export const signedOut = observable(false)

/** Whether the window that asks was put off; a mark in the top bar opens it again. */
export const isAskLater = observable(false)

/** Resolves as soon as somebody is signed in; at once where somebody is. */
export function untilSignedIn(): Promise<void> {
  if (!signedOut.get()) return Promise.resolve()
  return new Promise((resolve) => {
    const stop = signedOut.subscribe(() => {
      if (signedOut.get()) return
      stop()
      resolve()
    })
  })
}

import { useEffect } from 'react'
import { observable } from './observable.ts'

/** Whether this window is a screen for a room: the bar of the network steps aside, and everything is larger. */
export const isPresenting = observable(false)

/** Makes this window a screen for a room while the component is there. */
export function usePresenting(): void {
  useEffect(() => {
    isPresenting.set(true)
    document.documentElement.dataset['presenting'] = ''
    return () => {
      isPresenting.set(false)
      delete document.documentElement.dataset['presenting']
    }
  }, [])
}

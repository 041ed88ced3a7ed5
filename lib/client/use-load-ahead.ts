import { useEffect } from 'react'

const aheadMs = 2_500

/**
 * Fetches parts of the program a while after the view stands, so that they open at once later, and also while the server is away.
 *
 * @param load starts the fetches; a stable function
 */
export function useLoadAhead(load: () => readonly Promise<unknown>[]): void {
  useEffect(() => {
    const timer = setTimeout(() => void Promise.allSettled(load()), aheadMs)
    return () => clearTimeout(timer)
  }, [load])
}

import { parseAsBoolean, useQueryState } from 'nuqs'
import { useCallback } from 'react'

/** Whether this window is the one that a room looks at, as its address says: large type, counters instead of what is typed. */
export function useBigScreen(): { readonly isBig: boolean; readonly toggle: () => void } {
  const [isBig, setBig] = useQueryState('screen', parseAsBoolean.withDefault(false).withOptions({ history: 'replace', shallow: true }))
  const toggle = useCallback(() => void setBig((before) => (before ? null : true)), [setBig])
  return { isBig, toggle }
}

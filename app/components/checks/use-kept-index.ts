import { useEffect, useRef } from 'react'

/** Where a finding stands; one that is gone, or that is there as one that is left behind, leaves its place to the one that follows. */
export function useKeptIndex(findings: readonly { readonly id: string }[], wanted: string | null, isLeft = false): number {
  const last = useRef(0)
  const found = isLeft ? -1 : findings.findIndex(({ id }) => id === wanted)
  const at = found >= 0 ? found : Math.min(wanted === null ? 0 : last.current, Math.max(0, findings.length - 1))
  useEffect(() => {
    last.current = at
  }, [at])
  return at
}

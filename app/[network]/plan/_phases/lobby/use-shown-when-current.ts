import { useEffect, useRef } from 'react'

/** Brings what becomes the current one onto the screen, but not what is current when one comes. */
export function useShownWhenCurrent(isCurrent: boolean) {
  const row = useRef<HTMLLIElement>(null)
  const was = useRef(isCurrent)
  useEffect(() => {
    if (isCurrent && !was.current) row.current?.scrollIntoView({ block: 'nearest' })
    was.current = isCurrent
  }, [isCurrent])
  return row
}

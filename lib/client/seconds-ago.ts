import { useEffect, useState } from 'react'

/** How long ago something was, as it is read while it counts up: “2 s ago”, “3 min ago”. A clock that is behind gives “just now”. */
export function shortAgo(seconds: number): string {
  if (seconds < 1) return 'just now'
  if (seconds < 60) return `${Math.floor(seconds)} s ago`
  if (seconds < 3_600) return `${Math.floor(seconds / 60)} min ago`
  const hours = Math.floor(seconds / 3_600)
  return hours < 24 ? `${hours} h ago` : `${Math.floor(hours / 24)} d ago`
}

/** The same for an instant in milliseconds; it counts up on the screen. */
export function useShortAgo(atMs: number): string {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [])
  return shortAgo((now - atMs) / 1_000)
}

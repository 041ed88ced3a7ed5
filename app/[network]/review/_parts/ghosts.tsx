/** Two nodes that become one. */
export function MergeGhost() {
  return (
    <svg width="320" height="96" viewBox="0 0 320 96" fill="none" stroke="var(--border)" strokeWidth="1.500" aria-hidden="true">
      <circle cx="46" cy="26" r="18" strokeDasharray="5 4" />
      <circle cx="46" cy="72" r="18" strokeDasharray="5 4" />
      <path d="M74 28c40 0 50 20 90 20M74 70c40 0 50-22 90-22m-9-6 9 6-9 6" />
      <circle cx="206" cy="48" r="26" />
      <path d="M250 40h52M250 56h34" strokeOpacity="0.6" />
    </svg>
  )
}

/** An exchange, and how it went over some weeks. */
export function ExchangeGhost() {
  return (
    <svg width="320" height="80" viewBox="0 0 320 80" fill="none" stroke="var(--border)" strokeWidth="1.500" aria-hidden="true">
      <circle cx="40" cy="40" r="20" />
      <circle cx="160" cy="40" r="20" />
      <path d="M64 40h68m-9-6 9 6-9 6" />
      <path d="M210 50l18-10 18 6 18-18 18 4 18-14" strokeDasharray="5 4" />
    </svg>
  )
}

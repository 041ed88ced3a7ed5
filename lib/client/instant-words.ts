const dayForm = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })

/** The day of an instant, in this browser's time zone: “21 Nov 2026”. */
export function dayOf(instant: string): string {
  return dayForm.format(new Date(instant))
}

/** When something happened, on the clock of a network: “21 Nov, 14:05”. Without a time zone that clock shows UTC. */
export function dayAndTime(instant: string, timeZone: string | null): string {
  const form = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', timeZone: timeZone ?? 'UTC' })
  return form.format(new Date(instant))
}

const units = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const

/** How long ago an instant is: “3 hours ago”, “just now”. */
export function ago(instant: string, now: number): string {
  const seconds = (now - new Date(instant).getTime()) / 1_000
  if (seconds > 30 * 86_400) return dayOf(instant)
  const unit = units.find(([, size]) => seconds >= size)
  if (!unit) return 'just now'
  const count = Math.floor(seconds / unit[1])
  return `${count} ${unit[0]}${count === 1 ? '' : 's'} ago`
}

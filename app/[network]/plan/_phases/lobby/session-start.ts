import { instantOn } from '../../../../../lib/domain/notify/digest-time.ts'
import { formatInstant } from '../../../../../lib/domain/time.ts'

/** When a session begins unless somebody says otherwise. */
export const usualClock = '09:00'

/** The instant at which a session of a day begins: by the clocks where the network is, wherever who leads it sits. */
export function startOn(timeZone: string | null, day: string, clock = usualClock): string {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return formatInstant(instantOn(timeZone ?? 'UTC', day, hours + minutes / 60))
}

/** What the clocks show at an instant where the network is: “09:00”. */
export function clockOf(timeZone: string | null, atMs: number): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: timeZone ?? 'UTC', hour: '2-digit', minute: '2-digit' }).format(atMs)
}

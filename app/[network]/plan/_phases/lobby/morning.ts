import { instantOn } from '../../../../../lib/domain/notify/digest-time.ts'
import { formatInstant } from '../../../../../lib/domain/time.ts'

const hour = 9

/** The instant at which a session of a day begins: nine in the morning where the network is, wherever who leads it sits. */
export function morningOf(timeZone: string | null, day: string): string {
  return formatInstant(instantOn(timeZone ?? 'UTC', day, hour))
}

import { daysBetween } from '../time.ts'

/**
 * The share of a period that has gone: where progress would be today at an even pace. Calendar days, both ends included:
 * 0 on the first day, 1 on the last.
 *
 * @param startsOn first day, `YYYY-MM-DD`
 * @param endsOn last day; a period of one day, or one that ends before it starts, is over on its end
 * @param today day in the network's time zone
 * @returns 0 to 1
 * Cost O(1). Spec: OKR27-OKR30.
 */
export function expectedShare(startsOn: string, endsOn: string, today: string): number {
  if (today >= endsOn) return 1
  if (today <= startsOn) return 0
  return daysBetween(startsOn, today) / daysBetween(startsOn, endsOn)
}

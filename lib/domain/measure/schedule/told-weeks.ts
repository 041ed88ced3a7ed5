/** The least that is left of a difference when it was worked out twice. */
const hardly = 1e-9

/** Weeks as a number with one decimal at most, away from the limit that they are over. */
function rounded(weeks: number, limit: number | null): number {
  const whole = Math.round(weeks)
  const isOver = limit !== null && weeks > limit + hardly
  return isOver && whole <= limit ? Math.ceil(weeks * 10 - hardly) / 10 : whole
}

/**
 * Weeks as people say them: whole ones. Where a whole number would hide that a limit is passed it has one decimal, “13.4 weeks” against 13; what
 * is less than one week is called that. Whoever tells weeks, and compares them with a limit, tells them so.
 *
 * @param limit weeks that there are; null where there is no limit
 * Cost O(1). Spec: CN76.
 */
export function toldWeeks(weeks: number, limit: number | null): string {
  const told = rounded(weeks, limit)
  if (told === 0) return weeks > 0 ? 'less than 1 week' : '0 weeks'
  return `${told} ${told === 1 ? 'week' : 'weeks'}`
}

/** Whether weeks are more than a limit, in the sense of `toldWeeks`. Cost O(1). Spec: CN76. */
export function isOverLimit(weeks: number, limit: number): boolean {
  return weeks > limit + hardly
}

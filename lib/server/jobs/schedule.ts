import { Cron } from 'croner'

/** When a job has its turns: at a distance from the end of one to the next, or by a pattern of cron in the time zone of the server. */
export type Schedule = { readonly everyMs: number } | { readonly cron: string }

/** A turn that failed is tried again after so long, if its next one is not sooner. */
const afterFailureMs = 300_000

/** A pattern that never comes, such as 30 February, is looked at again after so long. */
const neverMs = 365 * 86_400_000

/** The next turn after an instant. @throws Error for a pattern that cron does not know */
export function nextTurn(schedule: Schedule, after: Date): Date {
  if ('everyMs' in schedule) return new Date(after.getTime() + schedule.everyMs)
  return new Cron(schedule.cron, { mode: '5-part', paused: true }).nextRun(after) ?? new Date(after.getTime() + neverMs)
}

/** The turn after one that failed. */
export function turnAfterFailure(schedule: Schedule, at: Date): Date {
  return new Date(Math.min(nextTurn(schedule, at).getTime(), at.getTime() + afterFailureMs))
}

/** The first turn of a job that this database has never seen: at once, or when the pattern says so. */
export function firstTurn(schedule: Schedule, now: Date): Date {
  return 'everyMs' in schedule ? now : nextTurn(schedule, now)
}

/** A turn that was written under another schedule is brought forward, never put off. One that was missed stays as it is: it is made up for, once. */
export function fittingTurn(schedule: Schedule, { written, now }: { readonly written: Date; readonly now: Date }): Date {
  const next = nextTurn(schedule, now)
  return written < next ? written : next
}

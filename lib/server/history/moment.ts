import { ask, type Steps } from '../../../db/query.ts'
import type { Statements } from '../../../db/statements/index.ts'
import { DomainError } from '../../domain/error.ts'
import { dayEnd } from '../../domain/history/day-bounds.ts'
import { formatInstant, isCalendarDay } from '../../domain/time.ts'

/** A revision with the instant of its change set. */
export type Moment = { readonly revision: number; readonly at: string }

const msPerSecond = 1_000

/** The last instant that a moment stands for: a day stands for its end where the network is. */
export function instantOf(timeZone: string | null, at: string): Date {
  return isCalendarDay(at) ? new Date(Date.parse(dayEnd(timeZone, at)) - 1) : new Date(Math.min(Math.max(Date.parse(at), 0), latestMs))
}

/** The end of the year 9000: every database can write it. */
const latestMs = Date.UTC(9_001, 0, 1) - msPerSecond

/** The last revision whose change set was written at or before an instant. @throws DomainError REVISION_UNKNOWN before the first */
export function* momentAt(statements: Statements, networkId: string, at: Date): Steps<Moment> {
  const [row] = yield* ask(statements.momentAt, { networkId, at })
  if (row) return { revision: row.revision, at: formatInstant(row.at.getTime()) }
  throw new DomainError('REVISION_UNKNOWN', 'The network was not there yet at that time. Choose a later moment.', { at: at.toISOString() })
}

/** The instant of a revision; null where there is none. */
export function* momentOf(statements: Statements, networkId: string, revision: number): Steps<Moment | null> {
  const [row] = yield* ask(statements.setAt, { networkId, revision })
  return row ? { revision, at: formatInstant(row.at.getTime()) } : null
}

import { ask, type Steps } from '../../../db/query.ts'
import type { Statements } from '../../../db/statements/index.ts'

/** Somebody who is told something, and the sessions in which an answer to it is waited for. */
export type Expected = { readonly personId: string; readonly plans: readonly string[] }

/**
 * Whether somebody is expected in a session and sits in none of those: who went has no seat any more.
 *
 * @returns asked once for each session, and not at all where nobody is expected
 */
export function* absenceIn(statements: Statements, networkId: string, expected: readonly Expected[]): Steps<(each: Expected) => boolean> {
  const seated = new Set<string>()
  for (const ritualId of new Set(expected.flatMap(({ plans }) => plans))) {
    const seats = yield* ask(statements.seatsOf, { networkId, ritualId })
    for (const { personId, leftAt } of seats) if (personId !== null && leftAt === null) seated.add(`${ritualId} ${personId}`)
  }
  return ({ personId, plans }) => plans.length > 0 && !plans.some((ritualId) => seated.has(`${ritualId} ${personId}`))
}

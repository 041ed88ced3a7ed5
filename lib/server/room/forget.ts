import { type Steps, tell } from '../../../db/query.ts'
import type { Statements } from '../../../db/statements/index.ts'
import type { Change } from '../../domain/change.ts'

/** Forgets what a person did in rooms; the answers before the seats, by which they are known. */
export function* forgetInRooms(statements: Statements, at: { readonly networkId: string; readonly personId: string }): Steps<void> {
  yield* tell(statements.removeSealedBy, at)
  yield* tell(statements.removeSeatsOf, at)
}

/**
 * Forgets the rooms of rituals that a change set deletes, and what people that it deletes did in rooms, in the transaction of the change set:
 * who sat there, what is sealed, the links of guests.
 */
export function* forgetRooms(statements: Statements, networkId: string, changes: readonly Change[]): Steps<void> {
  for (const { entity, id, after } of changes) {
    if (after !== null) continue
    if (entity === 'person') yield* forgetInRooms(statements, { networkId, personId: id })
    if (entity !== 'ritual') continue
    const room = { networkId, ritualId: id }
    for (const statement of [statements.removeSealedIn, statements.removeSeatsIn, statements.removeGuestLinksIn]) yield* tell(statement, room)
  }
}

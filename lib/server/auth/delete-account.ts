import { tell } from '../../../db/query.ts'
import { formatInstant } from '../../domain/time.ts'
import { leaveEveryNetwork } from '../privacy/leave.ts'
import type { Accounts } from './accounts.ts'
import { refuseLastOwner } from './manage-users.ts'

/**
 * Deletes an account for good: its person is erased from each network, then its sessions, password and second factor go with it. What died on
 * its way is finished by the next try.
 *
 * @throws DomainError LAST_OWNER of the server, or of a network
 */
export async function deleteAccount({ store, clock, changed }: Accounts, userId: string): Promise<void> {
  await store.ask((statements) => refuseLastOwner(statements, userId))
  await leaveEveryNetwork(store, userId, formatInstant(clock().getTime()))
  await store.write('instance owners', function* (statements) {
    yield* refuseLastOwner(statements, userId)
    yield* tell(statements.removeUser, { userId })
  })
  changed()
}

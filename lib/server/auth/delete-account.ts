import { tell } from '../../../db/query.ts'
import type { Accounts } from './accounts.ts'
import { refuseLastOwner } from './manage-users.ts'

/** Deletes an account for good, with its sessions, passwords and second factor. @throws DomainError LAST_OWNER */
export async function deleteAccount({ store, changed }: Accounts, userId: string): Promise<void> {
  await store.write('instance owners', function* (statements) {
    yield* refuseLastOwner(statements, userId)
    yield* tell(statements.removeUser, { userId })
  })
  changed()
}

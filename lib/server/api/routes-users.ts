import { api } from '../../contract/api.ts'
import { formatInstant } from '../../domain/time.ts'
import { openedAccounts } from '../auth/accounts.ts'
import { changeUser, listUsers, requireUserRow } from '../auth/manage-users.ts'
import { makeResetLink } from '../auth/reset.ts'
import { type Route, route } from './context.ts'

const { users } = api

/** The accounts of a server, for its owners. */
export const userRoutes: readonly Route[] = [
  route(users.list, async ({ store }) => ({ items: await listUsers(store) })),
  route(users.update, async ({ store, accounts, clock, params, body }) => {
    const item = await changeUser(store, params.id, { change: body, now: clock() })
    openedAccounts(accounts).changed()
    return { item }
  }),
  route(users.resetLink, async ({ store, accounts, clock, params }) => {
    const { origin } = openedAccounts(accounts)
    const { path, expiresAt } = await store.write('accounts', function* (statements) {
      yield* requireUserRow(statements, params.id)
      return yield* makeResetLink(statements, params.id, { now: clock(), way: 'handed' })
    })
    return { link: `${origin}${path}`, expiresAt: formatInstant(expiresAt.getTime()) }
  }),
]

import { api } from '../../contract/api.ts'
import { openedAccounts } from '../auth/accounts.ts'
import { signInAs } from '../auth/sign-in.ts'
import { addressOf } from '../client-address.ts'
import { type Route, route } from './context.ts'

/** How a server gets its first owner. */
export const setupRoutes: readonly Route[] = [
  route(api.setup.read, async ({ accounts }) => ({ isClaimed: await openedAccounts(accounts).setup.isClaimed() })),
  route(api.setup.claim, async ({ accounts, body, request }) => {
    const opened = openedAccounts(accounts)
    const wasRight = await opened.limits.count({ account: null, address: addressOf(request) })
    await opened.setup.claim(body)
    await wasRight()
    return signInAs(opened, request, { credentials: body, answer: { isClaimed: true }, status: 201 })
  }),
]

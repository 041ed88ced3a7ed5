import { api } from '../../contract/api.ts'
import { openedAccounts } from '../auth/accounts.ts'
import { deleteAccount } from '../auth/delete-account.ts'
import { endOtherSessions, endSession, listSessions, requireProof, requireUser, signedInUser } from '../auth/own-account.ts'
import { mailResetLink, resetPassword } from '../auth/reset.ts'
import { addressOf } from '../client-address.ts'
import { type Route, route } from './context.ts'

const { account } = api

/** Who is signed in where, and the way out. */
const ownRoutes: readonly Route[] = [
  route(account.session, async ({ accounts, principal }) => {
    const opened = openedAccounts(accounts)
    return {
      user: await signedInUser(opened, principal),
      isClaimed: await opened.setup.isClaimed(),
      ways: { password: true, oidc: opened.oidc },
      hasMail: opened.mail !== null,
    }
  }),
  route(account.sessions, async ({ accounts, principal }) => ({ items: await listSessions(openedAccounts(accounts), requireUser(principal)) })),
  route(account.endSession, async ({ accounts, principal, params }) => {
    await endSession(openedAccounts(accounts), requireUser(principal), params.id)
    return { isDone: true as const }
  }),
  route(account.endOtherSessions, async ({ accounts, principal }) => {
    await endOtherSessions(openedAccounts(accounts), requireUser(principal))
    return { isDone: true as const }
  }),
  route(account.remove, async ({ accounts, principal, body, request }) => {
    const [opened, user] = [openedAccounts(accounts), requireUser(principal)]
    const wasRight = await opened.limits.count({ account: user.userId, address: addressOf(request) })
    await requireProof(opened, user, body)
    await wasRight()
    await deleteAccount(opened, user.userId)
    return { isDone: true as const }
  }),
]

/** A new password for somebody who cannot sign in. Who asks learns nothing about who has an account. */
const resetRoutes: readonly Route[] = [
  route(account.requestReset, async ({ accounts, body, request }) => {
    const opened = openedAccounts(accounts)
    await opened.limits.count({ account: `reset ${body.email}`, address: addressOf(request) })
    void mailResetLink(opened, body.email).catch((error: unknown) => opened.log.error({ err: error }, 'a mail could not be sent'))
    return { isMailed: opened.mail !== null }
  }),
  route(account.reset, async ({ accounts, body, request }) => {
    const opened = openedAccounts(accounts)
    const wasRight = await opened.limits.count({ account: null, address: addressOf(request) })
    const email = await resetPassword(opened, body)
    await wasRight()
    return { email }
  }),
]

export const accountRoutes: readonly Route[] = [...ownRoutes, ...resetRoutes]

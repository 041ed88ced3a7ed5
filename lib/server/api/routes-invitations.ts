import { api } from '../../contract/api.ts'
import { DomainError } from '../../domain/error.ts'
import { networkOf } from '../../domain/snapshot.ts'
import { accept, type Guest } from '../access/accept.ts'
import { accountOf, nameOfUser, userIdOf } from '../access/account.ts'
import { invitationMail } from '../access/invitation-mail.ts'
import {
  type InvitationRow,
  invitationWords,
  invite,
  listInvitations,
  openInvitation,
  renew,
  revokeInvitation,
  shownInvitation,
} from '../access/invitations.ts'
import { linkOver } from '../access/links.ts'
import { openedAccounts } from '../auth/accounts.ts'
import { requireGoodPassword } from '../auth/passwords.ts'
import { addressOf } from '../client-address.ts'
import { type Route, route, type Services } from './context.ts'

const { invitations } = api

type Made = { readonly row: InvitationRow; readonly secret: string }

/** Sends the link to its guest, where there is an address and a mail server. A mail that fails leaves the link to be handed over. */
async function send({ store, accounts }: Services, { row, secret }: Made): Promise<boolean> {
  if (row.email === null || !accounts?.mail) return false
  const inviter = await nameOfUser(store, row.createdBy)
  const { name: network } = networkOf(await store.read(row.networkId))
  const message = invitationMail({ email: row.email, inviter, network, address: `${accounts.origin}/invite/${secret}` })
  return accounts.mail.send(message).then(
    () => true,
    () => false,
  )
}

async function answer(call: Services & { readonly now: string }, made: Made) {
  return { item: shownInvitation(made.row, new Date(call.now)), path: `/invite/${made.secret}`, isSent: await send(call, made) }
}

type Answering = Services & { readonly params: { readonly token: string }; readonly request: Request; readonly now: string }

/** @throws DomainError LINK_OVER, TOO_MANY_REQUESTS */
async function requireInvitation({ store, access, params, request, now }: Answering): Promise<InvitationRow> {
  const address = addressOf(request)
  access.guesses.refuseGuesser(address)
  const row = await store.ask((statements) => openInvitation(statements, params.token, new Date(now)))
  if (row) return row
  access.guesses.miss(address)
  throw linkOver()
}

type GuestInput = { readonly name?: string | undefined; readonly email?: string | undefined; readonly password?: string | undefined }

function missing(path: string): DomainError {
  return new DomainError('VALIDATION', `A new account needs ${path === 'email' ? 'an e-mail address' : `a ${path}`}. Or sign in first.`, {
    faults: [{ path, message: 'is missing' }],
  })
}

/** The new account of somebody who has not signed in. @throws DomainError VALIDATION */
async function guestOf({ accounts }: Services, { name, email, password }: GuestInput, row: InvitationRow): Promise<Guest> {
  const address = row.email ?? email
  if (name === undefined) throw missing('name')
  if (address === undefined) throw missing('email')
  if (password === undefined) throw missing('password')
  requireGoodPassword(password, 'password', [name, address])
  return { name: name.trim(), email: address, passwordHash: await openedAccounts(accounts).hash(password) }
}

/** Ways in for people who have no part in a network yet. */
export const invitationRoutes: readonly Route[] = [
  route(invitations.list, async ({ store, params, now }) => {
    const rows = await listInvitations(store, await store.resolve(params.network))
    return { items: rows.map((row) => shownInvitation(row, new Date(now))) }
  }),
  route(invitations.create, async (call) => {
    const networkId = await call.store.resolve(call.params.network)
    return answer(call, await invite({ ...call, networkId, createdBy: userIdOf(call.principal) }, call.body))
  }),
  route(invitations.renew, async (call) => {
    const { network, id } = call.params
    return answer(call, await renew(call, { networkId: await call.store.resolve(network), id }))
  }),
  route(invitations.revoke, async (call) => {
    const { network, id } = call.params
    await revokeInvitation(call, { networkId: await call.store.resolve(network), id })
    return { id }
  }),
  route(invitations.read, async (call) => {
    const row = await requireInvitation(call)
    const snapshot = await call.store.read(row.networkId)
    const inviter = await nameOfUser(call.store, row.createdBy)
    return { network: { name: networkOf(snapshot).name }, inviter, ...invitationWords(snapshot, row) }
  }),
  route(invitations.accept, async (call) => {
    const row = await requireInvitation(call)
    const account = call.principal.kind === 'user' ? await accountOf(call.store, call.principal) : null
    const guest = account ? null : await guestOf(call, call.body, row)
    const { networkId, personId, isNewAccount } = await accept(call, { secret: call.params.token, account, guest })
    const { id, slug, name } = networkOf(await call.store.read(networkId))
    return { network: { id, slug, name }, personId, isNewAccount }
  }),
]

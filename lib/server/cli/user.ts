import { api } from '../../contract/api.ts'
import { DomainError } from '../../domain/error.ts'
import { roles } from '../../domain/vocabulary.ts'
import { readConfig } from '../config.ts'
import { originOf } from '../services.ts'
import { type Send, withApi } from './api.ts'
import { databaseFlag, databaseUrlOf } from './database.ts'
import { type Given, Misuse, type Report, type Verb, type World } from './verb.ts'

type Doing = { readonly send: Send; readonly email: string; readonly given: Given; readonly world: World }
type Action = { readonly needsEmail: boolean; readonly run: (doing: Doing) => Promise<Report> }

function done(data: object, ...lines: string[]): Report {
  return { exitCode: 0, data, lines }
}

async function list({ send }: Doing): Promise<Report> {
  const { items } = await send(api.users.list, { params: {} })
  const marks = items.map((user) =>
    [user.isInstanceOwner && 'owner of the server', user.isDisabled && 'disabled', user.hasSecondFactor && 'second factor'].filter(Boolean),
  )
  const lines = items.map(({ email, name }, at) => `${email.padEnd(32)} ${name}${marks[at]?.length ? ` (${marks[at].join(', ')})` : ''}`)
  return done(
    { users: items },
    ...(lines.length === 0 ? ['There are no accounts yet. The start line of the server has the link for the first one.'] : lines),
  )
}

/** @throws DomainError NOT_FOUND */
async function userOf({ send, email }: Doing) {
  const { items } = await send(api.users.list, { params: {} })
  const user = items.find((each) => each.email === email.trim().toLowerCase())
  if (user) return user
  throw new DomainError('NOT_FOUND', `There is no account ${email} on this server. “weft user list” shows them.`)
}

async function reset(doing: Doing): Promise<Report> {
  const { id, email } = await userOf(doing)
  const { link, expiresAt } = await doing.send(api.users.resetLink, { params: { id } })
  return done({ email, link, expiresAt }, `${email} sets a new password here, once, until ${expiresAt}:`, link)
}

function change(body: { isDisabled?: boolean; isInstanceOwner?: boolean }, says: (email: string) => string): Action {
  return {
    needsEmail: true,
    run: async (doing) => {
      const { id, email } = await userOf(doing)
      const { item } = await doing.send(api.users.update, { params: { id }, body })
      return done({ user: item }, says(email))
    },
  }
}

function roleOf({ flags }: Given) {
  const role = roles.find((each) => each === (flags['role'] ?? 'contributor'))
  if (role) return role
  throw new Misuse(`--role is one of ${roles.join(', ')}.`)
}

async function invite({ send, email, given, world }: Doing): Promise<Report> {
  const { network } = given.flags
  if (typeof network !== 'string') throw new Misuse('Say to which network: weft user invite EMAIL --network NETWORK --role ROLE')
  const role = roleOf(given)
  const { path, isSent, item } = await send(api.invitations.create, { params: { network }, body: { email, role } })
  const link = originOf(readConfig(world.env)) + path
  return done(
    { link, isSent, expiresAt: item.expiresAt },
    `${email} becomes ${role} here, until ${item.expiresAt}${isSent ? ' (sent by mail)' : ''}:`,
    link,
  )
}

const actions: Readonly<Record<string, Action>> = {
  list: { needsEmail: false, run: list },
  invite: { needsEmail: true, run: invite },
  reset: { needsEmail: true, run: reset },
  disable: change(
    { isDisabled: true },
    (email) => `${email} is signed out everywhere and cannot sign in. “weft user enable ${email}” takes it back.`,
  ),
  enable: change({ isDisabled: false }, (email) => `${email} can sign in again.`),
  owner: change({ isInstanceOwner: true }, (email) => `${email} is an owner of the server.`),
}

function actionOf([name = '', email]: readonly string[]): Action {
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined
  if (!action) throw new Misuse(`user knows ${Object.keys(actions).join(', ')}; “${name}” is none of them.`)
  if (action.needsEmail !== (email !== undefined))
    throw new Misuse(`user ${name} takes ${action.needsEmail ? 'the e-mail address of an account' : 'no address'}.`)
  return action
}

export const user: Verb = {
  name: 'user',
  says: 'list accounts; invite, reset, disable, enable, owner',
  takes: ['ACTION', '[EMAIL]'],
  flags: {
    ...databaseFlag,
    network: { value: 'NETWORK', says: 'invite: id or slug of the network' },
    role: { value: 'ROLE', says: `invite: ${roles.join(', ')} (contributor unless given)` },
  },
  help: [
    'user list · user invite EMAIL --network N --role R · user reset EMAIL · user disable EMAIL · user enable EMAIL · user owner EMAIL',
    'reset and invite print a link that works once: hand it over yourself, or let the server mail it.',
    'Goes through the server that holds the database, if one runs; else opens the database itself.',
  ],
  run: async (given, world) => {
    const action = actionOf(given.files)
    const email = given.files[1] ?? ''
    return withApi(databaseUrlOf(given, world), world, (send) => action.run({ send, email, given, world }))
  },
}

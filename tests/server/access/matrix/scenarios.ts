import { v7 } from 'uuid'
import { system, type Who } from '../../../../lib/domain/access.ts'
import { call } from '../../../../lib/domain/command/call.ts'
import { runCommands } from '../../../../lib/domain/command/run.ts'
import { invite } from '../../../../lib/server/access/invitations.ts'
import { revokeLink } from '../../../../lib/server/access/links.ts'
import { removeMember } from '../../../../lib/server/access/members.ts'
import { handleOf } from '../../../../lib/server/handle.ts'
import { type Ground, makeWorld, type World } from './world.ts'

/** Something that no single request shows. @returns what went wrong; nothing where all is well */
type Scenario = (ground: Ground, world: World) => Promise<readonly string[]>

const now = '2027-02-10T09:00:00Z'

type Asked = { readonly headers: Readonly<Record<string, string>>; readonly body?: unknown }

async function send({ app }: Ground, method: string, path: string, { headers, body }: Asked): Promise<{ status: number; text: string }> {
  const typed = body === undefined ? headers : { 'content-type': 'application/json', ...headers }
  const response = await app.request(`/api/v1${path}`, { method, headers: typed, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
  return { status: response.status, text: await response.text() }
}

function expected(what: string, wanted: unknown, got: unknown): string[] {
  return wanted === got ? [] : [`${what}: expected ${String(wanted)}, got ${String(got)}`]
}

function commit({ store }: Ground, networkId: string, { who, calls }: { who: Who; calls: Parameters<typeof runCommands>[1] }) {
  const decide: Parameters<typeof store.commit>[1]['decide'] = (snapshot, ctx) => runCommands(snapshot, calls, ctx)
  return store.commit({ actor: 'cli', who, networkId, now }, { name: 'batch', decide })
}

async function codeOfRefusal(work: () => Promise<unknown>): Promise<string> {
  try {
    await work()
    return 'nothing'
  } catch (error) {
    return String(Reflect.get(Object(error), 'code'))
  }
}

/** The token of another network of the same person opens nothing here. */
const foreignToken: Scenario = async (ground, { networkId }) => {
  const elsewhere = await makeWorld(ground)
  const user = await ground.identities.user()
  for (const network of [networkId, elsewhere.networkId]) await ground.identities.join(user, network, 'owner')
  const { headers } = await ground.identities.token(user, elsewhere.networkId, 'write')
  const [here, there] = [
    await send(ground, 'GET', `/networks/${networkId}/nodes`, { headers }),
    await send(ground, 'GET', `/networks/${elsewhere.networkId}/nodes`, { headers }),
  ]
  return [...expected('here', 404, here.status), ...expected('there', 200, there.status)]
}

/** Who left a node cannot change it by taking a step back, nor bring one again. */
const undo: Scenario = async (ground, { networkId, prefix, headers, personIds }) => {
  const at = `/networks/${networkId}`
  const edit = (title: string) =>
    send(ground, 'POST', `${at}/commands`, {
      headers: headers.contributor,
      body: { commands: [call('keyResult.update', { id: `${prefix}-kr-care`, set: { title } })] },
    })
  const step = (name: 'undo' | 'redo') => send(ground, 'POST', `${at}/${name}`, { headers: headers.contributor })
  await edit('One')
  await edit('Two')
  const allowed = await step('undo')
  const own = [...(await ground.store.read(networkId)).tables.participation.values()].find(({ personId }) => personId === personIds.contributor)
  await commit(ground, networkId, { who: system, calls: [call('participation.delete', { id: own?.id ?? '' })] })
  const [undone, redone] = [await step('undo'), await step('redo')]
  return [...expected('while in the node', 200, allowed.status), ...expected('undo', 403, undone.status), ...expected('redo', 403, redone.status)]
}

/** Pages get nothing for strangers and for people of other networks. */
const handle: Scenario = async ({ store, identities }, { networkId, headers }) => {
  const pages = handleOf({ store, identity: identities.identity })
  const ask = (cookies: string | null) =>
    Promise.all([
      codeOfRefusal(() => pages.network(cookies, networkId)),
      codeOfRefusal(() => pages.me(cookies, networkId)),
      codeOfRefusal(() => pages.snapshotJson(cookies, networkId)),
    ])
  const [stranger, other, viewer] = [await ask(null), await ask(headers.otherMember['cookie'] ?? ''), await ask(headers.viewer['cookie'] ?? '')]
  const listed = (await pages.networks(headers.otherMember['cookie'] ?? '')).map(({ id }) => id)
  return [
    ...expected('a stranger', 'UNAUTHENTICATED,UNAUTHENTICATED,UNAUTHENTICATED', stranger.join()),
    ...expected('another', 'NOT_FOUND,NOT_FOUND,NOT_FOUND', other.join()),
    ...expected('a viewer', 'nothing,nothing,nothing', viewer.join()),
    ...expected('the list of another', false, listed.includes(networkId)),
    ...expected('the list of a stranger', 'UNAUTHENTICATED', await codeOfRefusal(() => pages.networks(null))),
  ]
}

/** How many milliseconds a stream stays open after something; null where it outlives two seconds. */
async function msUntilEnd(
  { app }: Ground,
  path: string,
  { headers, end }: { headers: Readonly<Record<string, string>>; end: () => Promise<unknown> },
): Promise<number | null> {
  const response = await app.request(`/api/v1${path}`, { headers })
  const reader = response.body?.getReader()
  if (!reader || response.status !== 200) return null
  await reader.read()
  const since = performance.now()
  await end()
  const over = (async () => {
    while (!(await reader.read()).done);
    return performance.now() - since
  })()
  const patience = Promise.withResolvers<null>()
  const timer = setTimeout(() => patience.resolve(null), 2_000)
  const ms = await Promise.race([over, patience.promise])
  clearTimeout(timer)
  await reader.cancel()
  return ms
}

/** An open stream ends within a second when the membership, the session or the token behind it does. */
const stream: Scenario = async (ground, world) => {
  const { identities, store } = ground
  const around = { store, access: identities.access, uuid: v7, now }
  const { networkId, headers, personIds } = world
  const path = `/networks/${networkId}/events`
  const guest = await identities.user()
  await identities.join(guest, networkId, 'viewer')
  const token = await identities.token(guest, networkId, 'read')
  const cases = {
    token: await msUntilEnd(ground, path, { headers: token.headers, end: token.revoke }),
    session: await msUntilEnd(ground, path, { headers: guest.headers, end: async () => guest.signOut() }),
    membership: await msUntilEnd(ground, path, {
      headers: headers.viewer,
      end: () => removeMember(around, { networkId, personId: personIds.viewer }),
    }),
  }
  return Object.entries(cases).flatMap(([name, ms]) => expected(`the stream of a ${name} that ended`, true, ms !== null && ms <= 1_000))
}

/** A link shows what its view draws and nothing that was written for the people inside, and is over when it is taken back. */
const shared: Scenario = async (ground, { networkId, ids, secrets, prefix }) => {
  const path = `/shared/${secrets.link}`
  const read = await send(ground, 'GET', path, { headers: {} })
  const hidden = [`ben@${prefix}.example`, 'vision canary', 'note canary', `${prefix}-source`].filter((word) => read.text.includes(word))
  const open = await msUntilEnd(ground, `${path}/events`, { headers: {}, end: () => revokeLink(ground.store, { networkId, id: ids.link }, now) })
  const after = await send(ground, 'GET', path, { headers: {} })
  return [
    ...expected('an open link', 200, read.status),
    ...expected('what is hidden', '', hidden.join()),
    ...expected('the drawing', true, read.text.includes(`canary-${prefix} care`)),
    ...expected('its stream ends', true, open !== null && open <= 1_000),
    ...expected('a link taken back', 404, after.status),
  ]
}

/** A page of another site cannot write with a visitor’s cookie; a program with a token is no browser. */
const crossSite: Scenario = async (ground, { networkId, headers }) => {
  const evil = { origin: 'https://evil.example' }
  const post = (from: Readonly<Record<string, string>>) =>
    send(ground, 'POST', `/networks/${networkId}/teams`, { headers: from, body: { name: 'T' } })
  const { cookie = '' } = headers.owner
  return [
    ...expected('another site', 403, (await post({ ...headers.owner, ...evil })).status),
    ...expected('no origin', 403, (await post({ cookie })).status),
    ...expected('its own site', 201, (await post(headers.owner)).status),
    ...expected('a token', 201, (await post({ ...headers.writeToken, ...evil })).status),
  ]
}

/** Nothing is written in nobody’s name, whatever way leads there. */
const unsigned: Scenario = async (ground, { networkId }) => {
  const nobody: Who = { personId: null, role: 'owner', members: new Map() }
  const refused = await codeOfRefusal(() => commit(ground, networkId, { who: nobody, calls: [call('team.create', { id: 't', name: 'T' })] }))
  return expected('a commit of nobody', 'FORBIDDEN', refused)
}

/** Whoever can sign in keeps their person, also from somebody who may delete people. */
const personOfMember: Scenario = async (ground, { networkId, headers, personIds }) => {
  const remove = await send(ground, 'DELETE', `/networks/${networkId}/people/${personIds.owner}?carry=true`, { headers: headers.editor })
  return expected('the person of a member', 403, remove.status)
}

/** An invitation for one address is no other’s. */
const addressed: Scenario = async (ground, { networkId }) => {
  const { identities, store } = ground
  const around = { store, access: identities.access, uuid: v7, now, networkId, createdBy: 'user' }
  const input = { role: 'viewer', personId: null, nodeId: null, tier: null } as const
  const guest = await identities.user()
  const [theirs, others] = [await invite(around, { ...input, email: guest.email }), await invite(around, { ...input, email: 'else@example.org' })]
  const accept = (secret: string) => send(ground, 'POST', `/invitations/${secret}/accept`, { headers: guest.headers, body: {} })
  return [...expected('for another', 403, (await accept(others.secret)).status), ...expected('for them', 200, (await accept(theirs.secret)).status)]
}

/** An invitation is for one person. */
const usedOnce: Scenario = async (ground, { networkId }) => {
  const { identities, store } = ground
  const { secret } = await invite(
    { store, access: identities.access, uuid: v7, now, networkId, createdBy: 'user' },
    { role: 'viewer', personId: null, nodeId: null, tier: null, email: null },
  )
  const guests = [await identities.user(), await identities.user()]
  const statuses = await Promise.all(guests.map(({ headers }) => send(ground, 'POST', `/invitations/${secret}/accept`, { headers, body: {} })))
  return expected(
    'of two at once',
    '200,404',
    statuses
      .map(({ status }) => status)
      .toSorted((a, b) => a - b)
      .join(),
  )
}

/** A link that is not for somebody’s own e-mail address makes nobody another person. */
const stranger: Scenario = async (ground, { networkId, prefix }) => {
  const { identities, store } = ground
  const { secret } = await invite(
    { store, access: identities.access, uuid: v7, now, networkId, createdBy: 'user' },
    { role: 'viewer', personId: null, nodeId: null, tier: null, email: null },
  )
  const body = { name: 'Eve', email: `ben@${prefix}.example`, password: 'nobody would think of this one' }
  const accepted = await send(ground, 'POST', `/invitations/${secret}/accept`, { headers: {}, body })
  return [...expected('accepted', 200, accepted.status), ...expected('is ben', false, accepted.text.includes(`"${prefix}-ben"`))]
}

export const scenarios: Readonly<Record<string, Scenario>> = {
  ...{ foreignToken, undo, handle, stream, shared, crossSite, unsigned, personOfMember, addressed, usedOnce, stranger },
}

/** Runs a scenario in a world of its own. @returns what went wrong */
export async function runScenario(ground: Ground, name: string): Promise<readonly string[]> {
  const scenario = scenarios[name]
  if (!scenario) throw new Error(`there is no scenario ${name}`)
  const wrong = await scenario(ground, await makeWorld(ground))
  return wrong.map((each) => `${name}: ${each}`)
}

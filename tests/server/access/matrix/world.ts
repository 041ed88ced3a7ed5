import { randomUUID } from 'node:crypto'
import type { Hono } from 'hono'
import { v7 } from 'uuid'
import { system } from '../../../../lib/domain/access.ts'
import { call } from '../../../../lib/domain/command/call.ts'
import { asId } from '../../../../lib/domain/ids.ts'
import { invite } from '../../../../lib/server/access/invitations.ts'
import { makeLink } from '../../../../lib/server/access/links.ts'
import { createApi } from '../../../../lib/server/api/app.ts'
import { openAccounts } from '../../../../lib/server/auth/accounts.ts'
import { importDocument } from '../../../../lib/server/import/import-document.ts'
import { openLive } from '../../../../lib/server/live/events.ts'
import type { Store } from '../../../../lib/server/store.ts'
import { type Actor, type Identities, identitiesOn } from '../../identities.ts'
import { commit } from '../../network-kit.ts'
import { matrixDocument } from './document.ts'

export const clock = () => new Date('2027-02-10T09:00:00Z')
const now = clock().toISOString()

/** Everybody whom the matrix knows, in the order of its columns. */
export const actors = [
  'anonymous',
  'otherMember',
  'viewer',
  'contributor',
  'lead',
  'editor',
  'facilitator',
  'owner',
  'onlooker',
  'revokedToken',
  'readToken',
  'checkInToken',
  'writeToken',
  'shareLink',
] as const
export type ActorName = (typeof actors)[number]

type Headers = Readonly<Record<string, string>>

/** A server with its API; networks and people are made on it as they are needed. */
export type Ground = {
  readonly store: Store
  readonly identities: Identities
  readonly app: Hono
  readonly bugs: unknown[]
  readonly close: () => void
}

/** @param now the instant of the server, where a test has a clock of its own */
export function groundOn(store: Store, now: () => Date = clock): Ground {
  const identities = identitiesOn(store, now)
  const { access, identity } = identities
  const bugs: unknown[] = []
  const live = openLive(store)
  const log = { error: (...said: unknown[]) => void bugs.push(said) }
  const accounts = openAccounts({ store, secret: 'matrix'.repeat(8), origin: 'http://localhost', log, clock: now, access })
  const app = createApi({ store, live, identity, access, accounts, clock: now, onBug: (error) => bugs.push(error) })
  const close = () => {
    accounts.close()
    live.close()
  }
  return { store, identities, app, bugs, close }
}

/** One network with everybody who asks, and another one of which they must see nothing. */
export type World = {
  readonly prefix: string
  readonly networkId: string
  readonly headers: Readonly<Record<ActorName, Headers>>
  readonly personIds: Readonly<Record<'viewer' | 'contributor' | 'lead' | 'editor' | 'facilitator' | 'owner', string>>
  readonly names: Readonly<Record<string, string>>
  readonly ids: Readonly<Record<'invitation' | 'token' | 'link' | 'webhook' | 'user' | 'comment' | 'commentOfOwner', string>>
  readonly secrets: Readonly<Record<'invitation' | 'link', string>>
  /** a change set that deleted the sources `gone` and `gone-press` */
  readonly goneAt: number
}

/** The code by which a check is joined: six of A to Z and 2 to 9. */
export function codeOf(prefix: string): string {
  return Array.from(prefix.slice(-6), (sign) => String.fromCharCode(65 + Number.parseInt(sign, 16))).join('')
}

/** Two sources, one on each node, that were there once; a named snapshot from before, a walk, and a check of `care` that nobody leads. */
async function deleteSources({ store }: Ground, networkId: string, { prefix, keeper }: { prefix: string; keeper: string }): Promise<number> {
  const ctx = { actor: 'cli', who: system, networkId, now }
  const places = [
    [`${prefix}-gone`, `${prefix}-kr-care`],
    [`${prefix}-gone-press`, `${prefix}-kr-press`],
  ] as const
  const fields = { subject: 'keyResult', kind: 'survey', title: 'Gone' } as const
  await commit(store, ctx, [
    ...places.map(([id, subjectId]) => call('source.create', { id, subjectId, ...fields })),
    call('ritual.open', { id: `${prefix}-walk`, kind: 'walk' }),
    call('ritual.open', { id: `${prefix}-check`, kind: 'check', nodeId: `${prefix}-care`, code: codeOf(prefix) }),
    call('checkSetting.create', { id: `${prefix}-setting`, rule: 'supplier.overloaded', limit: 7 }),
    call('acceptance.create', {
      id: `${prefix}-accepted`,
      finding: `node.noLead:${prefix}-press`,
      rule: 'node.noLead',
      because: 'Found soon',
      reviewOn: '2027-03-01',
    }),
    call('whatIf.create', {
      id: `${prefix}-if`,
      name: 'Without care',
      edits: [{ kind: 'without', entity: 'node', id: `${prefix}-care` }],
      ownerId: asId<'person'>(keeper),
    }),
    call('mark.create', { id: `${prefix}-baseline`, name: 'Baseline', kind: 'baseline', revision: 1, at: now }),
  ])
  const deleted = await commit(
    store,
    ctx,
    places.map(([id]) => call('source.delete', { id })),
  )
  return deleted.revision
}

async function networkOn({ store }: Ground, prefix: string): Promise<string> {
  const { network } = await importDocument({ store, uuid: v7, actor: 'cli', now }, matrixDocument(prefix))
  return network.id
}

async function sent(ground: Ground, path: string, { headers, body }: { headers: Headers; body: unknown }): Promise<string> {
  const response = await ground.app.request(`/api/v1${path}`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const answer: unknown = await response.json()
  if (response.status >= 300) throw new Error(`the world could not be made: ${path} ${JSON.stringify(answer)}`)
  return String(Reflect.get(Object(Reflect.get(Object(answer), 'item')), 'id'))
}

async function operationalRows(ground: Ground, networkId: string, owner: Actor) {
  const { store, identities } = ground
  const around = { store, access: identities.access, uuid: v7, now }
  const invited = await invite(
    { ...around, networkId, createdBy: owner.userId },
    { role: 'viewer', personId: null, nodeId: null, tier: null, email: null },
  )
  const link = await makeLink({ store, networkId, createdBy: owner.userId, id: `link_${v7()}`, now }, { name: 'L', view: 'map', query: '', days: 30 })
  const token = await identities.token(owner, networkId, 'read')
  const hook = { name: 'Hook', url: 'https://hooks.invalid/x', events: ['promise.asked'] }
  const webhook = await sent(ground, `/networks/${networkId}/webhooks`, { headers: owner.headers, body: hook })
  return { invited, link, token, webhook }
}

/** Makes a network with people of every role; contributor and lead take part in the node `care` and in no other. */
export async function makeWorld(ground: Ground): Promise<World> {
  const { identities } = ground
  const prefix = randomUUID().slice(0, 8)
  const networkId = await networkOn(ground, prefix)
  const otherId = await networkOn(ground, `other-${prefix}`)
  const member = async (role: 'viewer' | 'contributor' | 'editor' | 'facilitator' | 'owner', place?: { nodeId: string; tier: 'core' | 'lead' }) => {
    const actor = await identities.user({ name: `${role} ${prefix}` })
    return { actor, personId: await identities.join(actor, networkId, role, place) }
  }
  const care = `${prefix}-care`
  const [viewer, contributor, lead] = [
    await member('viewer'),
    await member('contributor', { nodeId: care, tier: 'core' }),
    await member('contributor', { nodeId: care, tier: 'lead' }),
  ]
  const [editor, facilitator, owner] = [await member('editor'), await member('facilitator'), await member('owner')]
  const [other, onlooker] = [await identities.user({ name: 'Other' }), await identities.user({ name: 'Onlooker', isInstanceOwner: true })]
  await identities.join(other, otherId, 'owner')
  const rows = await operationalRows(ground, networkId, owner.actor)
  const revoked = await identities.token(owner.actor, networkId, 'write')
  await revoked.revoke()
  const [read, checkIn, write] = [
    await identities.token(owner.actor, networkId, 'read'),
    await identities.token(owner.actor, networkId, 'check-in'),
    await identities.token(owner.actor, networkId, 'write'),
  ]
  const comment = { subject: 'keyResult', subjectId: `${prefix}-kr-care`, text: `canary-${prefix}` }
  const say = (headers: Headers) => sent(ground, `/networks/${networkId}/comments`, { headers, body: comment })
  return {
    prefix,
    networkId,
    headers: {
      anonymous: {},
      otherMember: other.headers,
      viewer: viewer.actor.headers,
      contributor: contributor.actor.headers,
      lead: lead.actor.headers,
      editor: editor.actor.headers,
      facilitator: facilitator.actor.headers,
      owner: owner.actor.headers,
      onlooker: onlooker.headers,
      revokedToken: revoked.headers,
      readToken: read.headers,
      checkInToken: checkIn.headers,
      writeToken: write.headers,
      shareLink: { authorization: `Bearer ${rows.link.secret}` },
    },
    personIds: {
      viewer: viewer.personId,
      contributor: contributor.personId,
      lead: lead.personId,
      editor: editor.personId,
      facilitator: facilitator.personId,
      owner: owner.personId,
    },
    names: { viewer: viewer.actor.name },
    ids: {
      invitation: rows.invited.row.id,
      token: rows.token.id,
      link: rows.link.item.id,
      webhook: rows.webhook,
      user: viewer.actor.userId,
      comment: await say(contributor.actor.headers),
      commentOfOwner: await say(owner.actor.headers),
    },
    secrets: { invitation: rows.invited.secret, link: rows.link.secret },
    goneAt: await deleteSources(ground, networkId, { prefix, keeper: contributor.personId }),
  }
}

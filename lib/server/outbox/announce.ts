import { ask, type Steps, tell, tellEach, type Values } from '../../../db/query.ts'
import type { Statements } from '../../../db/statements/index.ts'
import { type Change, reverseAll } from '../../domain/change.ts'
import { eventsOf, type WebhookEvent } from '../../domain/notify/events.ts'
import { mayConcern, type Notification, notificationsOf, type Told } from '../../domain/notify/notify.ts'
import type { ToldChoices } from '../../domain/notify/topics.ts'
import { plansAsking } from '../../domain/notify/under-way.ts'
import { applyChanges, networkOf, type Snapshot } from '../../domain/snapshot.ts'
import { dayIn } from '../../domain/time.ts'
import type { Role } from '../../domain/vocabulary.ts'
import type { ChangeSet, CommitContext } from '../store-contract.ts'
import { absenceIn, type Expected } from './absent.ts'
import { allChoices, waysFor } from './ways.ts'

/** A change set that is being written: the network before it, and who acts. */
export type Announced = {
  readonly statements: Statements
  readonly ctx: CommitContext
  readonly snapshot: Snapshot
  readonly set: ChangeSet
}

type Webhook = { readonly id: string; readonly events: readonly string[] }

/** Guaranteed by the contract, through which alone webhooks are written: events are a list of names. */
function eventsIn(json: unknown): readonly string[] {
  return json as readonly string[]
}

/** Guaranteed by the contract and by invitations: the role of a membership is one of the roles. */
function roleOf(text: string): Role {
  return text as Role
}

/** The people who can sign in to a network, with their roles. */
export function* listenersOf(statements: Statements, networkId: string): Steps<ReadonlyMap<string, Role>> {
  const rows = yield* ask(statements.listenersOf, { networkId })
  return new Map(rows.map(({ personId, role }) => [personId, roleOf(role)]))
}

function* webhooksOf(statements: Statements, networkId: string): Steps<readonly Webhook[]> {
  const rows = yield* ask(statements.enabledWebhooks, { networkId })
  return rows.map(({ id, events }) => ({ id, events: eventsIn(events) }))
}

/** Looks at the network as the changes leave it. Nobody else sees it so: the changes are taken back before anything is awaited. */
function lookAfter<T>(snapshot: Snapshot, changes: readonly Change[], look: () => T): T {
  applyChanges(snapshot, changes)
  try {
    return look()
  } finally {
    applyChanges(snapshot, reverseAll(changes))
  }
}

/** Ids that follow from the change set: what is written twice is refused by the database, whatever happened in between. */
function idsOf(set: ChangeSet, prefix: string): (ordinal: number) => string {
  const tail = set.id.replace(/^set_/, '')
  return (ordinal) => `${prefix}_${tail}_${String(ordinal).padStart(4, '0')}`
}

/** Whom the change set tells what, and in which sessions they are expected to answer. */
type Heard = { readonly notification: Notification } & Expected

function heardOf({ snapshot, set }: Announced, told: Told): Heard[] {
  return lookAfter(snapshot, set.changes, () =>
    notificationsOf(snapshot, told).map((notification) => ({
      notification,
      personId: notification.personId,
      plans: plansAsking(snapshot, notification),
    })),
  )
}

type Wanted = { readonly choices: ReadonlyMap<string, ToldChoices>; readonly isAbsent: (each: Expected) => boolean }

function notificationRows({ ctx, set }: Announced, heard: readonly Heard[], { choices, isAbsent }: Wanted): Values[] {
  const idOf = idsOf(set, 'told')
  const common = { networkId: ctx.networkId, revision: set.revision, actor: set.actor, at: new Date(set.at), readAt: null }
  return heard.flatMap((each, ordinal) => {
    const { notification } = each
    const ways = waysFor(choices.get(notification.personId) ?? {}, notification.kind, isAbsent(each))
    return ways ? [{ ...common, ...notification, ...ways, id: idOf(ordinal) }] : []
  })
}

/** Writes what people are told; what somebody does not want is not kept. */
function* tellPeople(announced: Announced, members: ReadonlyMap<string, Role>): Steps<void> {
  const { statements, ctx, snapshot, set } = announced
  const day = dayIn(networkOf(snapshot).timeZone, set.at)
  const heard = heardOf(announced, { changes: set.changes, actorId: ctx.who.personId, members, day })
  if (heard.length === 0) return
  const choices = yield* allChoices(statements, ctx.networkId)
  const isAbsent = yield* absenceIn(statements, ctx.networkId, heard)
  yield* tellEach(statements.insertNotification, notificationRows(announced, heard, { choices, isAbsent }))
}

function outboxRows({ ctx, set }: Announced, webhooks: readonly Webhook[], events: readonly WebhookEvent[]): Values[] {
  const idOf = idsOf(set, 'msg')
  const at = new Date(set.at)
  const common = { networkId: ctx.networkId, revision: set.revision, createdAt: at, nextAt: at, attempts: 0 }
  const wanted = webhooks.flatMap(({ id, events: names }) =>
    events.filter(({ type }) => names.includes(type)).map((event) => ({ targetId: id, event })),
  )
  return wanted.map(({ targetId, event }, ordinal) => {
    const payload = { ...event, at: set.at, actor: set.actor, changeSetId: set.id }
    return { ...common, id: idOf(ordinal), kind: event.type, targetId, payload }
  })
}

function* forgetDeleted({ statements, ctx, set }: Announced): Steps<void> {
  const gone = set.changes.filter(({ entity, after }) => entity === 'person' && after === null)
  yield* tellEach(
    statements.removeNotificationsOf,
    gone.map(({ id }) => ({ networkId: ctx.networkId, personId: id })),
  )
}

/**
 * Writes down who is to be told of a change set, in the transaction of the change set itself: either both are there or none. A network
 * without members and webhooks costs one question, and one or two others where the changes may concern somebody.
 */
export function* announce(announced: Announced): Steps<void> {
  const { statements, ctx, snapshot, set } = announced
  const { changes } = set
  const webhooks = yield* webhooksOf(statements, ctx.networkId)
  const members = mayConcern(changes) ? yield* listenersOf(statements, ctx.networkId) : new Map<string, Role>()
  if (members.size > 0) yield* tellPeople(announced, members)
  if (webhooks.length > 0) {
    const events = lookAfter(snapshot, changes, () => eventsOf(snapshot, changes))
    yield* tellEach(statements.insertOutbox, outboxRows(announced, webhooks, events))
  }
  yield* forgetDeleted(announced)
}

/** Forgets everything that was told or is to be told in a network: it is being deleted. */
export function* forgetTold(statements: Statements, networkId: string): Steps<void> {
  for (const statement of [statements.removeNotifications, statements.removeOutbox, statements.removeWebhooks]) yield* tell(statement, { networkId })
}

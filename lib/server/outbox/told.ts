import { ask, type Steps } from '../../../db/query.ts'
import type { Statements } from '../../../db/statements/index.ts'
import type { AnyEntity } from '../../domain/entity.ts'
import type { EntityName } from '../../domain/ids.ts'
import type { NotificationKind } from '../../domain/notify/kinds.ts'
import { actorName, personIdOf } from '../../domain/notify/names.ts'
import { tellingOf } from '../../domain/notify/telling.ts'
import { find, type Snapshot } from '../../domain/snapshot.ts'
import { formatInstant } from '../../domain/time.ts'
import type { Role } from '../../domain/vocabulary.ts'
import type { Store } from '../store-contract.ts'

/** Whose notifications are read. */
export type Reader = { readonly networkId: string; readonly personId: string; readonly role: Role }

export type Page = { readonly only: 'all' | 'unread'; readonly limit: number; readonly before: string | null }

type Row = {
  readonly id: string
  readonly kind: string
  readonly subject: string
  readonly subjectId: string
  readonly revision: number
  readonly actor: string
  readonly at: Date
  readonly readAt: Date | null
}

/** Guaranteed by `announce`, `disable` and `tellMember`, which alone write notifications. */
function kindOf(text: string): NotificationKind {
  return text as NotificationKind
}

/** Guaranteed by the same writers: a subject is a kind of record, or a webhook. */
function subjectOf(text: string): EntityName | 'webhook' {
  return text as EntityName | 'webhook'
}

/** Guaranteed by `commit`: the log keeps a deleted record as it was. */
function asRecord(json: unknown): AnyEntity | null {
  return typeof json === 'object' && json !== null ? (json as AnyEntity) : null
}

function isThere(snapshot: Snapshot, { subject, subjectId }: Row): boolean {
  const entity = subjectOf(subject)
  return entity === 'webhook' || find(snapshot, entity, subjectId) !== undefined
}

/** A subject that is not there any more, as the log knows it: the notification tells of the revision that deleted it, or of one before. */
function* goneOf(statements: Statements, networkId: string, { subject, subjectId, revision }: Row): Steps<AnyEntity | null> {
  const past = yield* ask(statements.pastOfRecord, { networkId, entity: subject, id: subjectId, revision: revision - 1 })
  return past.reduce<AnyEntity | null>((known, { before, after }) => (after === null ? asRecord(before) : known), null)
}

type Extras = { readonly gone: ReadonlyMap<string, AnyEntity | null>; readonly titles: ReadonlyMap<string, string> }

function* extrasOf(statements: Statements, snapshot: Snapshot, { networkId }: Reader, rows: readonly Row[]): Steps<Extras> {
  const gone = new Map<string, AnyEntity | null>()
  for (const row of rows) if (!isThere(snapshot, row)) gone.set(row.id, yield* goneOf(statements, networkId, row))
  const named = rows.some(({ subject }) => subject === 'webhook') ? yield* ask(statements.webhooksOf, { networkId }) : []
  return { gone, titles: new Map(named.map(({ id, name }) => [id, name])) }
}

function itemOf(snapshot: Snapshot, row: Row, { role }: Reader, { gone, titles }: Extras) {
  const { id, subjectId, actor, revision, at, readAt } = row
  const [kind, subject, title] = [kindOf(row.kind), subjectOf(row.subject), titles.get(subjectId)]
  const telling = tellingOf(snapshot, {
    kind,
    subject,
    subjectId,
    actor,
    at: formatInstant(at.getTime()),
    gone: gone.get(id) ?? null,
    role,
    ...(title === undefined ? {} : { title }),
  })
  const personId = find(snapshot, 'person', personIdOf(actor))?.id ?? null
  const by = { personId, name: actorName(snapshot, actor) }
  return { id, kind, ...telling, subject, subjectId, actor: by, revision, at: formatInstant(at.getTime()), isRead: readAt !== null }
}

/** A place between two notifications, as it travels. */
function cursorOf({ at, id }: Row): string {
  return `${at.getTime()}.${id}`
}

const newest = { at: new Date('9999-12-31T23:59:59Z'), before: '' }

function placeOf(cursor: string | null): { readonly at: Date; readonly before: string } {
  const [, ms, id] = /^(\d{1,15})\.(.+)$/.exec(cursor ?? '') ?? []
  return ms === undefined || id === undefined ? newest : { at: new Date(Number(ms)), before: id }
}

/** A page of somebody's notifications in words, newest first. */
export async function readTold(store: Pick<Store, 'ask' | 'read'>, reader: Reader, { only, limit, before }: Page) {
  const { networkId, personId } = reader
  const snapshot = await store.read(networkId)
  return store.ask(function* (statements) {
    const query = only === 'unread' ? statements.unreadNotificationsOf : statements.notificationsOf
    const rows = yield* ask(query, { networkId, personId, limit: limit + 1, ...placeOf(before) })
    const shown = rows.slice(0, limit)
    const extras = yield* extrasOf(statements, snapshot, reader, shown)
    const last = shown.at(-1)
    const nextCursor = rows.length > limit && last ? cursorOf(last) : null
    return { items: shown.map((row) => itemOf(snapshot, row, reader, extras)), unread: yield* countUnread(statements, reader), nextCursor }
  })
}

/** What somebody was told since an instant, newest first, in words. */
export async function readToldSince(
  store: Pick<Store, 'ask' | 'read'>,
  reader: Reader,
  { since, limit }: { readonly since: Date; readonly limit: number },
) {
  const snapshot = await store.read(reader.networkId)
  return store.ask(function* (statements) {
    const rows = yield* ask(statements.notificationsSince, { networkId: reader.networkId, personId: reader.personId, since, limit })
    const extras = yield* extrasOf(statements, snapshot, reader, rows)
    return rows.map((row) => itemOf(snapshot, row, reader, extras))
  })
}

/** How many notifications of somebody are not read yet. */
export function* countUnread(statements: Statements, { networkId, personId }: Pick<Reader, 'networkId' | 'personId'>): Steps<number> {
  const [row] = yield* ask(statements.countUnread, { networkId, personId })
  return Number(row?.total ?? 0)
}

import { and, asc, count, desc, eq, getTableColumns, gte, isNull, lt, ne, or, sql } from 'drizzle-orm'
import { compile, compileSelect } from '../query.ts'
import type { Tables } from '../schema/index.ts'
import { type Builder, placeholders, typed, value } from './builder.ts'

function tellingStatements(db: Builder, { notification }: Tables) {
  const all = getTableColumns(notification)
  const { networkId, id, personId, kind, subjectId, revision, at, readAt, isListed, mail } = notification
  const here = eq(networkId, value('networkId'))
  const own = and(here, eq(personId, value('personId')))
  const listed = and(own, eq(isListed, true))
  const isOlder = or(lt(at, typed(at, 'at')), and(eq(at, typed(at, 'at')), lt(id, value('before'))))
  const page = (condition: ReturnType<typeof and>) =>
    compileSelect(db.select(all).from(notification).where(condition).orderBy(desc(at), desc(id)).limit(value('limit')), all)
  const markRead = (condition: ReturnType<typeof and>) =>
    compile(
      db
        .update(notification)
        .set({ readAt: typed(readAt, 'now') })
        .where(and(condition, isNull(readAt))),
    )
  return {
    insertNotification: compile(db.insert(notification).values(placeholders(all))),
    /** tells again of what was told at the same revision */
    putNotification: compile(
      db
        .insert(notification)
        .values(placeholders(all))
        .onConflictDoUpdate({
          target: [networkId, personId, revision, kind, subjectId],
          set: { at: typed(at, 'at'), actor: sql`${value('actor')}`, readAt: sql`null` },
        }),
    ),
    allNotificationsOf: page(and(own, isOlder)),
    notificationsOf: page(and(listed, isOlder)),
    unreadNotificationsOf: page(and(listed, isOlder, isNull(readAt))),
    /** what the next digest tells */
    notificationsSince: page(and(own, eq(mail, 'digest'), sql`${at} > ${typed(at, 'since')}`)),
    countUnread: compileSelect(
      db
        .select({ total: count() })
        .from(notification)
        .where(and(listed, isNull(readAt))),
      { total: revision },
    ),
    markRead: markRead(and(own, eq(id, value('id')))),
    markAllRead: markRead(own),
    removeNotificationsOf: compile(db.delete(notification).where(own)),
    removeNotifications: compile(db.delete(notification).where(here)),
    forgetNotifications: compile(db.delete(notification).where(lt(at, typed(at, 'cutoff')))),
  }
}

function reminderStatements(db: Builder, { notification }: Tables) {
  const { networkId, id, personId, kind, subjectId, at } = notification
  const told = and(eq(networkId, value('networkId')), eq(personId, value('personId')), eq(kind, value('kind')), eq(subjectId, value('subjectId')))
  return {
    /** whether somebody was told something of a record since an instant */
    toldSince: compileSelect(
      db
        .select({ id })
        .from(notification)
        .where(and(told, gte(at, typed(at, 'since'))))
        .limit(1),
      { id },
    ),
  }
}

function listenerStatements(db: Builder, { membership, user }: Tables) {
  const { networkId, userId, personId, role } = membership
  const listening = { personId, role }
  return {
    /** who can sign in to a network, with their roles */
    listenersOf: compileSelect(
      db
        .select(listening)
        .from(membership)
        .innerJoin(user, eq(user.id, userId))
        .where(and(eq(networkId, value('networkId')), isNull(user.disabledAt))),
      listening,
    ),
  }
}

function digestStatements(db: Builder, { membership, user }: Tables) {
  const { networkId, userId, personId, role, digest, digestSentAt } = membership
  const one = and(eq(networkId, value('networkId')), eq(userId, value('userId')))
  const own = and(eq(networkId, value('networkId')), eq(personId, value('personId')))
  const reader = { networkId, userId, personId, role, digest, digestSentAt, email: user.email }
  return {
    digestReaders: compileSelect(
      db
        .select(reader)
        .from(membership)
        .innerJoin(user, eq(user.id, userId))
        .where(and(ne(digest, 'off'), isNull(user.disabledAt)))
        .orderBy(asc(networkId), asc(personId)),
      reader,
    ),
    /** answers only to the one that may send it: it was not sent since the hour when it is due */
    takeDigest: compileSelect(
      db
        .update(membership)
        .set({ digestSentAt: typed(digestSentAt, 'now') })
        .where(and(one, ne(digest, 'off'), or(isNull(digestSentAt), lt(digestSentAt, typed(digestSentAt, 'slot')))))
        .returning({ personId }),
      { personId },
    ),
    giveDigestBack: compile(
      db
        .update(membership)
        .set({ digestSentAt: typed(digestSentAt, 'before') })
        .where(and(one, eq(digestSentAt, typed(digestSentAt, 'now')))),
    ),
    digestOf: compileSelect(db.select(reader).from(membership).innerJoin(user, eq(user.id, userId)).where(own), reader),
    setDigest: compile(
      db
        .update(membership)
        .set({ digest: sql`${value('digest')}`, digestSentAt: typed(digestSentAt, 'now') })
        .where(own),
    ),
  }
}

function ownMailStatements(db: Builder, { notification, membership, user }: Tables) {
  const { networkId, id, personId, kind, subjectId, revision, actor, at, mail } = notification
  const due = { networkId, id, personId, kind, subjectId, revision, actor, at, role: membership.role, name: user.name, email: user.email }
  const one = and(eq(networkId, value('networkId')), eq(id, value('id')))
  return {
    /** the mails of their own that are not sent yet, newest first, with whom they go to */
    dueMails: compileSelect(
      db
        .select(due)
        .from(notification)
        .innerJoin(membership, and(eq(membership.networkId, networkId), eq(membership.personId, personId)))
        .innerJoin(user, eq(user.id, membership.userId))
        .where(and(eq(mail, 'due'), gte(at, typed(at, 'since')), isNull(user.disabledAt)))
        .orderBy(desc(at), desc(id))
        .limit(value('limit')),
      due,
    ),
    /** answers only to the one that may send it */
    takeMail: compileSelect(
      db
        .update(notification)
        .set({ mail: 'sent' })
        .where(and(one, eq(mail, 'due')))
        .returning({ id }),
      { id },
    ),
    /** what somebody was told since an instant by mails of their own */
    mailedSince: compileSelect(
      db
        .select({ kind })
        .from(notification)
        .where(and(eq(networkId, value('networkId')), eq(personId, value('personId')), eq(mail, 'sent'), gte(at, typed(at, 'since')))),
      { kind },
    ),
    giveMailBack: compile(db.update(notification).set({ mail: 'due' }).where(one)),
  }
}

function choiceStatements(db: Builder, { membership }: Tables) {
  const { networkId, personId, toldBy } = membership
  const here = eq(networkId, value('networkId'))
  const chosen = { personId, toldBy }
  return {
    /** on which ways the members of a network are told */
    toldByIn: compileSelect(db.select(chosen).from(membership).where(here), chosen),
    toldByOf: compileSelect(
      db
        .select(chosen)
        .from(membership)
        .where(and(here, eq(personId, value('personId')))),
      chosen,
    ),
    setToldBy: compile(
      db
        .update(membership)
        .set({ toldBy: typed(toldBy, 'toldBy') })
        .where(and(here, eq(personId, value('personId')))),
    ),
  }
}

/** The statements on what people are told, in the product and by mail. */
export function notificationStatements(db: Builder, tables: Tables) {
  return {
    ...tellingStatements(db, tables),
    ...reminderStatements(db, tables),
    ...listenerStatements(db, tables),
    ...digestStatements(db, tables),
    ...ownMailStatements(db, tables),
    ...choiceStatements(db, tables),
  }
}

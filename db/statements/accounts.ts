import { and, asc, desc, eq, isNull, like, ne, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { compile, compileSelect } from '../query.ts'
import type { Tables } from '../schema/index.ts'
import { type Builder, placeholders, value } from './builder.ts'

/** A value as its column writes it: needed for instants and booleans, which text stands for in the database. */
function typed(column: SQLiteColumn, name: string) {
  return sql`${sql.param(value(name), column)}`
}

function sessionStatements(db: Builder, { session, user }: Tables) {
  const { id, userId, token, expiresAt, createdAt, updatedAt, ipAddress, userAgent } = session
  const live = { id, userId, expiresAt, createdAt, updatedAt, isInstanceOwner: user.isInstanceOwner, disabledAt: user.disabledAt }
  const listed = { id, expiresAt, createdAt, updatedAt, ipAddress, userAgent }
  const own = eq(userId, value('userId'))
  return {
    sessionByToken: compileSelect(
      db
        .select(live)
        .from(session)
        .innerJoin(user, eq(userId, user.id))
        .where(eq(token, value('token'))),
      live,
    ),
    sessionsOf: compileSelect(db.select(listed).from(session).where(own).orderBy(desc(updatedAt), asc(id)), listed),
    touchSession: compile(
      db
        .update(session)
        .set({ updatedAt: typed(updatedAt, 'now') })
        .where(eq(id, value('id'))),
    ),
    removeSession: compileSelect(
      db
        .delete(session)
        .where(and(own, eq(id, value('id'))))
        .returning({ id }),
      { id },
    ),
    removeOtherSessions: compile(db.delete(session).where(and(own, ne(id, value('keep'))))),
    removeSessionsOf: compile(db.delete(session).where(own)),
    removeOverSessions: compile(db.delete(session).where(sql`${expiresAt} < ${typed(expiresAt, 'now')}`)),
  }
}

function userStatements(db: Builder, { user }: Tables) {
  const { id, name, email, emailVerified, createdAt, updatedAt, twoFactorEnabled, isInstanceOwner, disabledAt } = user
  const listed = { id, name, email, emailVerified, createdAt, updatedAt, twoFactorEnabled, isInstanceOwner, disabledAt }
  const itself = eq(id, value('userId'))
  return {
    listUsers: compileSelect(db.select(listed).from(user).orderBy(asc(email)), listed),
    userById: compileSelect(db.select(listed).from(user).where(itself), listed),
    userByEmail: compileSelect(
      db
        .select(listed)
        .from(user)
        .where(eq(email, value('email'))),
      listed,
    ),
    insertUser: compile(db.insert(user).values(placeholders(listed))),
    /** the owners of this server who can sign in; locked on PostgreSQL, so that two cannot leave at once */
    instanceOwners: compileSelect(
      db
        .select({ id })
        .from(user)
        .where(and(eq(isInstanceOwner, typed(isInstanceOwner, 'yes')), isNull(disabledAt))),
      { id },
    ),
  }
}

function userChanges(db: Builder, { user }: Tables) {
  const { id, emailVerified, updatedAt, isInstanceOwner, disabledAt } = user
  const itself = eq(id, value('userId'))
  return {
    renameUser: compile(
      db
        .update(user)
        .set({ name: sql`${value('name')}`, email: sql`${value('email')}`, updatedAt: typed(updatedAt, 'now') })
        .where(itself),
    ),
    verifyEmail: compile(
      db
        .update(user)
        .set({ emailVerified: typed(emailVerified, 'yes') })
        .where(itself),
    ),
    setInstanceOwner: compile(
      db
        .update(user)
        .set({ isInstanceOwner: typed(isInstanceOwner, 'isInstanceOwner'), updatedAt: typed(updatedAt, 'now') })
        .where(itself),
    ),
    setDisabled: compile(
      db
        .update(user)
        .set({ disabledAt: typed(disabledAt, 'disabledAt'), updatedAt: typed(updatedAt, 'now') })
        .where(itself),
    ),
    removeUser: compile(db.delete(user).where(itself)),
  }
}

/** The password by which a user signs in. */
function credentialStatements(db: Builder, { account, twoFactor }: Tables) {
  const isCredential = and(eq(account.userId, value('userId')), eq(account.providerId, 'credential'))
  return {
    credentialOf: compileSelect(db.select({ id: account.id, password: account.password }).from(account).where(isCredential), {
      id: account.id,
      password: account.password,
    }),
    /** takes the password away; the account signs in elsewhere, or by a link that sets one */
    removeCredential: compile(db.delete(account).where(isCredential)),
    removeSecondFactor: compile(db.delete(twoFactor).where(eq(twoFactor.userId, value('userId')))),
    insertAccount: compile(db.insert(account).values(placeholders(accountColumns(account)))),
    setPassword: compile(
      db
        .update(account)
        .set({ password: sql`${value('password')}`, updatedAt: typed(account.updatedAt, 'now') })
        .where(isCredential),
    ),
  }
}

function accountColumns({ id, accountId, providerId, userId, password, createdAt, updatedAt }: Tables['account']) {
  return { id, accountId, providerId, userId, password, createdAt, updatedAt }
}

/** One-time tokens that are sent or shown: only their digest is kept. */
function tokenStatements(db: Builder, { verification }: Tables) {
  const { id, identifier, value: kept, expiresAt, createdAt, updatedAt } = verification
  const columns = { id, identifier, value: kept, expiresAt, createdAt, updatedAt }
  const found = { value: kept, expiresAt }
  const itself = eq(identifier, value('identifier'))
  return {
    insertToken: compile(db.insert(verification).values(placeholders(columns))),
    findToken: compileSelect(db.select(found).from(verification).where(itself), found),
    takeToken: compileSelect(db.delete(verification).where(itself).returning(found), found),
    removeTokensOf: compile(db.delete(verification).where(and(eq(kept, value('value')), like(identifier, value('pattern'))))),
    removeOverTokens: compile(db.delete(verification).where(sql`${expiresAt} < ${typed(expiresAt, 'now')}`)),
  }
}

/** The statements on accounts, sessions and one-time tokens. */
export function accountStatements(db: Builder, tables: Tables) {
  return {
    ...sessionStatements(db, tables),
    ...userStatements(db, tables),
    ...userChanges(db, tables),
    ...credentialStatements(db, tables),
    ...tokenStatements(db, tables),
  }
}

import { and, asc, count, eq, getTableColumns, isNull } from 'drizzle-orm'
import { compile, compileSelect } from '../query.ts'
import type { Tables } from '../schema/index.ts'
import { type Builder, placeholders, value } from './builder.ts'

function memberStatements(db: Builder, { membership, user }: Tables) {
  const { networkId, userId, personId, role, createdAt } = membership
  const here = eq(networkId, value('networkId'))
  const list = { userId, personId, role, createdAt, name: user.name, email: user.email, disabledAt: user.disabledAt }
  const own = { networkId, personId, role }
  const entered = { networkId, userId, personId, role, createdAt }
  return {
    membersOf: compileSelect(
      db.select(list).from(membership).innerJoin(user, eq(user.id, userId)).where(here).orderBy(asc(createdAt), asc(personId)),
      list,
    ),
    membershipsOf: compileSelect(
      db
        .select(own)
        .from(membership)
        .where(eq(userId, value('userId'))),
      own,
    ),
    insertMembership: compile(db.insert(membership).values(placeholders(entered))),
    setRole: compile(
      db
        .update(membership)
        .set(placeholders({ role }))
        .where(and(here, eq(personId, value('personId')))),
    ),
    removeMembership: compile(db.delete(membership).where(and(here, eq(personId, value('personId'))))),
    removeMemberships: compile(db.delete(membership).where(here)),
  }
}

function invitationStatements(db: Builder, { invitation }: Tables) {
  const all = getTableColumns(invitation)
  const { id, networkId, tokenHash, expiresAt, acceptedAt, acceptedBy, revokedAt, createdAt } = invitation
  const one = and(eq(networkId, value('networkId')), eq(id, value('id')))
  return {
    insertInvitation: compile(db.insert(invitation).values(placeholders(all))),
    invitationsOf: compileSelect(
      db
        .select(all)
        .from(invitation)
        .where(eq(networkId, value('networkId')))
        .orderBy(asc(createdAt), asc(id)),
      all,
    ),
    invitationByHash: compileSelect(
      db
        .select(all)
        .from(invitation)
        .where(eq(tokenHash, value('hash'))),
      all,
    ),
    /** open and over ones alike: who asks looks at the instants */
    invitationsFor: compileSelect(
      db
        .select(all)
        .from(invitation)
        .where(eq(invitation.email, value('email'))),
      all,
    ),
    revokeInvitation: compile(db.update(invitation).set(placeholders({ revokedAt })).where(one)),
    renewInvitation: compile(db.update(invitation).set(placeholders({ tokenHash, expiresAt })).where(one)),
    acceptInvitation: compile(db.update(invitation).set(placeholders({ acceptedAt, acceptedBy })).where(one)),
    removeInvitations: compile(db.delete(invitation).where(eq(networkId, value('networkId')))),
  }
}

function tokenStatements(db: Builder, { apiToken, user }: Tables) {
  const all = getTableColumns(apiToken)
  const { id, networkId, hash, lastUsedAt, revokedAt, createdAt } = apiToken
  const withUser = { ...all, disabledAt: user.disabledAt }
  return {
    insertApiToken: compile(db.insert(apiToken).values(placeholders(all))),
    apiTokenByHash: compileSelect(
      db
        .select(withUser)
        .from(apiToken)
        .innerJoin(user, eq(user.id, apiToken.userId))
        .where(eq(hash, value('hash'))),
      withUser,
    ),
    apiTokensOf: compileSelect(
      db
        .select(all)
        .from(apiToken)
        .where(eq(networkId, value('networkId')))
        .orderBy(asc(createdAt), asc(id)),
      all,
    ),
    revokeApiToken: compile(
      db
        .update(apiToken)
        .set(placeholders({ revokedAt }))
        .where(and(eq(networkId, value('networkId')), eq(id, value('id')), isNull(revokedAt))),
    ),
    revokeApiTokensOf: compile(
      db
        .update(apiToken)
        .set(placeholders({ revokedAt }))
        .where(and(eq(networkId, value('networkId')), eq(apiToken.userId, value('userId')), isNull(revokedAt))),
    ),
    touchApiToken: compile(
      db
        .update(apiToken)
        .set(placeholders({ lastUsedAt }))
        .where(eq(id, value('id'))),
    ),
    removeApiTokens: compile(db.delete(apiToken).where(eq(networkId, value('networkId')))),
  }
}

function linkStatements(db: Builder, { shareLink }: Tables) {
  const all = getTableColumns(shareLink)
  const { id, networkId, hash, lastUsedAt, revokedAt, createdAt } = shareLink
  return {
    insertLink: compile(db.insert(shareLink).values(placeholders(all))),
    linkByHash: compileSelect(
      db
        .select(all)
        .from(shareLink)
        .where(eq(hash, value('hash'))),
      all,
    ),
    linksOf: compileSelect(
      db
        .select(all)
        .from(shareLink)
        .where(eq(networkId, value('networkId')))
        .orderBy(asc(createdAt), asc(id)),
      all,
    ),
    revokeLink: compile(
      db
        .update(shareLink)
        .set(placeholders({ revokedAt }))
        .where(and(eq(networkId, value('networkId')), eq(id, value('id')), isNull(revokedAt))),
    ),
    touchLink: compile(
      db
        .update(shareLink)
        .set(placeholders({ lastUsedAt }))
        .where(eq(id, value('id'))),
    ),
    removeLinks: compile(db.delete(shareLink).where(eq(networkId, value('networkId')))),
  }
}

function unreadStatement(db: Builder, { notification, changeSet }: Tables) {
  const { networkId, personId, readAt } = notification
  const own = and(eq(networkId, value('networkId')), eq(personId, value('personId')), isNull(readAt))
  return { unread: compileSelect(db.select({ total: count() }).from(notification).where(own), { total: changeSet.revision }) }
}

/** The statements on who may do what: members, invitations, tokens and links. Secrets are looked up by their hash. */
export function accessStatements(db: Builder, tables: Tables) {
  return {
    ...memberStatements(db, tables),
    ...invitationStatements(db, tables),
    ...tokenStatements(db, tables),
    ...linkStatements(db, tables),
    ...unreadStatement(db, tables),
  }
}

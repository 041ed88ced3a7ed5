import { and, asc, eq, getTableColumns, gte, lt, or, sql } from 'drizzle-orm'
import { compile, compileSelect } from '../query.ts'
import type { Tables } from '../schema/index.ts'
import { type Builder, placeholders, value } from './builder.ts'

function vaultStatements(db: Builder, { personalValue, person }: Tables) {
  const { networkId, id, personId, field, value: kept } = personalValue
  const here = eq(networkId, value('networkId'))
  const ofPerson = and(here, eq(personId, value('personId')))
  const one = { id, value: kept }
  const named = { personId, value: kept }
  const current = { id: person.id, name: person.name }
  const isName = eq(field, 'name')
  return {
    insertPersonalValue: compile(db.insert(personalValue).values(placeholders(getTableColumns(personalValue)))),
    personalValues: compileSelect(db.select(one).from(personalValue).where(here), one),
    personalValue: compileSelect(
      db
        .select(one)
        .from(personalValue)
        .where(and(here, eq(id, value('id')))),
      one,
    ),
    personalValuesOf: compileSelect(db.select({ field, value: kept }).from(personalValue).where(ofPerson), { field, value: kept }),
    /** oldest first: the number of a value begins with the time of its change set */
    personalNames: compileSelect(db.select(named).from(personalValue).where(and(here, isName)).orderBy(asc(id)), named),
    peopleNames: compileSelect(
      db
        .select(current)
        .from(person)
        .where(eq(person.networkId, value('networkId'))),
      current,
    ),
    renameInVault: compile(
      db
        .update(personalValue)
        .set({ value: sql`${value('name')}` })
        .where(and(ofPerson, isName)),
    ),
    forgetInVault: compile(db.delete(personalValue).where(and(ofPerson, sql`${field} <> 'name'`))),
    removeVault: compile(db.delete(personalValue).where(here)),
  }
}

/** What an account leaves in a network beside its membership. */
function traceStatements(db: Builder, { invitation, apiToken, verification }: Tables) {
  const ofUser = and(eq(apiToken.networkId, value('networkId')), eq(apiToken.userId, value('userId')))
  return {
    removeInvitation: compile(db.delete(invitation).where(and(eq(invitation.networkId, value('networkId')), eq(invitation.id, value('id'))))),
    removeApiTokensOf: compile(db.delete(apiToken).where(ofUser)),
    removeVerificationsOf: compile(db.delete(verification).where(eq(verification.value, value('userId')))),
  }
}

/** What an account may see of itself: no secret is among it. */
function ownStatements(db: Builder, { account, apiToken, changeSet }: Tables) {
  const signIn = { providerId: account.providerId, accountId: account.accountId, createdAt: account.createdAt }
  const { networkId, id, name, scope, createdAt, expiresAt, lastUsedAt, revokedAt } = apiToken
  const token = { networkId, id, name, scope, createdAt, expiresAt, lastUsedAt, revokedAt }
  const { revision, command, at, summary, actor } = changeSet
  const written = { id: changeSet.id, revision, command, at, summary }
  const isActor = or(eq(actor, value('actor')), and(gte(actor, value('from')), lt(actor, value('before'))))
  return {
    signInsOf: compileSelect(
      db
        .select(signIn)
        .from(account)
        .where(eq(account.userId, value('userId'))),
      signIn,
    ),
    ownTokens: compileSelect(
      db
        .select(token)
        .from(apiToken)
        .where(eq(apiToken.userId, value('userId')))
        .orderBy(asc(createdAt)),
      token,
    ),
    setsOfActor: compileSelect(
      db
        .select(written)
        .from(changeSet)
        .where(and(eq(changeSet.networkId, value('networkId')), isActor))
        .orderBy(asc(revision)),
      written,
    ),
  }
}

/** The statements on personal data: the vault, what an account leaves, and what it may see of itself. */
export function privacyStatements(db: Builder, tables: Tables) {
  return { ...vaultStatements(db, tables), ...traceStatements(db, tables), ...ownStatements(db, tables) }
}

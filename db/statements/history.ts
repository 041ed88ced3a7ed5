import { and, asc, desc, eq, getTableColumns, gt, lt, sql } from 'drizzle-orm'
import { compile, compileSelect } from '../query.ts'
import type { Tables } from '../schema/index.ts'
import { type Builder, placeholders, value } from './builder.ts'

function setStatements(db: Builder, { changeSet }: Tables) {
  const all = getTableColumns(changeSet)
  const { id, revision, command, undoOf, summary, actor } = changeSet
  const own = { id, revision, command, undoOf, summary }
  const here = eq(changeSet.networkId, value('networkId'))
  const later = gt(revision, value('revision'))
  const ofActor = and(here, eq(actor, value('actor')), gt(revision, value('after')))
  return {
    insertSet: compile(db.insert(changeSet).values(placeholders(all))),
    setsSince: compileSelect(db.select(all).from(changeSet).where(and(here, later)).orderBy(asc(revision)).limit(value('limit')), all),
    setById: compileSelect(
      db
        .select(all)
        .from(changeSet)
        .where(and(here, eq(id, value('id')))),
      all,
    ),
    setAt: compileSelect(
      db
        .select(all)
        .from(changeSet)
        .where(and(here, eq(revision, value('revision')))),
      all,
    ),
    ownSets: compileSelect(db.select(own).from(changeSet).where(ofActor).orderBy(desc(revision)).limit(value('limit')), own),
    removeSets: compile(db.delete(changeSet).where(here)),
  }
}

function logStatements(db: Builder, { changeLog, changeSet }: Tables) {
  const all = getTableColumns(changeLog)
  const { revision, ordinal, entity, recordId, before, after } = changeLog
  const past = { before, after, actor: changeSet.actor, at: changeSet.at }
  const here = eq(changeLog.networkId, value('networkId'))
  const between = and(here, gt(revision, value('after')), lt(revision, value('before')))
  const ofRecord = and(here, gt(revision, value('revision')), eq(entity, value('entity')), eq(recordId, value('id')))
  return {
    insertLog: compile(db.insert(changeLog).values(placeholders(all))),
    logBetween: compileSelect(db.select(all).from(changeLog).where(between).orderBy(asc(revision), asc(ordinal)).limit(value('limit')), all),
    logOf: compileSelect(
      db
        .select(all)
        .from(changeLog)
        .where(and(here, eq(revision, value('revision'))))
        .orderBy(asc(ordinal)),
      all,
    ),
    pastOfRecord: compileSelect(
      db
        .select(past)
        .from(changeLog)
        .innerJoin(changeSet, and(eq(changeSet.networkId, changeLog.networkId), eq(changeSet.revision, revision)))
        .where(ofRecord)
        .orderBy(asc(revision), asc(ordinal)),
      past,
    ),
    removeLog: compile(db.delete(changeLog).where(here)),
  }
}

function requestStatements(db: Builder, { request }: Tables) {
  const all = getTableColumns(request)
  return {
    recall: compileSelect(
      db
        .select(all)
        .from(request)
        .where(and(eq(request.scope, value('scope')), eq(request.key, value('key')))),
      all,
    ),
    remember: compile(db.insert(request).values(placeholders(all))),
    forgetBefore: compile(db.delete(request).where(sql`${request.at} < ${sql.param(value('at'), request.at)}`)),
    forgetNetwork: compile(db.delete(request).where(eq(request.networkId, value('networkId')))),
  }
}

/** The statements on what happened, and on the requests that were answered. */
export function historyStatements(db: Builder, tables: Tables) {
  return { ...setStatements(db, tables), ...logStatements(db, tables), ...requestStatements(db, tables) }
}

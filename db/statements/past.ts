import {
  and,
  asc,
  count,
  desc,
  eq,
  exists,
  getTableColumns,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  notExists,
  or,
  type SQL,
} from 'drizzle-orm'
import { compile, compileSelect } from '../query.ts'
import type { Tables } from '../schema/index.ts'
import { type Builder, once, placeholders, typed, value } from './builder.ts'

/** The row of a network at revision 0 is no checkpoint: it is the stamp of the last erasing, after which older copies are not to be used. */
const stampRevision = 0

function checkpointStatements(db: Builder, { checkpoint }: Tables) {
  const { networkId, revision, body } = checkpoint
  const here = eq(networkId, value('networkId'))
  const one = and(here, eq(revision, value('revision')))
  return {
    insertCheckpoint: compile(
      db
        .insert(checkpoint)
        .values(placeholders(getTableColumns(checkpoint)))
        .onConflictDoNothing(),
    ),
    checkpointRevisions: compileSelect(
      db
        .select({ revision })
        .from(checkpoint)
        .where(and(here, gt(revision, stampRevision)))
        .orderBy(asc(revision)),
      { revision },
    ),
    checkpointAt: compileSelect(db.select({ body }).from(checkpoint).where(one), { body }),
    erasureStamp: compileSelect(
      db
        .select({ body })
        .from(checkpoint)
        .where(and(here, eq(revision, stampRevision))),
      { body },
    ),
    removeCheckpoints: compile(db.delete(checkpoint).where(here)),
  }
}

/** The filters of the history, each with the values that it takes. */
export const historyFilters = ['from', 'to', 'actor', 'command', 'entity', 'record', 'structural', 'explained', 'unexplained'] as const
export type HistoryFilter = (typeof historyFilters)[number]

/** The `at`-th value of a list in a statement. */
export function listed(at: number): string {
  return `item${at}`
}

function items(size: number) {
  return Array.from({ length: size }, (_, at) => value(listed(at)))
}

const structural = ['area', 'node', 'exchange']

function filterConditions(db: Builder, { changeSet, changeLog, reason }: Tables, names: ReadonlySet<string>): Record<HistoryFilter, SQL | undefined> {
  const { revision, at, actor, command } = changeSet
  const logged = (...more: (SQL | undefined)[]) =>
    db
      .select({ revision: changeLog.revision })
      .from(changeLog)
      .where(and(eq(changeLog.networkId, value('networkId')), ...more))
  const inSet = eq(changeLog.revision, revision)
  const ofEntity = eq(changeLog.entity, value('entity'))
  const ofRecord = eq(changeLog.recordId, value('record'))
  const explained = (more?: SQL) =>
    db
      .select({ revision: reason.revision })
      .from(reason)
      .where(and(eq(reason.networkId, value('networkId')), eq(reason.revision, revision), more))
  return {
    from: gte(at, typed(at, 'from')),
    to: lt(at, typed(at, 'to')),
    actor: or(eq(actor, value('actor')), and(gte(actor, value('actorFrom')), lt(actor, value('actorBefore')))),
    command: eq(command, value('command')),
    entity: names.has('record') ? undefined : exists(logged(inSet, ofEntity)),
    record: inArray(revision, logged(ofRecord, names.has('entity') ? ofEntity : undefined)),
    structural: exists(logged(inSet, inArray(changeLog.entity, structural))),
    explained: exists(explained(eq(reason.kind, value('reason')))),
    unexplained: notExists(explained()),
  }
}

/** One page of change sets; the key names the filters, and how many records a list of them has, as `filters:size`. */
function compilePage(db: Builder, tables: Tables, key: string) {
  const { changeSet, changeLog } = tables
  const [filters = '', size = '0'] = key.split(':')
  const names = new Set(filters.split(' '))
  const conditions = filterConditions(db, tables, names)
  const ofRecords = db
    .select({ revision: changeLog.revision })
    .from(changeLog)
    .where(and(eq(changeLog.networkId, value('networkId')), inArray(changeLog.recordId, items(Number(size)))))
  const all = getTableColumns(changeSet)
  const wanted = historyFilters.filter((name) => names.has(name)).map((name) => conditions[name])
  const built = db
    .select(all)
    .from(changeSet)
    .where(
      and(
        eq(changeSet.networkId, value('networkId')),
        lt(changeSet.revision, value('before')),
        ...wanted,
        Number(size) > 0 ? inArray(changeSet.revision, ofRecords) : undefined,
      ),
    )
    .orderBy(desc(changeSet.revision))
    .limit(value('limit'))
  return compileSelect(built, all)
}

/** What change sets hold, counted by kind of record; `old` and `fresh` count those with a before and an after. */
function compileCounts(db: Builder, { changeLog }: Tables, size: number) {
  const { networkId, revision, entity, ordinal, before, after } = changeLog
  const built = db
    .select({ revision, entity, total: count(), old: count(before), fresh: count(after) })
    .from(changeLog)
    .where(and(eq(networkId, value('networkId')), inArray(revision, items(size))))
    .groupBy(revision, entity)
  return compileSelect(built, { revision, entity, total: ordinal, old: ordinal, fresh: ordinal })
}

/** The edits of nodes and exchanges in change sets: among them are moves. */
function compileEdits(db: Builder, { changeLog }: Tables, size: number) {
  const { networkId, revision, entity, recordId, before, after } = changeLog
  const row = { revision, entity, recordId, before, after }
  const isEdit = and(inArray(entity, structural), isNotNull(before), isNotNull(after))
  const built = db
    .select(row)
    .from(changeLog)
    .where(and(eq(networkId, value('networkId')), inArray(revision, items(size)), isEdit))
  return compileSelect(built, row)
}

function timeStatements(db: Builder, { changeSet, changeLog }: Tables) {
  const { networkId, revision, at } = changeSet
  const here = eq(networkId, value('networkId'))
  const moment = { revision, at }
  const logHere = eq(changeLog.networkId, value('networkId'))
  const between = and(logHere, gt(changeLog.revision, value('after')), lte(changeLog.revision, value('upTo')))
  const counted = { revision: changeLog.revision, total: changeLog.ordinal }
  const gone = { entity: changeLog.entity, recordId: changeLog.recordId, before: changeLog.before, after: changeLog.after }
  const last = and(here, lte(at, typed(at, 'at')))
  return {
    momentAt: compileSelect(db.select(moment).from(changeSet).where(last).orderBy(desc(revision)).limit(1), moment),
    momentsBetween: compileSelect(
      db
        .select(moment)
        .from(changeSet)
        .where(and(here, gt(revision, value('after')), lte(revision, value('upTo'))))
        .orderBy(asc(revision)),
      moment,
    ),
    changesBySet: compileSelect(
      db.select({ revision: changeLog.revision, total: count() }).from(changeLog).where(between).groupBy(changeLog.revision),
      counted,
    ),
    countChanges: compileSelect(db.select({ total: count() }).from(changeLog).where(between), { total: changeLog.ordinal }),
    deletedBetween: compileSelect(
      db
        .select(gone)
        .from(changeLog)
        .where(and(between, isNull(changeLog.after)))
        .orderBy(asc(changeLog.revision), asc(changeLog.ordinal)),
      gone,
    ),
  }
}

/** The statements on the past of a network: its checkpoints, and what its history is asked for. */
export function pastStatements(db: Builder, tables: Tables) {
  const page = once((key: string) => compilePage(db, tables, key))
  return {
    ...checkpointStatements(db, tables),
    ...timeStatements(db, tables),
    /** change sets that pass some filters and touched one of `size` records (0: any), newest first */
    historyPage: (filters: readonly HistoryFilter[], size: number) => page(`${filters.join(' ')}:${size}`),
    countsOfSets: once((size: number) => compileCounts(db, tables, size)),
    editsOfSets: once((size: number) => compileEdits(db, tables, size)),
  }
}

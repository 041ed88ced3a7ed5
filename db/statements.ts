import { and, asc, count, desc, eq, getTableColumns, gt, lt, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { EntityName } from '../lib/domain/ids.ts'
import { compile, compileSelect, type Query } from './query.ts'
import type { Tables } from './schema/index.ts'

/** What both dialects of drizzle share: here it only writes statements, it never runs them. */
export type Builder = Pick<BetterSQLite3Database, 'select' | 'insert' | 'update' | 'delete'>

const value = (name: string) => sql.placeholder(name)

/** Gives each key its result of `make`, made once. */
function once<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>()
  return (key) => {
    const known = made.get(key)
    if (known !== undefined) return known
    const fresh = make(key)
    made.set(key, fresh)
    return fresh
  }
}

type RecordTable = Tables['area']

/** Guaranteed by the schema: every table of records but `network` has these columns; `network` is handled apart. */
function asRecordTable(table: unknown): RecordTable {
  return table as RecordTable
}

/** The columns of a table of records that are fields of the record. */
function fieldColumns(tables: Tables, entity: EntityName): Record<string, SQLiteColumn> {
  const { networkId: _, revision: __, createdAt: ___, ...fields } = getTableColumns<RecordTable>(asRecordTable(tables[entity])) as Record<string, SQLiteColumn>
  return fields
}

function placeholders(columns: Record<string, SQLiteColumn>) {
  return Object.fromEntries(Object.keys(columns).map((field) => [field, value(field)]))
}

function ofNetwork(tables: Tables, entity: EntityName) {
  return entity === 'network' ? eq(tables.network.id, value('networkId')) : eq(asRecordTable(tables[entity]).networkId, value('networkId'))
}

function ofRecord(tables: Tables, entity: EntityName) {
  return entity === 'network' ? ofNetwork(tables, entity) : and(ofNetwork(tables, entity), eq(asRecordTable(tables[entity]).id, value('id')))
}

/** The statements on records, one of each kind for each entity. `networkId` is a value of all of them. */
function recordStatements(db: Builder, tables: Tables) {
  const update = once((key: string): Query => {
    const [entity, fields] = splitKey(key)
    const columns = fieldColumns(tables, entity)
    const set = Object.fromEntries(fields.map((field) => [field, value(`set:${field}`)]))
    for (const field of fields) if (!columns[field]) throw new Error(`${entity} has no column for ${field}`)
    return compile(db.update(asRecordTable(tables[entity])).set(set).where(ofRecord(tables, entity)))
  })
  return {
    load: once((entity: EntityName) => {
      const fields = fieldColumns(tables, entity)
      return compileSelect(db.select(fields).from(asRecordTable(tables[entity])).where(ofNetwork(tables, entity)), fields)
    }),
    insert: once((entity: EntityName) => compile(db.insert(tables[entity]).values(castValues(placeholders(getTableColumns<RecordTable>(asRecordTable(tables[entity]))))))),
    remove: once((entity: EntityName) => compile(db.delete(asRecordTable(tables[entity])).where(ofRecord(tables, entity)))),
    removeAll: once((entity: EntityName) => compile(db.delete(asRecordTable(tables[entity])).where(ofNetwork(tables, entity)))),
    /** sets some fields of a record; their values are named `set:` and the field */
    update: (entity: EntityName, fields: readonly string[]) => update([entity, ...fields].join(' ')),
  }
}

/** Guaranteed by `placeholders`: a placeholder for every column of the table. */
function castValues(values: unknown): Tables['area']['$inferInsert'] & Tables['network']['$inferInsert'] & never {
  return values as never
}

/** Guaranteed by `update`, which joins the key from an entity and its fields. */
function splitKey(key: string): [EntityName, string[]] {
  const [entity, ...fields] = key.split(' ')
  return [entity as EntityName, fields]
}

function networkStatements(db: Builder, { network, node, objective, keyResult, dependency }: Tables) {
  const { id, slug, name, revision, source, createdAt } = network
  const list = { id, slug, name, revision, source, createdAt }
  const counting = (table: Tables['node' | 'objective' | 'keyResult' | 'dependency']) => {
    const total = count()
    const { networkId } = asRecordTable(table)
    const built = db.select({ networkId, total }).from(asRecordTable(table)).groupBy(networkId)
    return compileSelect(built, { networkId, total: network.revision })
  }
  return {
    listNetworks: compileSelect(db.select(list).from(network).orderBy(asc(name), asc(id)), list),
    findNetwork: compileSelect(db.select({ id, slug }).from(network).where(sql`${id} = ${value('text')} or ${slug} = ${value('text')}`), { id, slug }),
    /** the revision, and with it the right to make the next one (PostgreSQL locks the row) */
    lockRevision: compileSelect(db.select({ revision }).from(network).where(eq(id, value('networkId'))), { revision }),
    revision: compileSelect(db.select({ revision }).from(network).where(eq(id, value('networkId'))), { revision }),
    setRevision: compile(db.update(network).set({ revision: sql`${value('revision')}` }).where(eq(id, value('networkId')))),
    counts: { nodes: counting(node), objectives: counting(objective), keyResults: counting(keyResult), dependencies: counting(dependency) },
  }
}

function historyStatements(db: Builder, { changeSet, changeLog, request }: Tables) {
  const set = getTableColumns(changeSet)
  const log = getTableColumns(changeLog)
  const remembered = getTableColumns(request)
  const { id, revision, undoOf, summary } = changeSet
  const own = { id, revision, undoOf, summary }
  const inNetwork = eq(changeSet.networkId, value('networkId'))
  const past = { revision: changeLog.revision, before: changeLog.before, after: changeLog.after }
  return {
    insertSet: compile(db.insert(changeSet).values(castValues(placeholders(set)))),
    insertLog: compile(db.insert(changeLog).values(castValues(placeholders(log)))),
    setsSince: compileSelect(db.select(set).from(changeSet).where(and(inNetwork, gt(revision, value('revision')))).orderBy(asc(revision)).limit(value('limit')), set),
    setById: compileSelect(db.select(set).from(changeSet).where(and(inNetwork, eq(id, value('id')))), set),
    setAt: compileSelect(db.select(set).from(changeSet).where(and(inNetwork, eq(revision, value('revision')))), set),
    ownSets: compileSelect(
      db.select(own).from(changeSet).where(and(inNetwork, eq(changeSet.actor, value('actor')), gt(revision, value('after')))).orderBy(desc(revision)).limit(value('limit')),
      own,
    ),
    logBetween: compileSelect(
      db.select(log).from(changeLog).where(and(eq(changeLog.networkId, value('networkId')), gt(changeLog.revision, value('after')), lt(changeLog.revision, value('before')))).orderBy(asc(changeLog.revision), asc(changeLog.ordinal)).limit(value('limit')),
      log,
    ),
    logOf: compileSelect(db.select(log).from(changeLog).where(and(eq(changeLog.networkId, value('networkId')), eq(changeLog.revision, value('revision')))).orderBy(asc(changeLog.ordinal)), log),
    pastOfRecord: compileSelect(
      db.select(past).from(changeLog).where(and(eq(changeLog.networkId, value('networkId')), gt(changeLog.revision, value('revision')), eq(changeLog.entity, value('entity')), eq(changeLog.recordId, value('id')))),
      past,
    ),
    removeSets: compile(db.delete(changeSet).where(inNetwork)),
    removeLog: compile(db.delete(changeLog).where(eq(changeLog.networkId, value('networkId')))),
    recall: compileSelect(db.select(remembered).from(request).where(and(eq(request.scope, value('scope')), eq(request.key, value('key')))), remembered),
    remember: compile(db.insert(request).values(castValues(placeholders(remembered)))),
    forgetBefore: compile(db.delete(request).where(sql`${request.at} < ${sql.param(value('at'), request.at)}`)),
    forgetNetwork: compile(db.delete(request).where(eq(request.networkId, value('networkId')))),
  }
}

/** Every statement that the program runs on data, written once for both databases. */
export function writeStatements(db: Builder, tables: Tables) {
  return { ...recordStatements(db, tables), ...networkStatements(db, tables), ...historyStatements(db, tables) }
}

export type Statements = ReturnType<typeof writeStatements>

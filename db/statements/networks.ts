import { asc, count, eq, sql } from 'drizzle-orm'
import { compile, compileSelect } from '../query.ts'
import type { Tables } from '../schema/index.ts'
import { type Builder, value } from './builder.ts'
import { asRecordTable } from './records.ts'

type Counted = 'node' | 'objective' | 'keyResult' | 'dependency'

/** The statements on networks as a whole. */
export function networkStatements(db: Builder, tables: Tables) {
  const { id, slug, name, revision, source, createdAt } = tables.network
  const list = { id, slug, name, revision, source, createdAt }
  const askRevision = compileSelect(
    db
      .select({ revision })
      .from(tables.network)
      .where(eq(id, value('networkId'))),
    { revision },
  )
  const counting = (entity: Counted) => {
    const table = asRecordTable(tables[entity])
    const built = db.select({ networkId: table.networkId, total: count() }).from(table).groupBy(table.networkId)
    return compileSelect(built, { networkId: table.networkId, total: revision })
  }
  return {
    listNetworks: compileSelect(db.select(list).from(tables.network).orderBy(asc(name), asc(id)), list),
    findNetwork: compileSelect(
      db
        .select({ id, slug })
        .from(tables.network)
        .where(sql`${id} = ${value('text')} or ${slug} = ${value('text')}`),
      { id, slug },
    ),
    revision: askRevision,
    /** the revision, and with it the right to make the next one: PostgreSQL locks the row, SQLite has one writer */
    lockRevision: askRevision,
    setRevision: compile(
      db
        .update(tables.network)
        .set({ revision: sql`${value('revision')}` })
        .where(eq(id, value('networkId'))),
    ),
    counts: { nodes: counting('node'), objectives: counting('objective'), keyResults: counting('keyResult'), dependencies: counting('dependency') },
  }
}

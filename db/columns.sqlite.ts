import { blob, customType, foreignKey, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/** Text; SQLite orders and compares it byte by byte as it stands. */
const str = (name: string) => text(name)

const json = customType<{ data: unknown; driverData: string }>({
  dataType: () => 'text',
  toDriver: (value) => JSON.stringify(value),
  fromDriver: (text) => JSON.parse(text),
})

/** The kinds of column and key that the schema is written with; the same names exist for PostgreSQL. */
export const sqliteColumns = {
  table: sqliteTable,
  ref: str,
  str,
  oneOf: str,
  bool: (name: string) => integer(name, { mode: 'boolean' }),
  int: (name: string) => integer(name),
  number: (name: string) => real(name),
  day: str,
  instant: (name: string) => integer(name, { mode: 'timestamp_ms' }),
  json: (name: string) => json(name),
  bytes: (name: string) => blob(name, { mode: 'buffer' }),
  primaryKey,
  foreignKey,
  index,
  uniqueIndex,
}

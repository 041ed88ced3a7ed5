import {
  boolean,
  customType,
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core'

/** Text that is ordered by code point, as SQLite orders it, whatever the locale of the cluster. */
const str = customType<{ data: string; driverData: string }>({ dataType: () => 'text COLLATE "C"' })

const json = customType<{ data: unknown; driverData: string }>({
  dataType: () => 'jsonb',
  toDriver: (value) => JSON.stringify(value),
  fromDriver: (text) => JSON.parse(text),
})

const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' })

/** The kinds of column and key that the schema is written with; the same names exist for SQLite. */
export const postgresColumns = {
  table: pgTable,
  ref: (name: string) => str(name),
  str: (name: string) => str(name),
  oneOf: (name: string) => str(name),
  bool: (name: string) => boolean(name),
  int: (name: string) => integer(name),
  number: (name: string) => doublePrecision(name),
  day: (name: string) => date(name, { mode: 'string' }),
  instant: (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' }),
  json: (name: string) => json(name),
  bytes: (name: string) => bytes(name),
  primaryKey,
  foreignKey,
  index,
  uniqueIndex,
}

import type { Columns } from '../columns.ts'
import { historyTables } from './history.ts'
import { mapTables } from './network.ts'
import { okrTables } from './okr.ts'
import { peopleTables } from './people.ts'
import { promiseTables } from './promise.ts'

/** All tables, written once. Those of records have the names and fields of lib/domain/entity.ts. */
export function defineTables(c: Columns) {
  const map = mapTables(c)
  const people = peopleTables(c, map)
  const okr = okrTables(c, { ...map, ...people })
  const promises = promiseTables(c, { ...map, ...people, ...okr })
  return { ...map, ...people, ...okr, ...promises, ...historyTables(c) }
}

export type Tables = ReturnType<typeof defineTables>

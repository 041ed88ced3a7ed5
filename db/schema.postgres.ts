import { postgresColumns } from './columns.postgres.ts'
import { asShared, type Columns } from './columns.ts'
import { defineTables } from './schema/index.ts'

export const {
  network,
  area,
  node,
  exchange,
  person,
  team,
  participation,
  cycle,
  objective,
  keyResult,
  goal,
  dependency,
  checkIn,
  changeSet,
  changeLog,
  request,
} = defineTables(asShared<Columns>(postgresColumns))

import type { Columns } from '../columns.ts'
import { historyTables } from './history.ts'
import { areaTable, exchangeTable, networkTable, nodeTable } from './network.ts'
import { cycleTable, goalTable, keyResultTable, objectiveTable } from './okr.ts'
import { participationTable, personTable, teamTable } from './people.ts'
import { checkInTable, dependencyTable } from './promise.ts'

/** All tables, written once. Those of records have the names and fields of lib/domain/entity.ts. */
export function defineTables(c: Columns) {
  const network = networkTable(c)
  const area = areaTable(c, network)
  const node = nodeTable(c, area)
  const exchange = exchangeTable(c, node)
  const person = personTable(c, network)
  const team = teamTable(c, network)
  const participation = participationTable(c, { node, person, team })
  const cycle = cycleTable(c, network)
  const objective = objectiveTable(c, { node, cycle, person })
  const keyResult = keyResultTable(c, { objective, person })
  const goal = goalTable(c, { network, area, keyResult })
  const dependency = dependencyTable(c, { keyResult, node })
  const checkIn = checkInTable(c, { keyResult, person })
  const records = { network, area, node, exchange, person, team, participation, cycle, objective, keyResult, goal, dependency, checkIn }
  return { ...records, ...historyTables(c) }
}

export type Tables = ReturnType<typeof defineTables>

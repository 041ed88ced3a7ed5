import type { Columns } from '../columns.ts'
import { accessTables } from './access.ts'
import { accountTables } from './account.ts'
import { healthRecords } from './health.ts'
import { historyTables } from './history.ts'
import { insightRecords } from './insight.ts'
import { jobTables } from './job.ts'
import { areaTable, exchangeTable, networkTable, nodeTable } from './network.ts'
import { cycleTable, goalTable, keyResultTable, objectiveTable } from './okr.ts'
import { outboxTables } from './outbox.ts'
import { participationTable, personTable, teamTable } from './people.ts'
import { privacyTables } from './privacy.ts'
import { checkInTable, dependencyTable, promiseMoveTable } from './promise.ts'
import { exchangeCheckTable, markTable, proposalTable, reasonTable } from './review.ts'
import { ritualRecords } from './ritual.ts'
import { roomTables } from './room.ts'
import { commentTable, sourceTable } from './talk.ts'

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
  const promiseMove = promiseMoveTable(c, { dependency, person })
  const okr = { cycle, objective, keyResult, goal, dependency, promiseMove, checkIn }
  const talk = { comment: commentTable(c, { network, person }), source: sourceTable(c, network) }
  const writers = { network, person }
  const review = {
    exchangeCheck: exchangeCheckTable(c, { exchange, person }),
    proposal: proposalTable(c, writers),
    mark: markTable(c, writers),
    reason: reasonTable(c, writers),
  }
  const rituals = { ...healthRecords(c, { node, person }), ...ritualRecords(c, { network, node, person, cycle, mark: review.mark }) }
  const records = {
    network,
    area,
    node,
    exchange,
    person,
    team,
    participation,
    ...okr,
    ...talk,
    ...review,
    ...rituals,
    ...insightRecords(c, writers),
  }
  const access = { ...accountTables(c), ...accessTables(c), ...privacyTables(c) }
  return { ...records, ...historyTables(c), ...access, ...outboxTables(c), ...jobTables(c), ...roomTables(c) }
}

export type Tables = ReturnType<typeof defineTables>

import { expect, test } from 'vitest'
import type { Steps } from '../../db/query.ts'
import { sqliteStatements } from '../../db/sqlite.ts'
import { system } from '../../lib/domain/access.ts'
import type { Change } from '../../lib/domain/change.ts'
import { call } from '../../lib/domain/command/call.ts'
import { runCommands } from '../../lib/domain/command/run.ts'
import { entitySchemas } from '../../lib/domain/entity.ts'
import { makeSnapshot } from '../../lib/domain/snapshot.ts'
import { writeHistory, writeRecords } from '../../lib/server/write-records.ts'
import { now } from './network-kit.ts'

/** More than a function takes as arguments of its own. */
const many = 200_000
const schema = entitySchemas.participation
const parts = Array.from({ length: many }, (_, at) => schema.parse({ id: `p${at}`, nodeId: 'node', teamId: 't', tier: 'core', rank: at }))

/** How often each statement of some steps is to be run. */
function runsOf(steps: Steps<void>): number[] {
  const counts: number[] = []
  for (let next = steps.next([]); !next.done; next = steps.next([])) counts.push(next.value.runs.length)
  return counts
}

test('one change set may hold very many records: each statement gets all of its runs', () => {
  const changes = parts.map((part): Change => ({ entity: 'participation', id: part.id, before: null, after: part }))
  const statements = sqliteStatements()
  expect(runsOf(writeRecords(statements, { networkId: 'net', snapshot: makeSnapshot({}), changes }))).toEqual([many])
  const set = { id: 's', revision: 2, command: 'c', actor: 'a', undoOf: null, at: now, summary: '', changes, othersNodeIds: [] }
  expect(runsOf(writeHistory(statements, 'net', set))).toEqual([1, many])
})

test('one delete may carry very many records', () => {
  const area = entitySchemas.area.parse({ id: 'area', name: 'A', rank: 1 })
  const node = entitySchemas.node.parse({ id: 'node', areaId: 'area', name: 'N', slot: 0, rank: 1 })
  const snapshot = makeSnapshot({ area: [area], node: [node], participation: parts })
  const changes = runCommands(snapshot, [call('node.delete', { id: 'node', carry: true })], { actor: 'ana', who: system, now })
  expect(changes).toHaveLength(many + 1)
  expect(snapshot.tables.participation.size).toBe(0)
})

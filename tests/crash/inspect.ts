import Database from 'better-sqlite3'
import { isSame } from '../../lib/domain/change.ts'
import { entityNames } from '../../lib/domain/ids.ts'
import { applyChanges, makeSnapshot, type Snapshot } from '../../lib/domain/snapshot.ts'
import { fileOf, openStore } from '../../lib/server/store.ts'
import type { Attempt } from './writers.ts'

/** What is wrong with a database after a crash; every list has to be empty. */
export type Findings = {
  /** acknowledged, but not there */
  readonly lost: readonly string[]
  /** there in part: rows without their log, a log without its rows, one of two records, a gap between revisions */
  readonly torn: readonly string[]
  /** what SQLite says about the file */
  readonly bad: readonly string[]
  /** not acknowledged, but there: allowed, and why there are keys */
  readonly keptUnacknowledged: number
}

function faultsOfFile(file: string): string[] {
  const connection = new Database(file)
  try {
    const integrity = connection.pragma('integrity_check', { simple: true })
    const references: unknown = connection.pragma('foreign_key_check')
    const gaps = connection
      .prepare('SELECT network_id FROM change_set GROUP BY network_id HAVING count(*) <> max(revision) OR min(revision) <> 1')
      .all()
    const headless = connection
      .prepare(
        'SELECT 1 FROM change_log l WHERE NOT EXISTS (SELECT 1 FROM change_set s WHERE s.network_id = l.network_id AND s.revision = l.revision)',
      )
      .all()
    const ahead = connection
      .prepare('SELECT id FROM network n WHERE revision <> (SELECT max(revision) FROM change_set s WHERE s.network_id = n.id)')
      .all()
    return [
      ...(integrity === 'ok' ? [] : [String(integrity)]),
      ...(Array.isArray(references) && references.length === 0 ? [] : ['references lead nowhere']),
      ...(gaps.length > 0 ? ['revisions have gaps'] : []),
      ...(headless.length > 0 ? ['changes without a change set'] : []),
      ...(ahead.length > 0 ? ['a network is not at its last revision'] : []),
    ]
  } finally {
    connection.close()
  }
}

function differences(a: Snapshot, b: Snapshot): string[] {
  return entityNames.flatMap((entity) => {
    const [left, right] = [a.tables[entity], b.tables[entity]]
    const ids = new Set([...left.keys(), ...right.keys()])
    return [...ids].filter((id) => !isSame(left.get(id), right.get(id))).map((id) => `${entity} ${id} differs from its log`)
  })
}

/** Opens the database as the next server would and holds it against what the clients were told. */
export async function inspect(databaseUrl: string, network: string, attempts: readonly Attempt[]): Promise<Findings> {
  const bad = faultsOfFile(fileOf(databaseUrl))
  const store = await openStore(databaseUrl)
  try {
    const snapshot = await store.read(network)
    const replayed = makeSnapshot({})
    for (let since = 0; since < snapshot.revision; ) {
      const sets = await store.changesSince(network, since, 500)
      if (sets === 'reset' || sets.length === 0) throw new Error('the log ends before the last revision')
      for (const { changes } of sets) applyChanges(replayed, changes)
      since = sets.at(-1)?.revision ?? snapshot.revision
    }
    const isThere = ({ id }: Attempt) => snapshot.tables.area.has(`area-${id}`)
    const isHalf = (attempt: Attempt) => isThere(attempt) !== snapshot.tables.node.has(`node-${attempt.id}`)
    return {
      lost: attempts.filter((each) => each.revision !== null && !isThere(each)).map(({ id }) => id),
      torn: [...attempts.filter(isHalf).map(({ id }) => `half of ${id}`), ...differences(snapshot, replayed)],
      bad,
      keptUnacknowledged: attempts.filter((each) => each.revision === null && isThere(each)).length,
    }
  } finally {
    await store.close()
  }
}

import { ask } from '../../../db/query.ts'
import { isSame } from '../../domain/change.ts'
import type { AnyEntity } from '../../domain/entity.ts'
import { entityNames } from '../../domain/ids.ts'
import { entityWords, find, makeSnapshot, type Snapshot } from '../../domain/snapshot.ts'
import type { Source } from '../backup/source.ts'
import { leadTo } from '../history/replay.ts'
import { loadSnapshot } from '../load.ts'
import type { Finding } from './finding.ts'

/** Records that the tables and the replayed history do not agree about, each as a person finds it. */
function disagreements(tables: Snapshot, replayed: Snapshot): string[] {
  return entityNames.flatMap((entity) => {
    const ids = new Set([...tables.tables[entity].keys(), ...replayed.tables[entity].keys()])
    return [...ids].flatMap((id) => {
      const [left, right]: (AnyEntity | undefined)[] = [find(tables, entity, id), find(replayed, entity, id)]
      return isSame(left ?? null, right ?? null) ? [] : [`${entityWords[entity]} ${id}`]
    })
  })
}

async function faultsOf(source: Source, networkId: string): Promise<string[]> {
  const { statements } = source
  try {
    const tables = await source.ask(loadSnapshot(statements, networkId))
    const log = { statements, ask: <T>(steps: () => Parameters<typeof source.ask<T>>[0]) => source.ask(steps()) }
    return disagreements(tables, await leadTo(log, networkId, makeSnapshot({}), tables.revision))
  } catch (error) {
    return [`its history cannot be replayed: ${error instanceof Error ? error.message : String(error)}`]
  }
}

/**
 * Replays the whole history of each network and holds it against the tables: a value that changed on the disk without a commit stands in one
 * of the two only, and no page of SQLite tells of it.
 */
export async function historyFinding(source: Source): Promise<Finding> {
  const about = 'history'
  const networks = await source.ask(ask(source.statements.listNetworks))
  const found: string[] = []
  for (const { id, slug } of networks) for (const fault of await faultsOf(source, id)) found.push(`${slug ?? id}: ${fault}`)
  if (found.length === 0) return { about, isWell: true, found: 'every network replayed from its beginning is what its tables hold' }
  const more = found.length > 5 ? ` and ${found.length - 5} more` : ''
  return { about, isWell: false, found: `tables and history differ: ${found.slice(0, 5).join('; ')}${more}. Restore a backup.` }
}

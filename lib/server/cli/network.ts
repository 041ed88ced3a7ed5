import { ask } from '../../../db/query.ts'
import { DomainError } from '../../domain/error.ts'
import { fork, networkOf, type Snapshot } from '../../domain/snapshot.ts'
import type { Source } from '../backup/source.ts'
import { leadTo } from '../history/replay.ts'
import { loadSnapshot } from '../load.ts'

/** The network that a person means by an id or a slug. @throws DomainError NOT_FOUND, with those that are there */
export async function readNetwork({ statements, ask: read }: Source, idOrSlug: string): Promise<Snapshot> {
  const found = await read(ask(statements.findNetwork, { text: idOrSlug }))
  const network = found.find(({ id }) => id === idOrSlug) ?? found[0]
  if (network) return await read(loadSnapshot(statements, network.id))
  const known = (await read(ask(statements.listNetworks))).map(({ slug, id }) => slug ?? id)
  throw new DomainError(
    'NOT_FOUND',
    `There is no network “${idOrSlug}” here. ${known.length === 0 ? 'The database holds none.' : `There are: ${known.join(', ')}.`}`,
  )
}

/** The same network at a revision, led back along its log; null where no revision is given. */
export async function readNetworkAt({ statements, ask: read }: Source, snapshot: Snapshot, revision: number | null): Promise<Snapshot | null> {
  if (revision === null || revision > snapshot.revision) return null
  return leadTo({ statements, ask: (steps) => read(steps()) }, networkOf(snapshot).id, fork(snapshot), revision)
}

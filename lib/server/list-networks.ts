import { ask, type Steps } from '../../db/query.ts'
import type { Statements } from '../../db/statements/index.ts'
import type { NetworkSummary } from '../contract/handle.ts'
import { formatInstant } from '../domain/time.ts'

type Counts = NetworkSummary['counts']

/** All networks by name, with how much is in each. */
export function* listNetworks(statements: Statements): Steps<readonly NetworkSummary[]> {
  const rows = yield* ask(statements.listNetworks)
  const counts = new Map<string, Counts>(rows.map(({ id }) => [id, { nodes: 0, objectives: 0, keyResults: 0, dependencies: 0 }]))
  for (const kind of ['nodes', 'objectives', 'keyResults', 'dependencies'] as const)
    for (const { networkId, total } of yield* ask(statements.counts[kind])) {
      const known = counts.get(networkId)
      if (known) counts.set(networkId, { ...known, [kind]: total })
    }
  return rows.flatMap(({ createdAt, ...network }) => {
    const count = counts.get(network.id)
    return count ? [{ ...network, createdAt: formatInstant(createdAt.getTime()), counts: count }] : []
  })
}

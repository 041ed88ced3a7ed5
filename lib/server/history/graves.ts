import { ask, type Steps } from '../../../db/query.ts'
import type { Statements } from '../../../db/statements/index.ts'
import type { AnyEntity } from '../../domain/entity.ts'
import { type EntityName, entityNames } from '../../domain/ids.ts'
import { nodesOfRecord } from '../../domain/record-nodes.ts'
import { applyChanges, find, fork, type Snapshot } from '../../domain/snapshot.ts'
import type { Executor } from '../executor.ts'
import { changeOf } from '../load.ts'
import type { NetworkState } from '../network-state.ts'

/** How many change sets are read at once: between two readings others have their turn. */
const stride = 2_000

/** Guaranteed by `Change`: the `before` of a deleted record is the whole record. */
function deletedRecord(before: unknown): AnyEntity {
  return before as AnyEntity
}

function* readDeleted(statements: Statements, networkId: string, after: number, upTo: number): Steps<ReturnType<typeof changeOf>[]> {
  const rows = yield* ask(statements.deletedBetween, { networkId, after, upTo })
  return rows.filter(({ entity }) => entity !== 'person' && entity !== 'network').map(changeOf)
}

/** Takes the records over that were deleted since it was last asked, each as it was when it was deleted last. */
async function catchUp({ ask: run, statements }: Executor, networkId: string, { past, snapshot }: NetworkState): Promise<void> {
  const { graves } = past
  while (graves.upTo < snapshot.revision) {
    const [after, upTo] = [graves.upTo, Math.min(snapshot.revision, graves.upTo + stride)]
    const deleted = await run(() => readDeleted(statements, networkId, after, upTo))
    for (const { entity, id, before } of deleted) graves.byKey.set(`${entity}:${id}`, { entity, record: deletedRecord(before) })
    graves.upTo = Math.max(graves.upTo, upTo)
  }
}

/** The network with everything in it that was ever deleted: what hangs on what can be told for all of it. */
function withGraves({ snapshot, past }: NetworkState): Snapshot {
  const all = fork(snapshot)
  const raised = [...past.graves.byKey.values()].filter(({ entity, record }) => !find(snapshot, entity, record.id))
  applyChanges(
    all,
    raised.map(({ entity, record }) => ({ entity, id: record.id, before: null, after: record })),
  )
  return all
}

function recordsOf(snapshot: Snapshot, entity: EntityName): Iterable<AnyEntity> {
  return snapshot.tables[entity].values()
}

/**
 * The ids of everything that lives on a node, or lived on it when it was deleted. Check-ins are left out where there are very many: they
 * come with an edit of their key result.
 */
export async function idsOnNode(executor: Executor, networkId: string, state: NetworkState, nodeId: string): Promise<readonly string[]> {
  await catchUp(executor, networkId, state)
  const all = withGraves(state)
  const idsOf = (entities: readonly EntityName[]) =>
    entities.flatMap((entity) => {
      const own = [...recordsOf(all, entity)].filter((record) => nodesOfRecord(all, entity, record).includes(nodeId))
      return own.map(({ id }) => id)
    })
  const few = idsOf(entityNames.filter((entity) => entity !== 'checkIn' && entity !== 'network'))
  const many = [...few, ...idsOf(['checkIn'])]
  return [...new Set(many.length > mostIds ? few : many)].slice(0, mostIds)
}

/** Most ids that one question to a database may name. */
const mostIds = 16_000

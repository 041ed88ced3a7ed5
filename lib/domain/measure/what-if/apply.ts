import { type Change, diff } from '../../change.ts'
import { type Dependency, entitySchemas, type KeyResult } from '../../entity.ts'
import { assertNever } from '../../error.ts'
import { promiseClass } from '../../okr/promise-class.ts'
import { isReached } from '../../okr/reached.ts'
import { needGraph } from '../../plan/graph.ts'
import { downstreamOf } from '../../plan/reach.ts'
import { applyChanges, find, fork, listOf, referring, type Snapshot } from '../../snapshot.ts'
import { loseParty } from '../value/lose-party.ts'
import type { WhatIfEdit } from './edit.ts'
import { freeId, mostSeconds, type Second } from './second.ts'

/** A network as it would be, and what is different in it. */
export type Supposed = {
  /** a copy; the network that it was made of is as it was */
  readonly snapshot: Snapshot
  /** which records differ and how, in the order of the edits */
  readonly changes: readonly Change[]
  /** nodes that are supposed to be gone: their key results have no chance and their exchanges are not there */
  readonly goneNodeIds: readonly string[]
  /** needs that a second key result may meet as well */
  readonly seconds: readonly Second[]
  /** places of the edits that fit nothing here: what they speak of is gone, or a key result would need itself */
  readonly unfit: readonly number[]
}

type Told = { readonly changes: readonly (Change | null)[]; readonly gone?: readonly string[]; readonly second?: Second }

const nothingFits: Told | null = null

/** What a node has promised and not brought yet, on its key results or on itself. */
function owedBy(snapshot: Snapshot, nodeId: string, keyResults: readonly KeyResult[]): Dependency[] {
  const asked = [
    ...referring(snapshot, 'dependency', 'supplierNodeId', nodeId).filter(({ supplierKeyResultId }) => supplierKeyResultId === null),
    ...keyResults.flatMap(({ id }) => referring(snapshot, 'dependency', 'supplierKeyResultId', id)),
  ]
  return asked.filter(({ state }) => state === 'promised')
}

/**
 * The node stays where it is drawn; what lives on it and is not reached has no chance, what it has promised is promised no more, and nobody
 * gives or gets anything of it.
 */
function withoutNode(snapshot: Snapshot, nodeId: string): (Change | null)[] {
  const keyResults = referring(snapshot, 'objective', 'nodeId', nodeId)
    .flatMap(({ id }) => referring(snapshot, 'keyResult', 'objectiveId', id))
    .filter((each) => !isReached(each))
  const exchanges = [...referring(snapshot, 'exchange', 'fromNodeId', nodeId), ...referring(snapshot, 'exchange', 'toNodeId', nodeId)]
  return [
    ...keyResults.map((each) => diff('keyResult', each, { ...each, confidence: 0 })),
    ...owedBy(snapshot, nodeId, keyResults).map((each) => diff('dependency', each, { ...each, state: 'revoked' as const })),
    ...[...new Set(exchanges)].map((each) => diff('exchange', each, null)),
  ]
}

function without(snapshot: Snapshot, { entity, id }: Extract<WhatIfEdit, { kind: 'without' }>, day: string): Told | null {
  if (!find(snapshot, entity, id)) return nothingFits
  if (entity === 'node') return { changes: withoutNode(snapshot, id), gone: [id] }
  const losses = loseParty(snapshot, { kind: entity, id }, day)
  const ended = losses.flatMap(({ lost }) => lost.map((each) => diff('participation', each, null)))
  const gone = losses.flatMap(({ nodeId, losesLastLead, losesEverybody }) => (losesLastLead || losesEverybody ? [nodeId] : []))
  return { changes: [...ended, ...gone.flatMap((nodeId) => withoutNode(snapshot, nodeId))], gone }
}

function added(snapshot: Snapshot, edit: Extract<WhatIfEdit, { kind: 'add' }>): Told | null {
  const { consumerKeyResultId, supplierKeyResultId, supplierNodeId, strength, what } = edit
  const isThere =
    find(snapshot, 'keyResult', consumerKeyResultId) && (find(snapshot, 'keyResult', supplierKeyResultId) ?? find(snapshot, 'node', supplierNodeId))
  if (!isThere || consumerKeyResultId === supplierKeyResultId) return nothingFits
  const rank = (listOf(snapshot, 'dependency').at(-1)?.rank ?? 0) + 1
  const fields = { consumerKeyResultId, supplierKeyResultId, supplierNodeId, strength, what }
  const need = entitySchemas.dependency.parse({ id: freeId(snapshot, 'dependency'), rank, state: 'draft', ...fields })
  return { changes: [diff('dependency', null, need)] }
}

/** It changes no record: whoever works out chances asks for both suppliers. One of a need that has ended, or that waits for whom it is to help, says nothing. */
function seconded(snapshot: Snapshot, { dependencyId, supplierKeyResultId }: Second): Told | null {
  const need = find(snapshot, 'dependency', dependencyId)
  if (!need || promiseClass(need.state) === 'ended' || !find(snapshot, 'keyResult', supplierKeyResultId)) return nothingFits
  const isSame = need.consumerKeyResultId === supplierKeyResultId || need.supplierKeyResultId === supplierKeyResultId
  const waits = downstreamOf(needGraph(snapshot, null), need.consumerKeyResultId).has(supplierKeyResultId)
  return isSame || waits ? nothingFits : { changes: [], second: { dependencyId, supplierKeyResultId } }
}

function toDependency(snapshot: Snapshot, id: string, fields: (need: Dependency) => Partial<Dependency>): Told | null {
  const need = find(snapshot, 'dependency', id)
  return need ? { changes: [diff('dependency', need, { ...need, ...fields(need) })] } : nothingFits
}

/** What is reached is certain: to suppose it less likely is to suppose that it is not reached. */
function reopened(keyResult: KeyResult, confidence: number): Partial<KeyResult> {
  return confidence < 1 && isReached(keyResult) ? { metric: { kind: 'boolean', current: 0 } } : {}
}

function toKeyResult(snapshot: Snapshot, edit: Extract<WhatIfEdit, { kind: 'confidence' | 'due' }>): Told | null {
  const keyResult = find(snapshot, 'keyResult', edit.keyResultId)
  if (!keyResult) return nothingFits
  const fields = edit.kind === 'due' ? { dueOn: edit.dueOn } : { confidence: edit.confidence, ...reopened(keyResult, edit.confidence) }
  return { changes: [diff('keyResult', keyResult, { ...keyResult, ...fields })] }
}

function changesOf(snapshot: Snapshot, edit: WhatIfEdit, day: string): Told | null {
  switch (edit.kind) {
    case 'confidence':
    case 'due':
      return toKeyResult(snapshot, edit)
    case 'promise':
      return toDependency(snapshot, edit.dependencyId, ({ promisedOn, neededOn }) => ({
        promisedOn: edit.promisedOn ?? promisedOn,
        neededOn: edit.neededOn ?? neededOn,
      }))
    case 'drop':
      return toDependency(snapshot, edit.dependencyId, () => ({ state: 'withdrawn' }))
    case 'add':
      return added(snapshot, edit)
    case 'second':
      return seconded(snapshot, edit)
    case 'without':
      return without(snapshot, edit, day)
    default:
      return assertNever(edit)
  }
}

/**
 * The network as it would be if some things were otherwise. The original is not touched. An edit that fits nothing (any more) is left out
 * and told of, because a what-if may be kept for longer than what it speaks of. A need that is added is a draft: asked of nobody. One that
 * is dropped is withdrawn. A team or person takes along the nodes that have no lead, or nobody, without them.
 *
 * @param edits in the order in which they are applied
 * @param today `YYYY-MM-DD`; participations that hold then count
 * Cost O(records) for the copy, and O(records) for each edit that takes somebody out. Spec: CN100-CN106.
 */
export function suppose(snapshot: Snapshot, edits: readonly WhatIfEdit[], today: string): Supposed {
  const supposed = fork(snapshot)
  const changes: Change[] = []
  const gone = new Set<string>()
  const unfit: number[] = []
  const seconds: Second[] = []
  for (const [at, edit] of edits.entries()) {
    const told = changesOf(supposed, edit, today)
    const isOneTooMany = told?.second !== undefined && seconds.length === mostSeconds
    if (!told || isOneTooMany) unfit.push(at)
    else if (told.second) seconds.push(told.second)
    const real = told?.changes.filter((change) => change !== null) ?? []
    applyChanges(supposed, real)
    changes.push(...real)
    for (const nodeId of told?.gone ?? []) gone.add(nodeId)
  }
  return { snapshot: supposed, changes, goneNodeIds: [...gone], seconds, unfit }
}

/** The network as it would be (`suppose`), without what is told of it. Spec: CN100. */
export function applyWhatIf(snapshot: Snapshot, edits: readonly WhatIfEdit[], today: string): Snapshot {
  return suppose(snapshot, edits, today).snapshot
}

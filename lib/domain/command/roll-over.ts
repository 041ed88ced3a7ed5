import { z } from 'zod'
import type { Change } from '../change.ts'
import { type Cycle, type Dependency, entitySchemas, type KeyResult, type Objective } from '../entity.ts'
import { DomainError } from '../error.ts'
import { idOf } from '../id-schema.ts'
import { carriedDay, carriedMetric, isCarried, needsToCarry, type Passage, successorIn, successorOf } from '../ritual/plan/carried.ts'
import { find, get, referring, type Snapshot } from '../snapshot.ts'
import { nodeIdOf } from './cascade.ts'
import { type CommandContext, command } from './command.ts'
import { createDependency } from './dependency.ts'
import { createCommand, updateCommand } from './records.ts'
import { type CommandStep, inSteps } from './steps.ts'

const { shape } = entitySchemas.keyResult
const createObjective = createCommand('objective')
const createKeyResult = createCommand('keyResult')
const updateKeyResult = updateCommand('keyResult')

const carriedNeed = z.strictObject({
  fromId: idOf('dependency').describe('a need of the key result that goes on'),
  id: idOf('dependency').describe('id of the need as it is asked anew, made by the caller'),
})

const carrying = z.strictObject({
  id: shape.id.describe('the key result that goes on'),
  intoCycleId: idOf('cycle'),
  rollOver: z.enum(['carry', 'reshape']).default('carry').describe('reshape: it goes on in another shape, to be written anew'),
  keyResultId: shape.id.describe('id of the key result that goes on with it, made by the caller'),
  objectiveId: idOf('objective').describe('an objective of the cycle on the same node; where there is none with this id, it is made'),
  needs: z.array(carriedNeed).max(500).default([]).describe('a new id for each need that is still waited for'),
})

type Carrying = z.output<typeof carrying>

function refuse(path: string, message: string, remedy: string): never {
  throw new DomainError('VALIDATION', `${message} ${remedy}`, { faults: [{ path, message, remedy }] })
}

/** @throws DomainError VALIDATION where a key result cannot go on there */
function requirePassage(from: Cycle, into: Cycle): Passage {
  if (into.startsOn <= from.startsOn) refuse('intoCycleId', `“${into.name}” does not start after “${from.name}”.`, 'Choose a later cycle.')
  if (into.phase === 'closed') refuse('intoCycleId', `“${into.name}” is closed.`, 'Choose a later cycle.')
  return { from, into }
}

/** What a carry starts from: the record, its objective, and both cycles. */
type Journey = { readonly keyResult: KeyResult; readonly objective: Objective; readonly passage: Passage }

function journeyOf(snapshot: Snapshot, { id, intoCycleId }: Carrying): Journey {
  const keyResult = get(snapshot, 'keyResult', id)
  const objective = get(snapshot, 'objective', keyResult.objectiveId)
  return { keyResult, objective, passage: requirePassage(get(snapshot, 'cycle', objective.cycleId), get(snapshot, 'cycle', intoCycleId)) }
}

/** The objective under which it goes on: the one that goes on with its own, else the one that was named, else none yet. */
function homeFor(snapshot: Snapshot, { objective, passage: { into } }: Journey, objectiveId: string): Objective | undefined {
  const known = successorOf(snapshot, objective, into.id) ?? find(snapshot, 'objective', objectiveId)
  if (known && (known.nodeId !== objective.nodeId || known.cycleId !== into.id))
    refuse('objectiveId', `“${known.title}” is no objective of this node in “${into.name}”.`, 'Name one that is, or give a new id.')
  return known
}

function withoutRank<R extends { readonly rank: number }>({ rank: _place, ...rest }: R): Omit<R, 'rank'> {
  return rest
}

function objectiveStep({ objective, passage: { into } }: Journey, id: Objective['id'], ctx: CommandContext): CommandStep {
  const record = { ...withoutRank(objective), id, cycleId: into.id, carriedFromId: objective.id }
  return (snapshot) => createObjective.decide(snapshot, record, ctx)
}

function keyResultStep({ keyResult, passage }: Journey, at: Pick<KeyResult, 'id' | 'objectiveId'>, ctx: CommandContext): CommandStep {
  const record = {
    ...withoutRank(keyResult),
    ...at,
    metric: carriedMetric(keyResult.metric),
    dueOn: carriedDay(keyResult.dueOn, passage),
    confidence: null,
    grade: null,
    rollOver: null,
    carriedFromId: keyResult.id,
  }
  return (snapshot) => createKeyResult.decide(snapshot, record, ctx)
}

function idsOfNeeds(snapshot: Snapshot, { id, needs }: Carrying): ReadonlyMap<string, Dependency['id']> {
  const idBySource = new Map(needs.map((each) => [String(each.fromId), each.id]))
  const missing = needsToCarry(snapshot, id).filter((need) => !idBySource.has(need.id))
  if (missing.length > 0)
    refuse('needs', `${missing.length} of its needs have no new id: ${missing.map((need) => need.id).join(', ')}.`, 'Give one for each.')
  return idBySource
}

/** A need as it is asked anew: of what the key result that was asked went on as, else of its node. A draft stays a draft. */
function needStep({ need, id, consumerId, passage }: NeedOnTheWay, ctx: CommandContext): CommandStep {
  return (snapshot) => {
    const { supplierKeyResultId } = need
    const supplier = supplierKeyResultId === null ? undefined : successorIn(snapshot, supplierKeyResultId, passage.into.id)
    const fresh = { promisedOn: null, counteredBy: null, answerBy: null, terms: null }
    return createDependency.decide(
      snapshot,
      {
        ...withoutRank(need),
        ...fresh,
        id,
        consumerKeyResultId: consumerId,
        supplierKeyResultId: supplier?.id ?? null,
        supplierNodeId: nodeIdOf(snapshot, supplierKeyResultId) ?? need.supplierNodeId,
        state: need.state === 'draft' ? 'draft' : 'requested',
        neededOn: carriedDay(need.neededOn, passage),
      },
      ctx,
    )
  }
}

type NeedOnTheWay = {
  readonly need: Dependency
  readonly id: Dependency['id']
  readonly consumerId: KeyResult['id']
  readonly passage: Passage
}

/** The ask that went ahead to the node of a supplier in place of a need on its key result; undefined where somebody has changed it since. */
function askAhead(snapshot: Snapshot, need: Dependency, { keyResult, passage }: Journey, taken: ReadonlySet<string>): Dependency | undefined {
  const consumer = successorIn(snapshot, need.consumerKeyResultId, passage.into.id)
  if (!consumer) return undefined
  const nodeId = nodeIdOf(snapshot, keyResult.id)
  const asks = referring(snapshot, 'dependency', 'consumerKeyResultId', consumer.id).filter(
    ({ id, supplierKeyResultId, supplierNodeId, what, neededOn }) =>
      supplierKeyResultId === null &&
      supplierNodeId === nodeId &&
      what === need.what &&
      neededOn === carriedDay(need.neededOn, passage) &&
      !taken.has(id),
  )
  return asks.find(({ state }) => (state === 'draft') === (need.state === 'draft')) ?? asks[0]
}

/** Asks that went ahead find what the key result goes on as: so the order of carrying does not matter. */
function boundAsks(snapshot: Snapshot, journey: Journey, successorId: KeyResult['id']): Change[] {
  const bound = new Set<string>()
  const needs = referring(snapshot, 'dependency', 'supplierKeyResultId', journey.keyResult.id)
  return needs.filter(isCarried).flatMap((need): Change[] => {
    const ask = askAhead(snapshot, need, journey, bound)
    if (!ask) return []
    bound.add(ask.id)
    return [{ entity: 'dependency', id: ask.id, before: { supplierKeyResultId: null }, after: { supplierKeyResultId: successorId } }]
  })
}

function decidedStep({ id, rollOver }: Pick<Carrying, 'id' | 'rollOver'>, ctx: CommandContext): CommandStep {
  return (snapshot) => updateKeyResult.decide(snapshot, { id, set: { rollOver } }, ctx)
}

function carrySteps(snapshot: Snapshot, input: Carrying, ctx: CommandContext): CommandStep[] {
  const journey = journeyOf(snapshot, input)
  const { passage } = journey
  const decided = decidedStep(input, ctx)
  if (successorIn(snapshot, input.id, passage.into.id)) return [decided]
  const home = homeFor(snapshot, journey, input.objectiveId)
  const ids = idsOfNeeds(snapshot, input)
  const needs = needsToCarry(snapshot, input.id).flatMap((need) => {
    const id = ids.get(need.id)
    return id ? [needStep({ need, id, consumerId: input.keyResultId, passage }, ctx)] : []
  })
  return [
    decided,
    ...(home ? [] : [objectiveStep(journey, input.objectiveId, ctx)]),
    keyResultStep(journey, { id: input.keyResultId, objectiveId: home?.id ?? input.objectiveId }, ctx),
    ...needs,
    (ahead) => boundAsks(ahead, journey, input.keyResultId),
  ]
}

/**
 * A key result goes on in another cycle: its objective too, where that is not there yet, and what it still waits for is asked
 * anew. One that went on already only learns whether it was carried or reshaped. Spec: PL10-PL19.
 */
export const carryKeyResult = command({
  input: carrying,
  decide: (snapshot, input, ctx): Change[] => inSteps(snapshot, carrySteps(snapshot, input, ctx)),
})

/** A key result ends with its cycle. One that went on already is not dropped: what it went on as is deleted, or the step taken back. Spec: PL20. */
export const dropKeyResult = command({
  input: z.strictObject({ id: shape.id }),
  decide: (snapshot, { id }, ctx): Change[] => {
    get(snapshot, 'keyResult', id)
    const [successor] = referring(snapshot, 'keyResult', 'carriedFromId', id)
    if (successor) refuse('id', `It goes on as “${successor.title}”.`, 'Undo that, or delete what it goes on as; then drop it.')
    return updateKeyResult.decide(snapshot, { id, set: { rollOver: 'drop' } }, ctx)
  },
})

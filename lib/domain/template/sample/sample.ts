import type { DocumentRecord, WeftDocument } from '../../format/document.ts'
import { addDays } from '../../time.ts'
import { prefixIds } from '../prefix.ts'
import { drawNetwork } from '../sketch.ts'
import { type ValueNetworkNode, valueNetworkExchanges, valueNetworkNodes } from '../value-network.ts'
import { confidenceNow, sampleCheckIns } from './check-ins.ts'
import { companyRecords, leads, purpose, ratings, sampleSource } from './company.ts'
import { estimateOf } from './estimates.ts'
import { sampleHealth } from './health.ts'
import type { KeyResultSketch } from './key-result-sketch.ts'
import { type KeyResultKey, keyResults } from './key-results.ts'
import { type ObjectiveSketch, objectives } from './objectives.ts'
import { onTheTable, toldMoves } from './promise-moves.ts'
import { nextPromises, type PromiseSketch, runningPromises } from './promises.ts'

const quarterDays = 91
const cycleIds = { running: 'cycle_running', next: 'cycle_next' }

/** The Monday nine to ten weeks before a day: the tenth week of a quarter of thirteen begins or runs. */
function startOfQuarter(today: string): string {
  const nineWeeksAgo = addDays(today, -63)
  return addDays(nineWeeksAgo, -((new Date(nineWeeksAgo).getUTCDay() + 6) % 7))
}

function cyclesFrom(start: string): DocumentRecord<'cycle'>[] {
  const next = addDays(start, quarterDays)
  return [
    { id: cycleIds.running, name: 'This quarter', startsOn: start, endsOn: addDays(next, -1), phase: 'active' },
    { id: cycleIds.next, name: 'Next quarter', startsOn: next, endsOn: addDays(next, quarterDays - 1), phase: 'planning' },
  ]
}

function objectiveRecords(): DocumentRecord<'objective'>[] {
  return Object.entries<ObjectiveSketch>(objectives).map(([key, { node, title, owner, kind, goals = [], cycle }]) => ({
    id: `obj_${key}`,
    nodeId: `node_${node}`,
    cycleId: cycle === 'next' ? cycleIds.next : cycleIds.running,
    title,
    kind,
    ownerId: `person_${owner}`,
    ...(goals.length > 0 ? { goalIds: goals.map((goal) => `goal_${goal}`) } : {}),
  }))
}

/** Guaranteed by the type of `keyResults`: its keys are those of the sample. */
function keyResultRecords(today: string): DocumentRecord<'keyResult'>[] {
  const entries = Object.entries(keyResults) as [KeyResultKey, KeyResultSketch][]
  return entries.map(([key, keyResult]) => {
    const confidence = confidenceNow(key, keyResult)
    const estimateWeeks = estimateOf(key)
    return {
      id: `kr_${key}`,
      objectiveId: `obj_${keyResult.objective}`,
      title: keyResult.title,
      metric: structuredClone(keyResult.metric),
      ...(confidence === undefined ? {} : { confidence }),
      ...(estimateWeeks === null ? {} : { estimateWeeks }),
      ownerId: `person_${objectives[keyResult.objective].owner}`,
      ...(keyResult.dueInDays === undefined ? {} : { dueOn: addDays(today, keyResult.dueInDays) }),
    }
  })
}

function nodeOf(key: string): string {
  const objective = Object.entries<KeyResultSketch>(keyResults).find(([each]) => each === key)?.[1].objective
  return objective === undefined ? key.slice('node:'.length) : objectives[objective].node
}

function promiseRecord(promise: PromiseSketch, id: string, { from, today }: { from: string; today: string }): DocumentRecord<'dependency'> {
  const { consumer, supplier, what, strength, state, needed, promised, condition, note } = promise
  return {
    id,
    consumerKeyResultId: `kr_${consumer}`,
    ...(supplier.startsWith('node:') ? {} : { supplierKeyResultId: `kr_${supplier}` }),
    supplierNodeId: `node_${nodeOf(supplier)}`,
    what,
    strength,
    state,
    ...(needed === undefined ? {} : { neededOn: addDays(from, needed) }),
    ...(promised === undefined ? {} : { promisedOn: addDays(from, promised) }),
    ...(condition === undefined ? {} : { condition }),
    ...(note === undefined ? {} : { note }),
    ...onTheTable(promise, today),
  }
}

type Placed = { readonly promise: PromiseSketch; readonly id: string; readonly from: string }

/** Every promise with its id and the day from which its dates count: today, or the start of the next quarter. */
function placedPromises(today: string, start: string): Placed[] {
  const running = runningPromises.map((promise, at) => ({ promise, id: `${at + 1}`, from: today }))
  const next = nextPromises.map((promise, at) => ({ promise, id: `next-${at + 1}`, from: addDays(start, quarterDays) }))
  return [...running, ...next]
}

function promiseRecords(placed: readonly Placed[], today: string) {
  const moves = placed.flatMap(({ promise, id, from }) => {
    const leadOf = (node: string) => `person_${leads[castNode(node)]}`
    const [consumer, supplier] = [nodeOf(promise.consumer), nodeOf(promise.supplier)]
    const speakers = { consumer: leadOf(consumer), supplier: leadOf(supplier) }
    const promisedOn = promise.promised === undefined ? undefined : addDays(from, promise.promised)
    return toldMoves(promise.told, { id, today, promisedOn, speakers, isInside: consumer === supplier })
  })
  return {
    dependencies: placed.map(({ promise, id, from }) => promiseRecord(promise, `dep_${id}`, { from, today })),
    promiseMoves: moves.sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1)),
  }
}

/** Guaranteed by the types of the sketches: every supplier and every objective is on a node of the sample. */
function castNode(node: string): ValueNetworkNode {
  return node as ValueNetworkNode
}

function ratedNetwork() {
  const network = drawNetwork(valueNetworkNodes, valueNetworkExchanges)
  const exchanges = network.exchanges.map((exchange, at) => {
    const [valueBySender = 3, valueByReceiver = 3, confirmed = false, level, factors = []] = ratings[at] ?? []
    return {
      ...exchange,
      valueBySender,
      valueByReceiver,
      confirmed,
      ...(level ? { level } : {}),
      ...(factors.length > 0 ? { factors: [...factors] } : {}),
    }
  })
  return { ...network, exchanges }
}

/**
 * A company that keeps medicine cold on its way, in the tenth week of its quarter. All dates follow from `today`, so that there is always
 * something late, something at risk and something stale. All ids begin with `sample_`.
 *
 * @param today `YYYY-MM-DD`
 * Cost O(1).
 */
export function sample(today: string, name: string): WeftDocument {
  const start = startOfQuarter(today)
  return prefixIds('sample_', {
    format: 'weft/1',
    source: sampleSource,
    network: { id: 'net_company', name, ...purpose },
    ...ratedNetwork(),
    ...companyRecords(start),
    cycles: cyclesFrom(start),
    objectives: objectiveRecords(),
    keyResults: keyResultRecords(today),
    ...promiseRecords(placedPromises(today, start), today),
    checkIns: sampleCheckIns(today),
    ...sampleHealth(today),
  })
}

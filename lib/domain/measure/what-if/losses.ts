import { fork, type Snapshot } from '../../snapshot.ts'
import { type Chance, softChanceSteps } from '../chance/soft.ts'
import { type SupplyGraph, supplyGraph, withoutNeeds } from '../chance/supply.ts'
import { type Steps, within } from '../step.ts'
import { loseNodes, type NodeLoss } from '../value/lose-nodes.ts'
import { loseParty, type PartyLoss } from '../value/lose-party.ts'
import { valueGraph } from '../value/snapshot-graph.ts'
import { type StandIns, standInsFor } from '../value/stand-ins.ts'
import type { BeforeAfter, GoalCompared, WhatIfComparison } from './compare.ts'
import type { WhatIfEdit } from './edit.ts'
import { eitherSteps, inEither, type Join, joinChance, type Second } from './second.ts'
import { cutOf } from './told-rings.ts'

/** A key result whose chance would be another one. */
export type ChanceChange = { readonly keyResultId: string } & BeforeAfter<Chance | null> & {
    /** where it waits for a ring, before or after: both sides without the cheapest cuts */
    readonly withoutRings?: BeforeAfter<Chance | null>
  }

/** A team or a person that is supposed to be away, and the work that each node would be without. */
export type Absence = { readonly kind: 'team' | 'person'; readonly id: string; readonly nodes: readonly PartyLoss[] }

/** What would be lost, and who could take it over. */
export type WhatIfLosses = {
  /** in document order */
  readonly chances: readonly ChanceChange[]
  /** those of them that could be reached before and could not any more */
  readonly stoppedIds: readonly string[]
  /** what the value network loses with the nodes that are gone; null where none is */
  readonly network: NodeLoss | null
  /** for each node that is gone, in their order */
  readonly standIns: readonly StandIns[]
  readonly absences: readonly Absence[]
}

type Options = {
  readonly edits: readonly WhatIfEdit[]
  readonly goneNodeIds: readonly string[]
  readonly seconds?: readonly Second[]
  readonly cycleId: string | null
  readonly today: string
  /** what was compared of goals: their chances are these, so that a goal has one */
  readonly goals?: readonly GoalCompared[]
  /** the rings of both sides; without them what waits for one has no chance here */
  readonly rings?: WhatIfComparison['rings']
}

/** @param free the same, or where it waits for a ring as it would be without the cheapest cuts */
type Known = { readonly chance: Chance | null; readonly free: Chance | null }
type ById = ReadonlyMap<string, Known>

/** The chances on one side, those of goals as they were compared. */
function withGoals(chances: ById, goals: readonly GoalCompared[], side: keyof BeforeAfter<Chance>): ById {
  const compared = goals.flatMap(({ keyResultId, chance, withoutRings }) =>
    chances.has(keyResultId) ? [[keyResultId, { chance: chance[side], free: withoutRings ? withoutRings[side].chance : chance[side] }] as const] : [],
  )
  return new Map([...chances, ...compared])
}

function* chancesOf(supply: SupplyGraph, cut: ReadonlySet<string>): Steps<ById> {
  const { chances } = yield* within(softChanceSteps(supply), 0, 0.5)
  const free = cut.size === 0 ? chances : (yield* within(softChanceSteps(withoutNeeds(supply, cut)), 0.5, 1)).chances
  const known = (vertex: number): Known => ({ chance: chances[vertex] ?? null, free: chances[vertex] ?? free[vertex] ?? null })
  return new Map(supply.graph.keyResultIds.slice(0, supply.keyResults).map((id, vertex) => [id, known(vertex)]))
}

const joinChances: Join<ById> = (first, second, both) =>
  new Map(
    [...first].map(([id, own]) => {
      const join = (of: keyof Known) => joinChance(own[of], second.get(id)?.[of] ?? null, both.get(id)?.[of] ?? null)
      return [id, { chance: join('chance'), free: join('free') }]
    }),
  )

/** Below this, two chances differ only by the order in which their products were taken. */
const rounding = 1e-9

function isSame(one: Chance | null, other: Chance | null): boolean {
  if (!one || !other) return one === other
  return (one.value === null) === (other.value === null) && Math.abs(one.low - other.low) < rounding && Math.abs(one.high - other.high) < rounding
}

const noChance: Known = { chance: null, free: null }

function changeOf(keyResultId: string, was: Known, would: Known): ChanceChange[] {
  if (isSame(was.chance, would.chance) && isSame(was.free, would.free)) return []
  const isOnRing = (!was.chance && was.free) || (!would.chance && would.free)
  const change = { keyResultId, before: was.chance, after: would.chance }
  return [isOnRing ? { ...change, withoutRings: { before: was.free, after: would.free } } : change]
}

function isStopped({ before, after }: BeforeAfter<Chance | null>): boolean {
  return before?.high !== 0 && after?.high === 0
}

function absencesIn(snapshot: Snapshot, { edits, today }: Options): Absence[] {
  return edits.flatMap((edit) => {
    if (edit.kind !== 'without' || edit.entity === 'node') return []
    const party = { kind: edit.entity, id: edit.id }
    return [{ ...party, nodes: loseParty(snapshot, party, today) }]
  })
}

/** The network as it is, without the participations that would be over: who is away is no reason why another node could stand in. */
function withoutAbsent(before: Snapshot, after: Snapshot): Snapshot {
  const present = fork(before)
  for (const id of before.tables.participation.keys()) if (!after.tables.participation.has(id)) present.tables.participation.delete(id)
  return present
}

/**
 * What a what-if would cost: which key results have another chance, which have none any more, which ways between nodes are cut, and who could
 * stand in for a node that is gone.
 *
 * @param before the network as it is
 * @param after as it would be (`suppose`)
 * Cost that of all chances twice, and O(n·(n + m)) where a node is gone. Spec: WI10-WI13, CN112.
 */
export function* lossSteps(before: Snapshot, after: Snapshot, options: Options): Steps<WhatIfLosses> {
  const { goneNodeIds, seconds = [], cycleId, today, goals = [], rings } = options
  const [cutBefore, cutAfter] = [cutOf(rings?.before ?? []), cutOf(rings?.after ?? [])]
  const was = withGoals(yield* within(chancesOf(supplyGraph(before, cycleId), cutBefore), 0, 0.45), goals, 'before')
  const alsoIds = inEither(before, after, cycleId)
  const of = (network: Snapshot) => chancesOf(supplyGraph(network, cycleId, { goneNodeIds, alsoIds }), cutAfter)
  const would = withGoals(yield* within(eitherSteps(after, seconds, of, joinChances), 0.45, 0.9), goals, 'after')
  const changes = [...was].flatMap(([keyResultId, known]) => changeOf(keyResultId, known, would.get(keyResultId) ?? noChance))
  const goneIds = new Set(goneNodeIds)
  const present = withoutAbsent(before, after)
  return {
    chances: changes,
    stoppedIds: changes.flatMap(({ keyResultId, withoutRings, ...change }) => (isStopped(withoutRings ?? change) ? [keyResultId] : [])),
    network: goneNodeIds.length === 0 ? null : loseNodes(valueGraph(before), goneNodeIds),
    standIns: goneNodeIds.flatMap((nodeId) => standInsFor(present, nodeId, { goneIds, day: today }) ?? []),
    absences: absencesIn(before, options),
  }
}

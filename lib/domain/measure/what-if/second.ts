import { type Change, diff } from '../../change.ts'
import type { Dependency, KeyResult } from '../../entity.ts'
import { asId } from '../../ids.ts'
import { needGraph } from '../../plan/graph.ts'
import { applyChanges, find, fork, type Snapshot } from '../../snapshot.ts'
import { type Steps, within } from '../step.ts'

/** A need that a second key result may meet as well: either will do. */
export type Second = { readonly dependencyId: string; readonly supplierKeyResultId: string }

/** Each one asks for three networks in the place of one, so that there are 27 at most. */
export const mostSeconds = 3

/**
 * The key results that a cycle reaches in the network as it is or as it would be. A need that is dropped or moved may be the only one by which
 * it reaches another cycle; what it reached has a chance all the same.
 *
 * Cost that of `needGraph`, twice. Spec: CN112.
 */
export function inEither(before: Snapshot, after: Snapshot, cycleId: string | null): string[] {
  return [...new Set([before, after].flatMap((network) => needGraph(network, cycleId).keyResultIds))]
}

/** An id that no record of a kind has. Cost O(ids of what-ifs that are there). */
export function freeId<E extends 'dependency' | 'keyResult'>(snapshot: Snapshot, entity: E) {
  let number = 1
  while (snapshot.tables[entity].has(`what-if_${number}`)) number += 1
  return asId<E>(`what-if_${number}`)
}

function changed(snapshot: Snapshot, changes: readonly (Change | null)[]): Snapshot {
  const other = fork(snapshot)
  applyChanges(
    other,
    changes.filter((change) => change !== null),
  )
  return other
}

function on(need: Dependency, supplierKeyResultId: KeyResult['id']): Dependency {
  return { ...need, supplierKeyResultId, supplierNodeId: null }
}

/** The network in which the need is on the second supplier alone. */
function onSecond(snapshot: Snapshot, need: Dependency, second: KeyResult): Snapshot {
  return changed(snapshot, [diff('dependency', need, on(need, second.id))])
}

/** The network in which the need is on both together: what stands between is certain by itself and cannot do without either. */
function onBoth(snapshot: Snapshot, need: Dependency, second: KeyResult): Snapshot {
  const consumer = find(snapshot, 'keyResult', need.consumerKeyResultId)
  if (!consumer) return snapshot
  const both: KeyResult = { ...consumer, id: freeId(snapshot, 'keyResult'), confidence: 1, metric: { kind: 'boolean', current: 0 } }
  const between = changed(snapshot, [diff('keyResult', null, both), diff('dependency', need, on(need, both.id))])
  const first: Dependency = { ...need, id: freeId(between, 'dependency'), consumerKeyResultId: both.id, strength: 1 }
  const withFirst = changed(between, [diff('dependency', null, first)])
  return changed(withFirst, [diff('dependency', null, { ...on(first, second.id), id: freeId(withFirst, 'dependency') })])
}

/** What was found with a need on its first supplier, on its second one, and on both together. */
export type Join<T> = (first: T, second: T, both: T) => T

/**
 * Works something out in a network in which needs have a second supplier. Whether one of two is met is whether the first is, plus whether the
 * second is, less whether both are; and the chance of everything is linear in whether a need is met. So the chance with either is exactly
 * that with the first, plus that with the second, less that with both together: three networks of ordinary needs, and three times as many
 * for each further one.
 *
 * @param seconds whose need or key result is gone are left out
 * @param of works it out in one network of ordinary needs
 * @param join puts the three together
 * Cost 3^seconds times that of `of`, and as many copies. Source: inclusion and exclusion. Spec: CN110.
 */
export function* eitherSteps<T>(snapshot: Snapshot, seconds: readonly Second[], of: (network: Snapshot) => Steps<T>, join: Join<T>): Steps<T> {
  const [next, ...rest] = seconds
  if (!next) return yield* of(snapshot)
  const [need, second] = [find(snapshot, 'dependency', next.dependencyId), find(snapshot, 'keyResult', next.supplierKeyResultId)]
  if (!need || !second) return yield* eitherSteps(snapshot, rest, of, join)
  const first = yield* within(eitherSteps(snapshot, rest, of, join), 0, 1 / 3)
  const other = yield* within(eitherSteps(onSecond(snapshot, need, second), rest, of, join), 1 / 3, 2 / 3)
  const both = yield* within(eitherSteps(onBoth(snapshot, need, second), rest, of, join), 2 / 3, 1)
  return join(first, other, both)
}

type Uncertain = { readonly value: number | null; readonly low: number; readonly high: number; readonly standardError: number | null }

/** The first, and what the second adds: never less than nothing, where trials differ by chance. */
function lifted(first: number, second: number, both: number): number {
  return Math.min(1, first + Math.max(0, second - both))
}

/**
 * The chance with either supplier. It is unknown where one of the three is; its error is at most the sum of theirs.
 *
 * Cost O(1). Spec: CN110-CN111.
 */
export function joinChance(first: Uncertain | null, second: Uncertain | null, both: Uncertain | null): Uncertain | null {
  if (!first || !second || !both) return null
  const all = [first, second, both]
  const [low, high] = [lifted(first.low, second.low, both.low), lifted(first.high, second.high, both.high)]
  const errors = all.flatMap(({ standardError }) => standardError ?? [])
  const isKnown = all.every(({ value }) => value !== null)
  return { value: isKnown ? low : null, low, high, standardError: errors.length === 0 ? null : errors.reduce((sum, error) => sum + error, 0) }
}

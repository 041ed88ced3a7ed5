import type { Dependency } from '../../../../lib/domain/entity.ts'
import { inDocumentOrder } from '../../../../lib/domain/okr/document-order.ts'
import { isReachedIn } from '../../../../lib/domain/okr/reached.ts'
import type { Snapshot } from '../../../../lib/domain/snapshot.ts'

/** Who reaches whom along pairs, by walking: shares no code with the measures. */
function reachedFrom(start: string, next: ReadonlyMap<string, ReadonlySet<string>>, without?: string): Set<string> {
  const seen = new Set<string>()
  const stack = [...(next.get(start) ?? [])]
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    if (seen.has(at) || at === without) continue
    seen.add(at)
    stack.push(...(next.get(at) ?? []))
  }
  return seen
}

function nextOf(pairs: readonly (readonly [string, string])[]): Map<string, Set<string>> {
  const next = new Map<string, Set<string>>()
  for (const [from, to] of pairs) next.set(from, (next.get(from) ?? new Set()).add(to))
  return next
}

/** What became of promises between nodes, move by move: due ones, kept ones, and ones of which it is not known. */
export function promisesByHand({ tables }: Snapshot, between: readonly Dependency[], today: string) {
  const result = { due: 0, kept: 0, unknown: 0 }
  for (const need of between) {
    const moves = [...tables.promiseMove.values()].filter(({ dependencyId }) => dependencyId === need.id).sort((a, b) => a.at.localeCompare(b.at))
    const isOver = (day: string | null | undefined) => day !== null && day !== undefined && day < today
    if (moves.length === 0) {
      if (need.state === 'accepted' || need.state === 'revoked') result.unknown += 1
      else if ((need.state === 'promised' || need.state === 'delivered') && isOver(need.promisedOn)) result.due += 1
      continue
    }
    const days = moves.filter(({ to, terms }) => to === 'promised' && terms).map(({ terms }) => terms?.on)
    const [day, last] = [days.at(-1), moves.at(-1)]
    if (last?.to === 'accepted' && day) {
      result.due += 1
      if (last.at.slice(0, 10) <= day) result.kept += 1
    } else if ((last?.to === 'promised' || last?.to === 'delivered') && isOver(day)) result.due += 1
  }
  return result
}

/** The counts behind the sentences, taken from the records one by one. */
export function handCount(snapshot: Snapshot, cycleId: string | null) {
  const { tables } = snapshot
  const nodeOf = (keyResultId: string) => tables.objective.get(tables.keyResult.get(keyResultId)?.objectiveId ?? '')?.nodeId ?? ''
  const cycleOf = (keyResultId: string) => tables.objective.get(tables.keyResult.get(keyResultId)?.objectiveId ?? '')?.cycleId ?? ''
  const areaOf = (nodeId: string) => tables.node.get(nodeId)?.areaId ?? ''
  const live = inDocumentOrder(tables.dependency).filter(({ state }) => state !== 'withdrawn' && state !== 'cancelled')
  const needs = live.filter(({ consumerKeyResultId }) => cycleOf(consumerKeyResultId) === cycleId)
  const supplier = (need: Dependency) => (need.supplierKeyResultId === null ? (need.supplierNodeId ?? '') : nodeOf(need.supplierKeyResultId))
  const between = needs.map((need) => [supplier(need), nodeOf(need.consumerKeyResultId)] as const).filter(([from, to]) => from !== to)
  const pairs = live.flatMap((need) => (need.supplierKeyResultId === null ? [] : [[need.supplierKeyResultId, need.consumerKeyResultId] as const]))
  const [ahead, behind] = [nextOf(pairs), nextOf(pairs.map(([from, to]) => [to, from] as const))]
  const shown = new Set<string>([...tables.keyResult.keys()].filter((id) => cycleOf(id) === cycleId))
  for (const id of [...shown]) for (const each of reachedFrom(id, behind)) shown.add(each)
  const countOf = (...states: string[]) => needs.filter(({ state }) => states.includes(state)).length
  const links = new Set(between.map((pair) => JSON.stringify(pair)))
  const given = new Set([...tables.exchange.values()].map(({ fromNodeId, toNodeId }) => JSON.stringify([fromNodeId, toNodeId])))
  const asked = [...Map.groupBy(between, ([from]) => from).values()].map(({ length }) => length)
  const place = new Map(inDocumentOrder(tables.node).map(({ id }, at) => [id as string, at]))
  const ways = nextOf([...tables.exchange.values()].map(({ fromNodeId, toNodeId }) => [fromNodeId, toNodeId] as const))
  const everyWay = new Map<string, ReadonlySet<string>>([...tables.node.keys()].map((id) => [id, reachedFrom(id, ways)]))
  const reached = new Map([...shown].map((id) => [id, reachedFrom(id, ahead)]))
  // whatever is reached waits for nobody, and nobody for it
  const waits = nextOf(pairs.filter(([, consumer]) => !isReachedIn(snapshot, consumer)))
  const stillWaiting = [...shown].filter((id) => !isReachedIn(snapshot, id)).map((id) => ({ id, there: reachedFrom(id, waits) }))
  const onRings = [...reached.keys()].filter((id) => reached.get(id)?.has(id))
  const ofOthers = needs.filter((need) => supplier(need) !== nodeOf(need.consumerKeyResultId))
  return {
    ofOthers,
    promised: countOf('promised', 'delivered', 'accepted'),
    asked: needs.length - countOf('draft'),
    open: countOf('offered', 'requested', 'countered', 'deferred'),
    declined: countOf('declined'),
    revoked: countOf('revoked'),
    needs: needs.length,
    crossNode: between.length,
    crossArea: needs.filter((need) => areaOf(supplier(need)) !== areaOf(nodeOf(need.consumerKeyResultId))).length,
    withoutExchange: between.filter((pair) => !given.has(JSON.stringify(pair))).length,
    unused: [...tables.exchange.values()].filter(({ fromNodeId, toNodeId }) => !links.has(JSON.stringify([fromNodeId, toNodeId]))).length,
    exchanges: tables.exchange.size,
    intangible: [...tables.exchange.values()].filter(({ kind }) => kind === 'intangible').length,
    mostAsked: Math.max(0, ...asked),
    links: links.size,
    backwards: [...new Set(between.map((pair) => JSON.stringify(pair)))].filter((pair) => {
      const [from, to]: [string, string] = JSON.parse(pair)
      return (place.get(from) ?? 0) > (place.get(to) ?? 0)
    }).length,
    keyResults: shown.size,
    unknown: [...shown].filter((id) => tables.keyResult.get(id)?.confidence === null).length,
    mostNeeded: Math.max(0, ...stillWaiting.map(({ id, there }) => [...there].filter((each) => each !== id && shown.has(each)).length)),
    rings: [...new Set(onRings.map((id) => onRings.filter((each) => reached.get(id)?.has(each) && reached.get(each)?.has(id)).join(' ')))]
      .map((ring) => ring.split(' ').length)
      .sort((a, b) => b - a),
    /** for each node: ways between the others before, and how many of them are gone without it */
    lost: [...tables.node.keys()].map((gone) => {
      const others = [...tables.node.keys()].filter((id) => id !== gone)
      const count = (reach: (id: string) => ReadonlySet<string>) =>
        others.reduce((sum, id) => sum + [...reach(id)].filter((to) => to !== id && to !== gone).length, 0)
      const before = count((id) => everyWay.get(id) ?? new Set())
      return { before, gone: before - count((id) => reachedFrom(id, ways, gone)) }
    }),
  }
}

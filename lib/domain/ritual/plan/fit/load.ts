import { counted } from '../../../counted.ts'
import type { Dependency, Node } from '../../../entity.ts'
import { onNodesWords } from '../../../measure/report/unknown-words.ts'
import { weeksExpected } from '../../../measure/schedule/duration.ts'
import { isOverLimit, toldWeeks } from '../../../measure/schedule/told-weeks.ts'
import { placeOfKeyResult } from '../../../okr/place.ts'
import { isSettledState, promiseClass } from '../../../okr/promise-class.ts'
import { coreOf } from '../../../own-nodes.ts'
import { keyResultPart, nodePart, type Sentence, words } from '../../../plan/sentence.ts'
import { nodesOfPromise } from '../../../promise/stand.ts'
import { listOf } from '../../../snapshot.ts'
import { weeksOf } from '../cycles.ts'
import { type LongestChain, longestChain } from '../longest-chain.ts'
import type { FindingSubject, FitScope, Found } from './finding.ts'
import { say } from './words.ts'

/** Whether a chain is longer than it is known to be, and through what. */
function missingIn({ unknown }: LongestChain, onNodes: number): string[] {
  const estimates = unknown === 0 ? [] : [`${unknown} ${unknown === 1 ? 'has' : 'have'} no estimate`]
  return onNodes === 0 ? estimates : [...estimates, onNodesWords(onNodes)]
}

/** “about 25 weeks”; “at least 25 weeks (2 have no estimate)”. */
function lengthText({ needs, cycle }: FitScope, chain: LongestChain): string {
  const isInChain = new Set(chain.keyResultIds)
  const onNodes = needs.filter((need) => need.supplierKeyResultId === null && isInChain.has(need.consumerKeyResultId)).length
  const missing = missingIn(chain, onNodes)
  const length = toldWeeks(chain.weeks, weeksOf(cycle))
  return missing.length === 0 ? `about ${length}` : `at least ${length} (${missing.join(', ')})`
}

function chainSentence(scope: FitScope, chain: LongestChain): Sentence {
  const { snapshot, cycle } = scope
  const [first, last] = [chain.keyResultIds[0] ?? '', chain.keyResultIds.at(-1) ?? '']
  const against = `; ${cycle.name} has ${weeksOf(cycle)}.`
  if (first === last) return say(keyResultPart(snapshot, first), ` takes ${lengthText(scope, chain)}${against}`)
  const size = `The longest chain is ${chain.keyResultIds.length} key results and ${lengthText(scope, chain)}, from `
  return say(size, keyResultPart(snapshot, first), ' to ', keyResultPart(snapshot, last), against)
}

/** The longest chain takes longer than the cycle. Spec: PL47. */
export function chain(scope: FitScope): Found[] {
  const { snapshot, graph, cycle } = scope
  const planned = new Map<string, number | null>(scope.keyResults.map((each) => [each.id, weeksExpected(each)]))
  const longest = longestChain(graph, (id) => planned.get(id))
  if (!longest || !isOverLimit(longest.weeks, weeksOf(cycle))) return []
  const [first, ...others] = longest.keyResultIds.map((id): FindingSubject => ({ entity: 'keyResult', id }))
  if (!first) return []
  const nodeIds = longest.keyResultIds.flatMap((id) => placeOfKeyResult(snapshot, id).nodeId ?? [])
  return [
    {
      rule: 'chain',
      severity: 'high',
      subjects: [first, ...others],
      nodeIds: [...new Set(nodeIds)],
      sentence: chainSentence(scope, longest),
      own: [],
    },
  ]
}

/** What each node has promised to others and not delivered yet. */
function promisesOut({ snapshot, needs }: FitScope): Map<string | null, Dependency[]> {
  const out = needs.filter((need) => {
    const { consumer, supplier } = nodesOfPromise(snapshot, need)
    return supplier !== consumer && promiseClass(need.state) === 'promised' && !isSettledState(need.state)
  })
  return Map.groupBy(out, (need) => nodesOfPromise(snapshot, need).supplier)
}

/** A node has promised more to others than was set as the most. Spec: PL48. */
export function overload(scope: FitScope): Found[] {
  const { snapshot, maxPromisesOut: most } = scope
  const outByNode = promisesOut(scope)
  return listOf(snapshot, 'node').flatMap(({ id }): Found[] => {
    const out = outByNode.get(id) ?? []
    if (out.length <= most) return []
    const takers = new Set(out.map((need) => nodesOfPromise(snapshot, need).consumer))
    const text = ` has promised ${out.length} things to ${counted(takers.size, 'other node')}: ${out.length - most} more than the ${most} we allow ourselves.`
    const subjects = [{ entity: 'node', id } as const, ...out.map((need) => ({ entity: 'dependency', id: need.id }) as const)] as const
    return [{ rule: 'overload', severity: 'medium', subjects, nodeIds: [id], sentence: say(nodePart(snapshot, id), text), own: [] }]
  })
}

/** The people of a node in the cycle: leads, core members and co-creators; a team stands for its people. */
function peopleOf({ snapshot, cycle, assessment }: FitScope, { id }: Node): ReadonlySet<string> {
  const day = assessment.today > cycle.startsOn ? assessment.today : cycle.startsOn
  const core = coreOf(snapshot, id, day)
  const teams = new Set(core.flatMap(({ teamId }) => teamId ?? []))
  const inTeams = teams.size === 0 ? [] : listOf(snapshot, 'person').filter(({ teamIds }) => teamIds.some((teamId) => teams.has(teamId)))
  return new Set([...core.flatMap(({ personId }) => personId ?? []), ...inTeams.map((person) => person.id)])
}

/** A node plans more work than its people have weeks, even if they did nothing else. Spec: PL49. */
export function capacity(scope: FitScope): Found[] {
  const { snapshot, cycle } = scope
  const plannedByNode = Map.groupBy(scope.keyResults, ({ id }) => placeOfKeyResult(snapshot, id).nodeId)
  return listOf(snapshot, 'node').flatMap((node): Found[] => {
    const own = plannedByNode.get(node.id) ?? []
    if (own.length === 0) return []
    const weeks = own.reduce((sum, each) => sum + (weeksExpected(each) ?? 0), 0)
    const people = peopleOf(scope, node).size
    const has = people * weeksOf(cycle)
    if (people === 0 || !isOverLimit(weeks, has)) return []
    const least = own.some((each) => weeksExpected(each) === null) ? 'at least ' : 'about '
    const whose = people === 1 ? 'the one person there has' : `its ${people} people have`
    const text = ` plans ${least}${toldWeeks(weeks, has)} of work; ${whose} ${has} in ${cycle.name}, doing nothing else.`
    const sentence: Sentence = [nodePart(snapshot, node.id), words(text)]
    return [{ rule: 'capacity', severity: 'medium', subjects: [{ entity: 'node', id: node.id }], nodeIds: [node.id], sentence, own: [] }]
  })
}

import { counted } from '../../counted.ts'
import type { Assessment } from '../../okr/assessment.ts'
import { networkOf, type Snapshot } from '../../snapshot.ts'
import { dayReader } from '../../time.ts'
import { type Base, baseOf, type LastWalk } from './base.ts'
import { brokeSince, promisedSince } from './broken.ts'
import { pointsFallen } from './moves.ts'

/** A key result whose progress is another one than at the last walk. */
export type Step = {
  readonly keyResultId: string
  readonly nodeId: string | null
  readonly areaId: string | null
  /** hundredths of its way: 4 from 38% to 42%; never 0 */
  readonly points: number
  /** 0 to 1 */
  readonly progress: number
}

/** What is different from the last walk. */
export type WalkChanges = {
  /** the day of the last walk, else a week ago: `YYYY-MM-DD` */
  readonly since: string
  /** largest first, then in document order */
  readonly steps: readonly Step[]
  readonly up: number
  readonly down: number
  /** key results that fell by two points of confidence or more */
  readonly fell: readonly string[]
  /** promises that broke or came late since then; ids of dependencies */
  readonly broken: readonly string[]
  /** promises given since then */
  readonly promised: readonly string[]
  /** key results that were not there then */
  readonly added: readonly string[]
  /** “6 key results up, 3 down, 2 promises broken, 1 new” */
  readonly sentence: string
}

function stepsOf({ keyResults }: Assessment, { moves }: Base): Step[] {
  const steps = Array.from(moves.values()).flatMap(({ keyResultId, progressBefore, progressAfter }): Step[] => {
    const { nodeId = null, areaId = null } = keyResults.get(keyResultId) ?? {}
    if (progressBefore === null || progressAfter === null) return []
    const points = Math.round(progressAfter * 100) - Math.round(progressBefore * 100)
    return points === 0 ? [] : [{ keyResultId, nodeId, areaId, points, progress: progressAfter }]
  })
  return steps.sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
}

/** The first count of a noun carries it, the second does not: “6 key results up, 3 down”. */
function pair(noun: string, [first, firstWord]: readonly [number, string], [second, secondWord]: readonly [number, string]): string[] {
  if (first === 0) return second === 0 ? [] : [secondWord === 'new' ? counted(second, `new ${noun}`) : `${counted(second, noun)} ${secondWord}`]
  return [`${counted(first, noun)} ${firstWord}`, ...(second === 0 ? [] : [`${second} ${secondWord}`])]
}

function sentenceOf({ up, down, broken, promised, added }: Omit<WalkChanges, 'sentence'>): string {
  const parts = [
    ...pair('key result', [up, 'up'], [down, 'down']),
    ...pair('promise', [broken.length, 'broken'], [promised.length, 'new']),
    ...(added.length === 0 ? [] : [`${counted(added.length, 'key result')} added`]),
  ]
  return parts.length === 0 ? 'Nothing moved' : parts.join(', ')
}

type Against = { readonly before: Snapshot | null; readonly base: Base }

/** The same against a base that is at hand. Cost O(records). Spec: WA10-WA15. */
export function changesFrom(snapshot: Snapshot, assessment: Assessment, { before, base }: Against): WalkChanges {
  const { cycleId, keyResults, dependencies } = assessment
  const then = { before, since: base.since, dayOf: dayReader(networkOf(snapshot).timeZone) }
  const ofCycle = [...dependencies.values()].filter((need) => !need.isEnded && (cycleId === null || need.cycleId === cycleId))
  const steps = stepsOf(assessment, base)
  const found = {
    since: base.since,
    steps,
    up: steps.filter(({ points }) => points > 0).length,
    down: steps.filter(({ points }) => points < 0).length,
    fell: Array.from(base.moves.values()).flatMap((move) =>
      pointsFallen(move) >= 2 && keyResults.get(move.keyResultId)?.isDone === false ? [move.keyResultId] : [],
    ),
    broken: ofCycle.filter((need) => brokeSince(snapshot, need, then)).map(({ id }) => id),
    promised: ofCycle.filter((need) => promisedSince(snapshot, need, then)).map(({ id }) => id),
    added: base.added,
  }
  return { ...found, sentence: sentenceOf(found) }
}

/**
 * What is different from the last walk, with numbers for labels.
 *
 * @param last without the network of then, check-ins and moves of promises since its day are read; without a walk, those of a week
 * Cost O(records). Spec: WA10-WA15.
 */
export function changesSince(snapshot: Snapshot, assessment: Assessment, last: LastWalk): WalkChanges {
  return changesFrom(snapshot, assessment, { before: last.before, base: baseOf(snapshot, assessment, last) })
}

import { dependencyDueOn } from '../../okr/dependency-marks.ts'
import { promiseClass } from '../../okr/promise-class.ts'
import { outcomesOf } from '../../promise/outcomes.ts'
import { historyOf } from '../../promise/stand.ts'
import { listOf, networkOf, type Snapshot } from '../../snapshot.ts'
import { dayReader } from '../../time.ts'
import { type AskedNeed, askedNeeds } from './asked-needs.ts'
import { shareOf } from './counts.ts'

/** What became of an ask, seen by who needs it. */
export type AskOutcome = 'kept' | 'late' | 'refused' | 'unanswered' | 'running' | 'unknown'

/** How often what is asked of a node comes. About a node, never about a person. */
export type Reliability = {
  readonly nodeId: string
  /** kept, late, refused and unanswered together: the asks of which is known what became */
  readonly asked: number
  /** accepted on or before its day */
  readonly kept: number
  /** accepted after its day, or promised and not there on its day */
  readonly late: number
  /** declined or taken back */
  readonly refused: number
  /** not promised on the day on which it was needed */
  readonly unanswered: number
  /** still to come; in no share */
  readonly running: number
  /** accepted, but nobody knows whether in time, or without a day; in no share */
  readonly unknown: number
  /** kept ÷ asked, 0 to 1; null where nothing was asked */
  readonly share: number | null
}

type Days = { readonly dayOf: (at: string) => string; readonly today: string }

function outcomeOf(snapshot: Snapshot, { dependency }: AskedNeed, days: Days): AskOutcome {
  const { state } = dependency
  const kind = promiseClass(state)
  const dueOn = dependencyDueOn(dependency)
  if (kind === 'refused') return 'refused'
  if (state === 'accepted') {
    const last = outcomesOf(dependency, historyOf(snapshot, dependency.id), days).at(-1)
    return last === 'kept' ? 'kept' : last === 'broken' ? 'late' : 'unknown'
  }
  if (dueOn === null) return 'unknown'
  if (dueOn >= days.today) return 'running'
  return kind === 'promised' ? 'late' : 'unanswered'
}

/**
 * Dependency reliability: of what other nodes asked of each node and what became of it is known, how much was kept. Unlike “promises kept” it
 * counts what was declined or never answered: who needed it stood without it.
 *
 * @param today `YYYY-MM-DD` in the network's time zone; the day itself is still in time
 * @param cycleId of who needs; null is all cycles
 * @returns every node, in list order
 * Cost O(dependencies + moves). Spec: VN47, VN50-VN51.
 */
export function reliabilities(snapshot: Snapshot, { today, cycleId }: { readonly today: string; readonly cycleId: string | null }): Reliability[] {
  const days = { dayOf: dayReader(networkOf(snapshot).timeZone), today }
  const wanted = askedNeeds(snapshot).filter((need) => cycleId === null || need.cycleId === cycleId)
  const byNode = Map.groupBy(wanted, ({ supplierNodeId }) => supplierNodeId)
  return listOf(snapshot, 'node').map(({ id }) => {
    const outcomes = (byNode.get(id) ?? []).map((need) => outcomeOf(snapshot, need, days))
    const count = (outcome: AskOutcome) => outcomes.filter((each) => each === outcome).length
    const [kept, late, refused, unanswered] = [count('kept'), count('late'), count('refused'), count('unanswered')]
    const asked = kept + late + refused + unanswered
    return { nodeId: id, asked, kept, late, refused, unanswered, running: count('running'), unknown: count('unknown'), share: shareOf(kept, asked) }
  })
}

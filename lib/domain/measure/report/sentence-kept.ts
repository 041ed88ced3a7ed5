import { words } from '../../plan/sentence.ts'
import { outcomesOf } from '../../promise/outcomes.ts'
import { historyOf } from '../../promise/stand.ts'
import { networkOf, type Snapshot } from '../../snapshot.ts'
import { dayReader } from '../../time.ts'
import { askedNeeds } from '../value/asked-needs.ts'
import { counted, type Said, subjectsOf } from './said.ts'

/** From so many promises that were due on, how many were kept is worth saying. */
const dueFrom = 3

/**
 * How many promises between nodes were kept: “11 of 14 promises that were due were kept.” Kept is accepted on or before its day; of what
 * was accepted nobody knows when, only the number is told.
 *
 * @param about the day on which it is said, and the cycle of those who need; null is all cycles
 * @returns null where fewer than three were due, or of more than those it is not known
 * Cost O(dependencies + moves). Source: promises kept, methods 1.1 (commitment cycle). Spec: OR43.
 */
export function keptSentence(snapshot: Snapshot, about: { readonly today: string; readonly cycleId: string | null }): Said | null {
  const days = { dayOf: dayReader(networkOf(snapshot).timeZone), today: about.today }
  const asked = askedNeeds(snapshot).filter(({ cycleId }) => about.cycleId === null || cycleId === about.cycleId)
  const outcomes = asked.flatMap(({ dependency }) =>
    outcomesOf(dependency, historyOf(snapshot, dependency.id), days).map((outcome) => ({ id: dependency.id, outcome })),
  )
  const kept = outcomes.filter(({ outcome }) => outcome === 'kept').length
  const broken = outcomes.filter(({ outcome }) => outcome === 'broken' || outcome === 'late')
  const due = kept + broken.length
  const unknown = outcomes.filter(({ outcome }) => outcome === 'unknown').length
  if (due < dueFrom || unknown > due) return null
  const first = broken.length === 0 ? `All ${due}` : `${kept} of ${counted(due, 'promise')}`
  const text = `${first}${broken.length === 0 ? ' promises' : ''} that were due ${broken.length > 0 && kept === 1 ? 'was' : 'were'} kept${unknown === 0 ? '.' : `; of ${unknown} more it is not known.`}`
  return { key: 'kept', sentence: [words(text)], subjects: subjectsOf('dependency', [...new Set(broken.map(({ id }) => id))]) }
}
